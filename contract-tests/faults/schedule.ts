/** In this order, and nothing of one beside anything of another. */
const PHASES = ['first', 'together', 'last', 'again'] as const;
export type Phase = (typeof PHASES)[number];

/** Faults are spent waiting, so that many can be tried at a time even on a small machine; some measure the process itself. */
const AT_A_TIME: Readonly<Record<Phase, number>> = { first: 1, together: 24, last: 1, again: 1 };

/** Does work when its phase has come. */
export type Schedule = <Result>(phase: Phase, work: () => Promise<Result>) => Promise<Result>;

/** A phase begins when all work of those before it is done; what is asked for in one turn is one list. */
export function createSchedule(): Schedule {
  const waiting: Record<Phase, (() => Promise<void>)[]> = { first: [], together: [], last: [], again: [] };
  let running = 0;
  let current: Phase = 'first';

  function next(): void {
    const phase = PHASES.find((phase) => waiting[phase].length > 0);
    if (phase === undefined || (running > 0 && phase !== current)) return;
    current = phase;
    for (const start of waiting[phase].splice(0, AT_A_TIME[phase] - running)) {
      running += 1;
      void start().finally(() => {
        running -= 1;
        next();
      });
    }
  }

  return (phase, work) =>
    new Promise((resolve, reject) => {
      waiting[phase].push(() => work().then(resolve, reject));
      setImmediate(next);
    });
}
