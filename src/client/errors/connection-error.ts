import { isNamed } from './brand.ts';
import { ExaError } from './exa-error.ts';

/** No complete answer came: name not resolved, connection refused or reset, body cut off. `cause` has the reason. */
export class ConnectionError extends ExaError {
  override get name(): string {
    return 'ConnectionError';
  }
}

/** Is it a {@link ConnectionError}, from whichever copy of this package? */
export function isConnectionError(error: unknown): error is ConnectionError {
  return isNamed(error, 'ConnectionError');
}
