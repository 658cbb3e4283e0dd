import { jittered } from '../call/retry-policy.ts';

const GROWTH = 1.5;
const LEAD_MS = 1000;

/** Where a wait stands. Times in milliseconds. */
export interface PollState {
  /** The wait before the first poll. */
  readonly pollInterval: number;
  /** What it grows to. */
  readonly maxPollInterval: number;
  /** How long the whole may take. */
  readonly timeout: number;
  readonly elapsed: number;
  /** How many waits there were. */
  readonly waits: number;
  /** What the server asked to wait, if it did. */
  readonly asked: number | undefined;
}

/**
 * How long to wait before the next poll; undefined when there is time for none. Grows by half each time, up to
 * `maxPollInterval`. The last poll comes just before the deadline: a second, or a tenth of a short wait.
 */
export function pollDelay(
  { pollInterval, maxPollInterval, timeout, elapsed, waits, asked = 0 }: PollState,
  random: number,
): number | undefined {
  const untilLast = timeout - Math.min(LEAD_MS, timeout / 10) - elapsed;
  if (untilLast <= 0) return undefined;
  const interval = Math.min(pollInterval * GROWTH ** waits, Math.max(pollInterval, maxPollInterval));
  const delay = Math.max(asked, Math.min(jittered(interval, random), untilLast));
  return delay < timeout - elapsed ? delay : undefined;
}
