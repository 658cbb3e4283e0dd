import { readErrorBody } from './error-body.ts';
import { StatusError } from './errors/status-error.ts';
import {
  AuthenticationError,
  BadRequestError,
  ConflictError,
  NotFoundError,
  PaymentRequiredError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
  UnprocessableEntityError,
} from './errors/status-errors.ts';
import { mayHaveActed } from './may-have-acted.ts';
import { redact } from './redact.ts';
import { parseRetryAfter } from './retry-after.ts';

type Entry = readonly [ErrorClass: typeof StatusError, advice: string];

const ENTRIES: Readonly<Record<number, Entry>> = {
  // An invalid key was observed to give 400 where 401 is published.
  400: [BadRequestError, 'Check the ids and the API key.'],
  401: [AuthenticationError, 'Check the API key.'],
  402: [PaymentRequiredError, 'Credits or a budget are spent.'],
  403: [PermissionDeniedError, 'Check what the plan of this key allows.'],
  404: [NotFoundError, 'Check both ids, and that they belong to this key.'],
  409: [ConflictError, 'Read the enrichment to see its state.'],
  422: [UnprocessableEntityError, 'Read the enrichment to see its state.'],
  429: [RateLimitError, 'Send less, or wait longer.'],
};
const SERVER: Entry = [ServerError, 'Try again later.'];
const OTHER: Entry = [StatusError, 'Check `baseUrl`.'];

/** The one place where a status becomes an error. The key goes before texts are cut: part of it could not be found. */
export function createStatusError(
  status: number,
  headers: Headers,
  text: string,
  now: number,
  key: string,
): StatusError {
  const body = redact(parsed(text), key);
  const {
    message = '',
    requestId = headers.get('x-request-id') ?? undefined,
    tag,
    ...rest
  } = readErrorBody(body);
  const [ErrorClass, advice] = ENTRIES[status] ?? (status >= 500 ? SERVER : OTHER);
  const detail = [message.slice(0, 300), tag].filter(Boolean).join(', ');
  return new ErrorClass(`the server answered ${status}${detail && ` (${detail})`}. ${advice}`, {
    ...rest,
    status,
    tag,
    requestId,
    body: body ?? redact(text, key).slice(0, 1000),
    retryAfterMs: parseRetryAfter(headers, now),
    mayHaveSucceeded: mayHaveActed(status, tag),
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
