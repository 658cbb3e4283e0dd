import { brand, familyOf } from './brand.ts';
import { ExaError } from './exa-error.ts';

/**
 * Who wrote an error body, told by its shape: `gateway` `{requestId, error, tag?}` and `service` `{statusCode,
 * timestamp, message, error, path}` were observed; `bare` `{error}` has been published; `structured` `{error: {…}}`
 * is parsed by the official SDK; `unknown` is anything else, such as a web page.
 */
export type ErrorShape = 'gateway' | 'service' | 'bare' | 'structured' | 'unknown';

export interface StatusFields {
  readonly status: number;
  readonly shape: ErrorShape;
  readonly tag?: string | undefined;
  readonly path?: string | undefined;
  readonly timestamp?: string | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly body: unknown;
}

/** The server answered with an error status. There is a subclass for each status that is published. */
export class StatusError extends ExaError<StatusFields> {
  override get name(): string {
    return 'StatusError';
  }

  declare readonly status: number;
  declare readonly shape: ErrorShape;
  /** The kind of error, such as `RATE_LIMIT_EXCEEDED`. An open set, and often missing: branch on the status. */
  declare readonly tag?: string;
  /** The path that the service saw (service errors only). */
  declare readonly path?: string;
  /** When the error arose, as the service says it (service errors only). */
  declare readonly timestamp?: string;
  /** How long the server asked to wait, in milliseconds, if it did. */
  declare readonly retryAfterMs?: number;
  /** The body as parsed, else its text (the first 1000 characters), with the API key struck out. */
  declare readonly body: unknown;
}

brand(StatusError, 'StatusError');

/** Is it a {@link StatusError} or a subclass of it, from whichever copy of this package? */
export function isStatusError(error: unknown): error is StatusError {
  return familyOf(error) === 'StatusError';
}
