/** Time as the simulator sees it, in milliseconds since the epoch. */
export interface SimulatorClock {
  now(): number;
  /** Moves time forward by `ms` at once, and wakes every sleeper that is due by then. */
  advance(ms: number): void;
  /** Resolves once `ms` of simulated time have passed; rejects with the reason of `signal` if that comes first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** A clock that stands still until it is advanced, or set running. */
export interface StartableClock extends SimulatorClock {
  /** Lets time run from where it stands, at the pace of the wall clock. Running twice is running. */
  run(): void;
}

interface Sleeper {
  readonly due: number;
  readonly wake: () => void;
  timer?: ReturnType<typeof setTimeout>;
}

/** Timers of every platform take a signed 32-bit number of milliseconds; a longer one would fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * A clock that stands at `start`, in milliseconds since the epoch.
 *
 * @example
 * const clock = createClock(Date.UTC(2030, 0, 1));
 * const simulator = createSimulator({ clock });
 * clock.advance(6_000);
 */
export function createClock(start: number, wall: () => number = () => Date.now()): StartableClock {
  const sleepers = new Set<Sleeper>();
  let running = false;
  let offset = start;
  const now = (): number => (running ? offset + wall() : offset);

  function arm(sleeper: Sleeper): void {
    if (!running) return;
    clearTimeout(sleeper.timer);
    const left = sleeper.due - now();
    sleeper.timer = setTimeout(() => (sleeper.due <= now() ? sleeper.wake() : arm(sleeper)), timerFor(left));
  }

  return {
    now,
    advance(ms) {
      offset += ms;
      for (const sleeper of sleepers) if (sleeper.due <= now()) sleeper.wake();
    },
    run() {
      if (running) return;
      offset -= wall();
      running = true;
      for (const sleeper of sleepers) arm(sleeper);
    },
    sleep(ms, signal) {
      if (signal?.aborted) return Promise.reject(signal.reason);
      if (ms <= 0) return Promise.resolve();
      return new Promise((resolve, reject) => {
        const leave = (): void => {
          clearTimeout(sleeper.timer);
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', abort);
        };
        const sleeper: Sleeper = {
          due: now() + ms,
          wake: () => {
            leave();
            resolve();
          },
        };
        const abort = (): void => {
          leave();
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', abort);
        sleepers.add(sleeper);
        arm(sleeper);
      });
    },
  };
}

function timerFor(left: number): number {
  return Math.min(Math.max(left, 0), LONGEST_TIMER);
}

/** The first and the last moment that RFC 3339 can write, in milliseconds since the epoch: years have four digits. */
const FIRST_MOMENT = Date.parse('0000-01-01T00:00:00.000Z');
const LAST_MOMENT = Date.parse('9999-12-31T23:59:59.999Z');

/** Whether a date of the API can be at `time`. */
export function isMoment(time: number): boolean {
  return time >= FIRST_MOMENT && time <= LAST_MOMENT;
}
