import { isNamed } from './brand.ts';
import { ExaError } from './exa-error.ts';

/**
 * An argument of a call is not usable. Nothing was sent, but where a middleware of `raw` failed after that: `attempts`
 * tells.
 */
export class InvalidArgumentError extends ExaError {
  override get name(): string {
    return 'InvalidArgumentError';
  }
}

/** Is it an {@link InvalidArgumentError}, from whichever copy of this package? */
export function isInvalidArgumentError(error: unknown): error is InvalidArgumentError {
  return isNamed(error, 'InvalidArgumentError');
}
