import { isNamed } from './brand.ts';
import { ExaError } from './exa-error.ts';

/**
 * The cancel was accepted, but the enrichment was not seen to end: the deadline came first, or too many reads in a
 * row failed (`cause` is the last failure). `enrichment` is the last one seen. Waiting again is safe.
 */
export class CancelNotConfirmedError extends ExaError<{
  readonly polls: number;
  readonly elapsedMs: number;
}> {
  override get name(): string {
    return 'CancelNotConfirmedError';
  }

  /** How many times the enrichment was read, failed reads included. */
  declare readonly polls: number;
  /** How long the whole took, in milliseconds. */
  declare readonly elapsedMs: number;
}

/** Is it a {@link CancelNotConfirmedError}, from whichever copy of this package? */
export function isCancelNotConfirmedError(error: unknown): error is CancelNotConfirmedError {
  return isNamed(error, 'CancelNotConfirmedError');
}
