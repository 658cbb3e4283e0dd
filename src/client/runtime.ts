/** Everything that differs from run to run: passed in, so that tests can hold it still. All times in milliseconds. */
export interface Runtime {
  /** A clock that never jumps, for durations. */
  now(): number;
  /** The wall clock, milliseconds since the epoch: only to compare with dates that a server sent. */
  date(): number;
  /** In [0, 1). */
  random(): number;
  /** Calls back after `ms`; returns what stops it. */
  after(ms: number, callback: () => void): () => void;
}

/** Timers take a signed 32-bit number and fire at once for anything above it. */
const MAX_DELAY_MS = 2 ** 31 - 1;

/** The clock, dice and timers of the platform, looked up at each use so that fake timers work. */
export const systemRuntime: Runtime = {
  now: () => performance.now(),
  date: () => Date.now(),
  random: () => Math.random(),
  after(ms, callback) {
    const timer = setTimeout(callback, Math.min(Math.ceil(ms), MAX_DELAY_MS));
    return () => clearTimeout(timer);
  },
};
