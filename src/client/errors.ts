import type { Enrichment } from './enrichment.ts';

/** Every `code`: the name of the error class in kebab case, without its `Error`. */
export type ErrorCode =
  | 'exa'
  | 'invalid-argument'
  | 'configuration'
  | 'connection'
  | 'timeout'
  | 'aborted'
  | 'redirect'
  | 'response-parse'
  | 'response-too-large'
  | 'response-validation'
  | 'cancel-not-confirmed'
  | StatusErrorCode;

/** The codes of errors that were made by an HTTP status. */
export type StatusErrorCode =
  | 'status'
  | 'bad-request'
  | 'authentication'
  | 'payment-required'
  | 'permission-denied'
  | 'not-found'
  | 'conflict'
  | 'unprocessable-entity'
  | 'rate-limit'
  | 'server';

/** What every error can tell besides its message. */
export interface ErrorDetails {
  /** What was behind it. */
  readonly cause?: unknown;
  /** How many requests were sent. */
  readonly attempts?: number;
  /** Whether a cancel may have taken effect all the same. */
  readonly mayHaveSucceeded?: boolean;
  /** The server's id of the request. */
  readonly requestId?: string | undefined;
  /** The enrichment as last seen. */
  readonly enrichment?: Enrichment | undefined;
}

/** Registered, not local: two copies of this package in one program recognise each other's errors. */
const BRAND: unique symbol = Symbol.for('exa-enrichments.error');

/** Marks a class, and those that extend it, as a family. On the prototype, where no log shows it. */
export function brand(errorClass: { readonly prototype: object }, family: string): void {
  Object.defineProperty(errorClass.prototype, BRAND, { value: family });
}

/** Which family an error is of: `ExaError`, or `StatusError` for those made by an HTTP status; else undefined. */
export function familyOf(error: unknown): unknown {
  return (error as { readonly [BRAND]?: unknown } | null | undefined)?.[BRAND];
}

/** Is it an error of this package, and of the class with this name? */
export function isNamed(error: unknown, name: string): boolean {
  return familyOf(error) !== undefined && (error as Error).name === name;
}

/** The base of every error that the client throws. Neither its text nor any of its fields ever holds the API key. */
export class ExaError<Fields extends object = object> extends Error {
  /** On the prototype, so that the stack says it too; a literal, so that it survives a minifier. */
  override get name(): string {
    return 'ExaError';
  }

  /** The class name in kebab case. */
  readonly code: ErrorCode;
  /** How many requests were sent for this call. 0: none, so nothing can have happened. */
  readonly attempts: number = 0;
  /** True when a cancel may have taken effect although the call failed: read the enrichment back to know. */
  readonly mayHaveSucceeded: boolean = false;
  /** The server's id of the request: from the error body, else `X-Request-Id` (published, but never observed). */
  declare readonly requestId?: string;
  /** The enrichment as last seen, where the call got that far. */
  declare readonly enrichment?: Enrichment;

  constructor(
    message: string,
    ...[details]: object extends Fields ? [details?: ErrorDetails & Fields] : [details: ErrorDetails & Fields]
  ) {
    const { cause, ...fields }: ErrorDetails = details ?? {};
    super(message, cause === undefined ? undefined : { cause });
    // `NotFoundError` -> `not-found`
    this.code = this.name
      .slice(0, -5)
      .replace(/\B[A-Z]/g, '-$&')
      .toLowerCase() as ErrorCode;
    annotate(this, fields);
  }

  /** Every field, with a summary of the cause and without the stack: fit for a log. */
  toJSON(): Record<string, unknown> {
    const { name, message, cause } = this;
    const json: Record<string, unknown> = { name, message, ...(this as object) };
    if (cause !== undefined) json['cause'] = summary(cause);
    return json;
  }
}

brand(ExaError, 'ExaError');

/** The cause may be anything: the reason of an abort is the caller's own value. */
function summary(cause: unknown): string {
  try {
    return String(cause);
  } catch {
    return typeof cause;
  }
}

/** Fills in what is known only further out, such as how many attempts there were. */
export function annotate<E extends ExaError>(error: E, fields: Omit<ErrorDetails, 'cause'>): E {
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) Object.assign(error, { [name]: value });
  }
  return error;
}

/** Changes the message of an error where it stands: in `stack` too, which is what gets printed. */
export function reworded<E extends Error>(error: E, message: string): E {
  if (error.stack) error.stack = error.stack.replace(error.message, () => message);
  error.message = message;
  return error;
}

/**
 * Is it any error of this package, from whichever copy of it?
 *
 * @example
 * exa.cancel(ref).catch((error) => {
 *   if (isExaError(error)) console.error(error.code, error.attempts, error.mayHaveSucceeded);
 * });
 */
export function isExaError(error: unknown): error is ExaError {
  return familyOf(error) !== undefined;
}

/**
 * An argument of a call is not usable. Nothing was sent, but where a middleware of `raw` failed after that: `attempts`
 * tells.
 */
export class InvalidArgumentError extends ExaError {
  override get name(): string {
    return 'InvalidArgumentError';
  }
}

/**
 * Is it an {@link InvalidArgumentError}, from whichever copy of this package?
 *
 * @example
 * if (isInvalidArgumentError(error)) console.error(error.message, error.cause);
 */
export function isInvalidArgumentError(error: unknown): error is InvalidArgumentError {
  return isNamed(error, 'InvalidArgumentError');
}

/** What a getter, a middleware or the like threw, as an error of ours. The original stays as it is. */
export function argumentError(cause: unknown, mayHaveSucceeded = false): ExaError {
  if (cause instanceof ExaError) return cause;
  return new InvalidArgumentError('something that was passed in failed: see the cause.', {
    cause,
    mayHaveSucceeded,
  });
}

/** Frameworks steer by what `fetch` throws: Next.js knows its own by their `digest`. They are none of our business. */
export function isControlFlow(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'digest' in error && typeof error.digest === 'string';
}

/** An option of `createClient` is not usable, there is no usable API key, or no `fetch`. Nothing was sent. */
export class ConfigurationError extends ExaError {
  override get name(): string {
    return 'ConfigurationError';
  }
}

/**
 * Is it a {@link ConfigurationError}, from whichever copy of this package?
 *
 * @example
 * if (isConfigurationError(error)) console.error('Nothing was sent:', error.message);
 */
export function isConfigurationError(error: unknown): error is ConfigurationError {
  return isNamed(error, 'ConfigurationError');
}

/** No complete answer came: name not resolved, connection refused or reset, body cut off. `cause` has the reason. */
export class ConnectionError extends ExaError<{ readonly passing?: boolean }> {
  override get name(): string {
    return 'ConnectionError';
  }

  /** False where the same request would fail a moment later too: a bad certificate, say, stays bad. */
  declare readonly passing?: boolean;
}

/**
 * Is it a {@link ConnectionError}, from whichever copy of this package?
 *
 * @example
 * if (isConnectionError(error) && error.passing === false) console.error('To be mended here:', error.message);
 */
export function isConnectionError(error: unknown): error is ConnectionError {
  return isNamed(error, 'ConnectionError');
}

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

  /** What took too long. */
  declare readonly phase: TimeoutPhase;
  /** The limit that was hit, in milliseconds. */
  declare readonly timeoutMs: number;
}

/**
 * Is it a {@link TimeoutError}, from whichever copy of this package?
 *
 * @example
 * if (isTimeoutError(error)) console.error(error.phase, 'took longer than', error.timeoutMs, 'ms');
 */
export function isTimeoutError(error: unknown): error is TimeoutError {
  return isNamed(error, 'TimeoutError');
}

/** The caller's signal was aborted; `cause` is its reason. What was sent before is not taken back. */
export class AbortedError extends ExaError {
  override get name(): string {
    return 'AbortedError';
  }
}

/**
 * Is it an {@link AbortedError}, from whichever copy of this package?
 *
 * @example
 * if (isAbortedError(error) && error.mayHaveSucceeded) console.log('It is', (await exa.get(ref)).status);
 */
export function isAbortedError(error: unknown): error is AbortedError {
  return isNamed(error, 'AbortedError');
}

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

/**
 * Is it a {@link RedirectError}, from whichever copy of this package?
 *
 * @example
 * if (isRedirectError(error)) console.error('Redirected to', error.location);
 */
export function isRedirectError(error: unknown): error is RedirectError {
  return isNamed(error, 'RedirectError');
}

/**
 * Why the body is not JSON that can be believed: nothing in it, a web page, not UTF-8, a byte order mark, not JSON (cut
 * off, say), JSON that a content type calls something else, or JSON that says one thing twice.
 */
export type ParseFailure = 'empty' | 'html' | 'charset' | 'bom' | 'json' | 'type' | 'repeated';

/** A success whose body can't be read as JSON: not from the API, or damaged on the way. */
export class ResponseParseError extends ExaError<{
  readonly status: number;
  readonly reason: ParseFailure;
  readonly body: string;
}> {
  override get name(): string {
    return 'ResponseParseError';
  }

  /** The HTTP status, a success. */
  declare readonly status: number;
  /** What is wrong with the body. */
  declare readonly reason: ParseFailure;
  /** The body as text, with the API key struck out. */
  declare readonly body: string;
}

/**
 * Is it a {@link ResponseParseError}, from whichever copy of this package?
 *
 * @example
 * if (isResponseParseError(error)) console.error(error.reason, error.body);
 */
export function isResponseParseError(error: unknown): error is ResponseParseError {
  return isNamed(error, 'ResponseParseError');
}

/** The body is larger than `maxResponseBytes`, counted after decompression. The rest of it was not read. */
export class ResponseTooLargeError extends ExaError<{ readonly status: number; readonly maxBytes: number }> {
  override get name(): string {
    return 'ResponseTooLargeError';
  }

  /** The HTTP status. */
  declare readonly status: number;
  /** The limit, in bytes. */
  declare readonly maxBytes: number;
}

/**
 * Is it a {@link ResponseTooLargeError}, from whichever copy of this package?
 *
 * @example
 * if (isResponseTooLargeError(error)) console.error('More than', error.maxBytes, 'bytes');
 */
export function isResponseTooLargeError(error: unknown): error is ResponseTooLargeError {
  return isNamed(error, 'ResponseTooLargeError');
}

/** One way in which a body is not what the API documents. */
export interface ValidationIssue {
  /** JSON Pointer to the place in the body; empty for the body itself. */
  readonly path: string;
  /** What it must be. */
  readonly message: string;
  /** The JSON Schema keyword that says so. */
  readonly keyword: string;
}

/** A success whose body is JSON, but not an enrichment. For a cancel: it was probably accepted, so read it back. */
export class ResponseValidationError extends ExaError<{
  readonly status: number;
  readonly issues: readonly ValidationIssue[];
  readonly body: unknown;
}> {
  override get name(): string {
    return 'ResponseValidationError';
  }

  /** The HTTP status, a success. */
  declare readonly status: number;
  /** What differs, one by one. */
  declare readonly issues: readonly ValidationIssue[];
  /** The body as parsed, with the API key struck out: nothing of the answer is lost. */
  declare readonly body: unknown;
}

/**
 * Is it a {@link ResponseValidationError}, from whichever copy of this package?
 *
 * @example
 * if (isResponseValidationError(error)) for (const { path, message } of error.issues) console.error(path, message);
 */
export function isResponseValidationError(error: unknown): error is ResponseValidationError {
  return isNamed(error, 'ResponseValidationError');
}

/**
 * The enrichment was not seen to end: the deadline came first, or too many reads in a row failed (`cause` is the last
 * failure). `enrichment` is the last one seen. Where a cancel was accepted it stands: call `waitForEnd` to wait on.
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
  /** How long the whole took, in milliseconds, without the waits for a turn. */
  declare readonly elapsedMs: number;
}

/**
 * Is it a {@link CancelNotConfirmedError}, from whichever copy of this package?
 *
 * @example
 * if (isCancelNotConfirmedError(error)) await exa.waitForEnd(ref, { timeout: 600_000 });
 */
export function isCancelNotConfirmedError(error: unknown): error is CancelNotConfirmedError {
  return isNamed(error, 'CancelNotConfirmedError');
}
