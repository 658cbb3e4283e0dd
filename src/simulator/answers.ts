import { validateWebsetEnrichment } from '../../generated/client-validators.js';
import type { components } from '../../generated/schema.js';
import { createRandom } from './random.ts';

/** A response that is decided, but not yet under way: what both forms of the simulator deliver. */
export interface Answer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer with a JSON body and the observed headers. */
export function jsonAnswer(status: number, value: object, source: HeaderSource): Answer {
  const rendered = renderOnce(value);
  return { status, headers: jsonHeaders(rendered, source), body: rendered.body };
}

/** An error, answering a request for `path`. */
export function errorAnswer(error: ErrorAnswer, path: string, source: HeaderSource): Answer {
  const answer = jsonAnswer(error.status, errorBody(error, path, source), source);
  if (error.retryAfter === undefined) return answer;
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(error.retryAfter) } };
}

function errorBody(error: ErrorAnswer, path: string, source: HeaderSource): ErrorBody {
  if (error.shape === 'service') return serviceError(error.status, error.message, path, source.now());
  if (error.shape === 'bare') return { error: error.message };
  return gatewayError(source.hex(16), error.message, error.tag);
}

/** An error, before it is told which request it answers. */
export interface ErrorAnswer {
  readonly status: number;
  readonly shape: 'gateway' | 'service' | 'bare';
  readonly message: string;
  readonly tag?: string;
  /** Whole seconds, for `Retry-After`. */
  readonly retryAfter?: number;
}

export const missingKey: ErrorAnswer = { status: 401, shape: 'gateway', message: 'No API key given' };

/** Observed: 400 and no tag, where 401 is published. */
export const badKey: ErrorAnswer = { status: 400, shape: 'gateway', message: 'x-api-key header is invalid' };

/** Published. Nobody has observed what a bad bearer token answers, and the observed words name the other header. */
export const badBearer: ErrorAnswer = {
  status: 401,
  shape: 'gateway',
  message: 'Invalid API key',
  tag: 'INVALID_API_KEY',
};

export const enrichmentNotFound: ErrorAnswer = {
  status: 404,
  shape: 'service',
  message: 'Enrichment not found',
};
export const websetNotFound: ErrorAnswer = { status: 404, shape: 'service', message: 'Webset not found' };

/** Published, tag and all; `seconds` until the next request is allowed. */
export function rateLimited(seconds: number): ErrorAnswer {
  return {
    status: 429,
    shape: 'gateway',
    message: 'Rate limit exceeded',
    tag: 'RATE_LIMIT_EXCEEDED',
    retryAfter: seconds,
  };
}

export type GatewayError = components['schemas']['GatewayError'];
export type ServiceError = components['schemas']['ServiceError'];
export type StructuredError = components['schemas']['StructuredError'];
export type BareError = components['schemas']['BareError'];
type ErrorBody = components['schemas']['Error'];

/** An error of the gateway in front of the service. Observed without a tag. */
export function gatewayError(requestId: string, error: string, tag?: string): GatewayError {
  return tag === undefined ? { requestId, error } : { requestId, error, tag };
}

/** An error of the Websets service itself, at `now` (milliseconds). `path` is without the `/websets` prefix. */
export function serviceError(statusCode: number, message: string, path: string, now: number): ServiceError {
  const error = reasonPhrases[statusCode] ?? 'Error';
  return { statusCode, timestamp: new Date(now).toISOString(), message, error, path };
}

const reasonPhrases: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  404: 'Not Found',
  409: 'Conflict',
  422: 'Unprocessable Entity',
  500: 'Internal Server Error',
  501: 'Not Implemented',
};

/** What headers are made from, besides the body. */
export interface HeaderSource {
  /** Milliseconds since the epoch. */
  now(): number;
  /** That many random bytes, in hexadecimal. */
  hex(bytes: number): string;
}

/**
 * The headers of the live API, as observed, on a JSON body. Two are not copied, so that nobody takes a recording
 * of the simulator for one of the live API: `server` tells the truth, and `cf-ray` names no data centre.
 */
function jsonHeaders({ length, tag }: Rendered, source: HeaderSource): Record<string, string> {
  return {
    date: new Date(source.now()).toUTCString(),
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(length),
    ...security,
    vary: 'Origin',
    'access-control-allow-credentials': 'true',
    etag: tag,
    'cf-cache-status': 'DYNAMIC',
    server: simulatorServer,
    'cf-ray': `${source.hex(8)}-SIM`,
  };
}

/** The value of `server` in every answer of the simulator. */
const simulatorServer = 'exa-enrichments-simulator';

const security = {
  'content-security-policy': "frame-ancestors 'self'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
} as const;

/** A JSON body, with what its headers say about it. */
interface Rendered {
  readonly body: string;
  /** In bytes of UTF-8. */
  readonly length: number;
  readonly tag: string;
}

const encoder = new TextEncoder();
const known = new WeakMap<object, Rendered>();

function renderText(body: string): Rendered {
  const { length } = encoder.encode(body);
  return { body, length, tag: etag(body, length) };
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * The weak ETag of a body, in the observed form: its length in bytes as hex, and 27 characters of base 64. The live API
 * takes these of a SHA-1; here they are of any hash, for all that a client may ask of an ETag is whether two are equal.
 */
function etag(body: string, byteLength: number): string {
  const random = createRandom(byteLength, body);
  const hash = Array.from({ length: 27 }, () => BASE64.charAt(Math.floor(random() * 64))).join('');
  return `W/"${byteLength.toString(16)}-${hash}"`;
}

/** The same for a value that never changes: an enrichment is read much more often than it is replaced. */
function renderOnce(value: object): Rendered {
  const before = known.get(value);
  if (before !== undefined) return before;
  const rendered = renderText(JSON.stringify(value));
  known.set(value, rendered);
  return rendered;
}

/** Statuses that a response has no body with. */
const BODYLESS: ReadonlySet<number> = new Set([204, 205, 304]);

/** Whether a response to a request by `method` has a body: to HEAD there is none, whatever its headers say. */
export function hasBody(method: string, status: number): boolean {
  return method !== 'HEAD' && !BODYLESS.has(status);
}

/** The answer with another body, and the headers that go with it. */
export function withBody(answer: Answer, body: string): Answer {
  const { length, tag } = renderText(body);
  const headers = { ...answer.headers, 'content-length': String(length), etag: tag };
  return { ...answer, body, headers };
}

export function withHeader(answer: Answer, name: string, value: string): Answer {
  return { ...answer, headers: { ...answer.headers, [name]: value } };
}

export function withoutHeader(answer: Answer, name: string): Answer {
  const { [name]: _, ...headers } = answer.headers;
  return { ...answer, headers };
}

export type Fields = Readonly<Record<string, unknown>>;

/** The top-level fields of an answer; `undefined` if it is not the JSON of an enrichment. */
export function enrichmentIn(answer: Answer): Fields | undefined {
  const fields = JSON.parse(answer.body) as Fields;
  return fields['object'] === 'webset_enrichment' ? fields : undefined;
}

/** The answer with the enrichment in it edited; `undefined` if there is none, or if it is valid all the same. */
export function breakEnrichment(answer: Answer, edit: (fields: Fields) => Fields): Answer | undefined {
  const fields = enrichmentIn(answer);
  const edited = fields && edit(fields);
  if (edited === undefined || validateWebsetEnrichment(edited)) return undefined;
  return withBody(answer, JSON.stringify(edited));
}
