import type { Answer } from '../call/operation.ts';
import { parseRetryAfter } from '../call/retry-after.ts';
import { redact } from '../redact.ts';
import {
  AuthenticationError,
  BadRequestError,
  ConflictError,
  type ErrorShape,
  NotFoundError,
  PaymentRequiredError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
  StatusError,
  UnprocessableEntityError,
} from '../status-errors.ts';
import { decodeText } from './parse-json.ts';

type Entry = readonly [ErrorClass: typeof StatusError, advice: string];

const READ = 'Read the enrichment to see its state.';
const ENTRIES: Readonly<Record<number, Entry>> = {
  // An invalid key was observed to give 400 where 401 is published.
  400: [BadRequestError, 'Check the ids and the API key, or read the enrichment: it may have ended before.'],
  401: [AuthenticationError, 'Check the API key.'],
  402: [PaymentRequiredError, 'Credits or a budget are spent.'],
  403: [PermissionDeniedError, 'Check what the plan of this key allows.'],
  404: [NotFoundError, 'Check both ids, and that they belong to this key.'],
  407: [StatusError, 'The proxy wants a user and a password.'],
  409: [ConflictError, READ],
  422: [UnprocessableEntityError, READ],
  429: [RateLimitError, 'Send less, or wait longer.'],
};
const SERVER: Entry = [ServerError, 'Try again later.'];
const CHECK_BASE_URL = 'Check `baseUrl`.';
const OTHER: Entry = [StatusError, CHECK_BASE_URL];

/** As the service says it of a path that it does not know at all: then no id is wrong, but what stands before it. */
const NO_ROUTE = /^Cannot [A-Z]+ \//;

/** The one place where a status becomes an error. The key goes before texts are cut: part of it could not be found. */
export function createStatusError(
  { status, headers, body: bytes }: Answer,
  now: number,
  key: string,
): StatusError {
  const text = decodeText(bytes);
  const body = redact(parsed(text), key);
  const {
    message = '',
    requestId = headers.get('x-request-id') ?? undefined,
    tag,
    ...rest
  } = readErrorBody(body);
  const [ErrorClass, usual] = ENTRIES[status] ?? (status >= 500 ? SERVER : OTHER);
  const isNoRoute = status === 404 && NO_ROUTE.test(message || text);
  const advice = isNoRoute
    ? `The server knows no such path: check \`baseUrl\`, which by default ends in /websets.`
    : usual;
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

/**
 * Can a server that answers with this status have done what it was asked? A 4xx is a refusal, but for 408, which
 * leaves it open; of the 5xx only an overload is published as "not processed". When in doubt: it can.
 */
export function mayHaveActed(status: number, tag?: string): boolean {
  return status < 400 || status === 408 || (status >= 500 && tag !== 'SERVICE_OVERLOADED');
}

/** What an error body tells, whichever layer wrote it. */
interface ErrorBody {
  readonly shape: ErrorShape;
  readonly message?: string | undefined;
  readonly requestId?: string | undefined;
  readonly tag?: string | undefined;
  readonly path?: string | undefined;
  readonly timestamp?: string | undefined;
}

/** Understands every shape that was observed or published, and takes anything else without complaint. */
function readErrorBody(body: unknown): ErrorBody {
  const { requestId, error, tag, statusCode, message, path, timestamp } = fieldsOf(body);
  const nested = fieldsOf(error);
  return {
    shape: shapeOf(statusCode, requestId, error),
    // A service says the reason phrase in `error`, and what happened in `message`.
    message: words(message) ?? words(nested['message']) ?? words(error),
    requestId: words(requestId),
    tag: words(tag) ?? words(nested['code']),
    path: words(path),
    timestamp: words(timestamp),
  };
}

function shapeOf(statusCode: unknown, requestId: unknown, error: unknown): ErrorShape {
  if (typeof statusCode === 'number') return 'service';
  if (typeof error === 'object' && error) return 'structured';
  if (!words(error)) return 'unknown';
  return words(requestId) ? 'gateway' : 'bare';
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function words(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
