import { brand, ExaError, familyOf, isNamed } from './errors.ts';

/**
 * Who wrote an error body, told by its shape: `gateway` `{requestId, error, tag?}` and `service` `{statusCode,
 * timestamp, message, error, path}` were observed; `bare` `{error}` has been published; `structured` `{error: {…}}`
 * is parsed by the official SDK; `unknown` is anything else, such as a web page.
 */
export type ErrorShape = 'gateway' | 'service' | 'bare' | 'structured' | 'unknown';

/** What is told of an answer with an error status. */
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

  /** The HTTP status. */
  declare readonly status: number;
  /** Who wrote the body, as far as its shape tells. */
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

/**
 * Is it a {@link StatusError} or a subclass of it, from whichever copy of this package?
 *
 * @example
 * if (isStatusError(error)) console.error(error.status, error.tag, error.requestId);
 */
export function isStatusError(error: unknown): error is StatusError {
  return familyOf(error) === 'StatusError';
}

/** 400: the request is malformed; an invalid key was observed to give this too. */
export class BadRequestError extends StatusError {
  override get name(): string {
    return 'BadRequestError';
  }
}

/** 401: the key is missing or invalid (published). */
export class AuthenticationError extends StatusError {
  override get name(): string {
    return 'AuthenticationError';
  }
}

/** 402: credits or a budget are spent (published). */
export class PaymentRequiredError extends StatusError {
  override get name(): string {
    return 'PaymentRequiredError';
  }
}

/** 403: not allowed on this plan (published). */
export class PermissionDeniedError extends StatusError {
  override get name(): string {
    return 'PermissionDeniedError';
  }
}

/** 404: no such Webset, or no such enrichment in it (published and observed). */
export class NotFoundError extends StatusError {
  override get name(): string {
    return 'NotFoundError';
  }
}

/** 409: conflict with the state of the enrichment (published without saying when). */
export class ConflictError extends StatusError {
  override get name(): string {
    return 'ConflictError';
  }
}

/** 422: understood, but refused (published). */
export class UnprocessableEntityError extends StatusError {
  override get name(): string {
    return 'UnprocessableEntityError';
  }
}

/** 429: too many requests; by default a key may make 10 a second (published). */
export class RateLimitError extends StatusError {
  override get name(): string {
    return 'RateLimitError';
  }
}

/** 5xx: the server failed, or is overloaded (500, 502, 503 and 504 are published). */
export class ServerError extends StatusError {
  override get name(): string {
    return 'ServerError';
  }
}

/**
 * Is it a {@link BadRequestError}, from whichever copy of this package?
 *
 * @example
 * if (isBadRequestError(error)) console.error(error.body);
 */
export function isBadRequestError(error: unknown): error is BadRequestError {
  return isNamed(error, 'BadRequestError');
}

/**
 * Is it an {@link AuthenticationError}, from whichever copy of this package?
 *
 * @example
 * if (isAuthenticationError(error)) await renewTheKey();
 */
export function isAuthenticationError(error: unknown): error is AuthenticationError {
  return isNamed(error, 'AuthenticationError');
}

/**
 * Is it a {@link PaymentRequiredError}, from whichever copy of this package?
 *
 * @example
 * if (isPaymentRequiredError(error)) console.error('No credits:', error.tag);
 */
export function isPaymentRequiredError(error: unknown): error is PaymentRequiredError {
  return isNamed(error, 'PaymentRequiredError');
}

/**
 * Is it a {@link PermissionDeniedError}, from whichever copy of this package?
 *
 * @example
 * if (isPermissionDeniedError(error)) console.error('Not on this plan:', error.tag);
 */
export function isPermissionDeniedError(error: unknown): error is PermissionDeniedError {
  return isNamed(error, 'PermissionDeniedError');
}

/**
 * Is it a {@link NotFoundError}, from whichever copy of this package?
 *
 * @example
 * if (isNotFoundError(error)) console.error('No such enrichment', error.path);
 */
export function isNotFoundError(error: unknown): error is NotFoundError {
  return isNamed(error, 'NotFoundError');
}

/**
 * Is it a {@link ConflictError}, from whichever copy of this package?
 *
 * @example
 * if (isConflictError(error)) console.log('It is', (await exa.get(ref)).status);
 */
export function isConflictError(error: unknown): error is ConflictError {
  return isNamed(error, 'ConflictError');
}

/**
 * Is it an {@link UnprocessableEntityError}, from whichever copy of this package?
 *
 * @example
 * if (isUnprocessableEntityError(error)) console.error(error.body);
 */
export function isUnprocessableEntityError(error: unknown): error is UnprocessableEntityError {
  return isNamed(error, 'UnprocessableEntityError');
}

/**
 * Is it a {@link RateLimitError}, from whichever copy of this package?
 *
 * @example
 * if (isRateLimitError(error)) await sleep(error.retryAfterMs ?? 1000);
 */
export function isRateLimitError(error: unknown): error is RateLimitError {
  return isNamed(error, 'RateLimitError');
}

/**
 * Is it a {@link ServerError}, from whichever copy of this package?
 *
 * @example
 * if (isServerError(error) && error.mayHaveSucceeded) console.log('It is', (await exa.get(ref)).status);
 */
export function isServerError(error: unknown): error is ServerError {
  return isNamed(error, 'ServerError');
}
