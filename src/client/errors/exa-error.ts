import type { Enrichment } from '../enrichment.ts';
import { brand, familyOf } from './brand.ts';
import { type ErrorCode, errorCode } from './error-code.ts';

/** What every error can tell besides its message. */
export interface ErrorDetails {
  readonly cause?: unknown;
  readonly attempts?: number;
  readonly mayHaveSucceeded?: boolean;
  readonly requestId?: string | undefined;
  readonly enrichment?: Enrichment | undefined;
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
    ...[details]: object extends Fields ? [details?: ErrorDetails] : [details: ErrorDetails & Fields]
  ) {
    const { cause, ...fields }: ErrorDetails = details ?? {};
    super(message, cause === undefined ? undefined : { cause });
    this.code = errorCode(this.name);
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

/** Is it any error of this package, from whichever copy of it? */
export function isExaError(error: unknown): error is ExaError {
  return familyOf(error) !== undefined;
}
