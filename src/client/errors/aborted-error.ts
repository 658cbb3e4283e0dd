import { isNamed } from './brand.ts';
import { ExaError } from './exa-error.ts';

/** The caller's signal was aborted; `cause` is its reason. What was sent before is not taken back. */
export class AbortedError extends ExaError {
  override get name(): string {
    return 'AbortedError';
  }
}

/** Is it an {@link AbortedError}, from whichever copy of this package? */
export function isAbortedError(error: unknown): error is AbortedError {
  return isNamed(error, 'AbortedError');
}
