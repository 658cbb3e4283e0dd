import { isNamed } from './brand.ts';
import { ExaError } from './exa-error.ts';

/** The server answered with a redirect. It is never followed: the key would go along, and a POST would turn into a GET. */
export class RedirectError extends ExaError<{
  readonly status: number;
  readonly location?: string | undefined;
}> {
  override get name(): string {
    return 'RedirectError';
  }

  /** The status; 0 in a browser, which hides it. */
  declare readonly status: number;
  /** Where to, if the platform tells. */
  declare readonly location?: string;
}

/** Is it a {@link RedirectError}, from whichever copy of this package? */
export function isRedirectError(error: unknown): error is RedirectError {
  return isNamed(error, 'RedirectError');
}
