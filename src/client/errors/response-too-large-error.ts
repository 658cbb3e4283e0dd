import { isNamed } from './brand.ts';
import { ExaError } from './exa-error.ts';

/** The body is larger than `maxResponseBytes`, counted after decompression. The rest of it was not read. */
export class ResponseTooLargeError extends ExaError<{ readonly status: number; readonly maxBytes: number }> {
  override get name(): string {
    return 'ResponseTooLargeError';
  }

  declare readonly status: number;
  /** The limit, in bytes. */
  declare readonly maxBytes: number;
}

/** Is it a {@link ResponseTooLargeError}, from whichever copy of this package? */
export function isResponseTooLargeError(error: unknown): error is ResponseTooLargeError {
  return isNamed(error, 'ResponseTooLargeError');
}
