import { isNamed } from './brand.ts';
import { ExaError } from './exa-error.ts';

/**
 * What took too long: `key`, the function that gives the API key; `headers`, the start of the answer; `body`, the
 * rest of it (all three within the `timeout` of one attempt); `total`, the whole call with its retries.
 */
export type TimeoutPhase = 'key' | 'headers' | 'body' | 'total';

/** Something took longer than it may. Whatever was running has been stopped. */
export class TimeoutError extends ExaError<{ readonly phase: TimeoutPhase; readonly timeoutMs: number }> {
  override get name(): string {
    return 'TimeoutError';
  }

  declare readonly phase: TimeoutPhase;
  /** The limit that was hit, in milliseconds. */
  declare readonly timeoutMs: number;
}

/** Is it a {@link TimeoutError}, from whichever copy of this package? */
export function isTimeoutError(error: unknown): error is TimeoutError {
  return isNamed(error, 'TimeoutError');
}
