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
import { decodeText } from './parse-success.ts';

/** Where reading would help after a change was refused, `ofRead` is what to do when it was a read that was refused. */
type Entry = readonly [ErrorClass: typeof StatusError, advice: string, ofRead?: string];

const READ = 'Read the enrichment to see its state.';
const CHECK_IDS = 'Check the ids and the API key.';
const CHECK_KEY = 'Check the API key.';
const ENTRIES: Readonly<Record<number, Entry>> = {
  // An invalid key was observed to give 400 where 401 is published.
  400: [
    BadRequestError,
    'Check the ids and the API key, or read the enrichment: it may have ended before.',
    CHECK_IDS,
  ],
  401: [AuthenticationError, CHECK_KEY],
  402: [PaymentRequiredError, 'Credits or a budget are spent.'],
  403: [PermissionDeniedError, 'Check what the plan of this key allows.'],
  404: [NotFoundError, 'Check both ids, and that they belong to this key.'],
  407: [StatusError, 'The proxy wants a user and a password.'],
  409: [ConflictError, READ, CHECK_IDS],
  422: [UnprocessableEntityError, READ, CHECK_IDS],
  429: [RateLimitError, 'Send less, or wait longer.'],
};
const SERVER: Entry = [ServerError, 'Try again later.'];
const CHECK_BASE_URL = 'Check `baseUrl`.';
const OTHER: Entry = [StatusError, CHECK_BASE_URL];

/** As the service says it of a path that it does not know at all: then no id is wrong, but what stands before it. */
const NO_ROUTE = /^Cannot [A-Z]+ \//;

/** As it was observed, and as a service says it: nothing that an id in a message could be taken for. */
export const BAD_KEY: RegExp = /\((x-api-key header is invalid|invalid api key)[,)]/i;

/** Neither the gateway nor the service writes pages: what they mean by a status is not what such a page means by it. */
const PAGE = /^\s*<(!doctype|html)/i;
const TITLE = /<title[^>]*>([^<]{1,200})/i;
const NO_API = 'A web page is none of the API: check `baseUrl`, and what lies between.';

/** The one place where a status becomes an error. The key goes before texts are cut: part of it could not be found. */
export function createStatusError(
  { status, headers, body: bytes }: Answer,
  now: number,
  key: string,
  changes = true,
): StatusError {
  const text = redact(decodeText(bytes), key);
  const body = redact(parsed(text), key);
  const {
    message = '',
    requestId = headers.get('x-request-id') ?? undefined,
    tag,
    ...rest
  } = readErrorBody(body);
  const [ErrorClass, usual, ofRead = usual] = ENTRIES[status] ?? (status >= 500 ? SERVER : OTHER);
  const detail = [message.slice(0, 300) || excerpt(text, body), tag].filter(Boolean).join(', ');
  const said = detail && ` (${detail})`;
  let advice = changes ? usual : ofRead;
  if (status === 404 && NO_ROUTE.test(detail))
    advice = 'The server knows no such path: check `baseUrl`, which by default ends in /websets.';
  else if (BAD_KEY.test(said)) advice = CHECK_KEY;
  // A proxy asks for its password by a page, and Cloudflare for less.
  else if (PAGE.test(text) && status < 500 && status !== 407 && status !== 429) advice = NO_API;
  return new ErrorClass(`the server answered ${status}${said}. ${advice}`, {
    ...rest,
    status,
    tag,
    requestId,
    body: body ?? text.slice(0, 1000),
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

/** The start of a body that says nothing in the places we know, if it is a text that says anything. */
function excerpt(text: string, body: unknown): string {
  const start = text.slice(0, 2000);
  const isPage = PAGE.test(start);
  const title = isPage ? (TITLE.exec(start)?.[1] ?? '') : start;
  const line = title.replace(/\s+/g, ' ').trim().slice(0, 300);
  if (isPage) return line ? `a web page: ${line}` : 'a web page';
  const isText = ![...line].some((one) => one < ' ' || one === '\ufffd');
  return isText && (body === undefined || Object.keys(Object(body)).length > 0) ? line : '';
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
  const { requestId, error, tag, statusCode, message, path, timestamp, detail } = fieldsOf(body);
  const nested = fieldsOf(error);
  return {
    shape: shapeOf(statusCode, requestId, error),
    // A service says the reason phrase in `error`, and what happened in `message`.
    message: words(message) ?? words(nested['message']) ?? words(error) ?? words(detail),
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

/** A text; of several, as frameworks list what is wrong with a request, all. */
function words(value: unknown): string | undefined {
  const text = Array.isArray(value) ? value.filter((one) => typeof one === 'string').join('; ') : value;
  return typeof text === 'string' && text ? text : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
