import type { Runtime } from '../runtime.ts';

/** Time that stands still while there is anything to do, and jumps to the next timer when there is not. */
export interface FakeRuntime extends Runtime {
  /** How many timers are set. */
  pending(): number;
}

export interface FakeRuntimeOptions {
  /** Milliseconds since the epoch at `now() === 0`. */
  readonly epoch?: number;
  readonly random?: () => number;
}

/** A few turns of the event loop: enough for a body to be read from memory. */
const SETTLING_TURNS = 4;

export function createFakeRuntime({ epoch = 0, random = () => 0 }: FakeRuntimeOptions = {}): FakeRuntime {
  const timers = new Set<{ readonly at: number; readonly callback: () => void }>();
  let now = 0;
  let running = false;
  const run = async (): Promise<void> => {
    running = true;
    while (timers.size > 0) {
      for (let turn = 0; turn < SETTLING_TURNS; turn++) await new Promise(setImmediate);
      const [next] = [...timers].sort((a, b) => a.at - b.at);
      if (next === undefined) break;
      timers.delete(next);
      now = Math.max(now, next.at);
      next.callback();
    }
    running = false;
  };
  return {
    now: () => now,
    date: () => epoch + now,
    random,
    after(ms, callback) {
      const timer = { at: now + ms, callback };
      timers.add(timer);
      if (!running) void run();
      return () => timers.delete(timer);
    },
    pending: () => timers.size,
  };
}
