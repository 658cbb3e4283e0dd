import type { Operation } from '../contract.ts';
import type { Exchange, ExchangeRequest, HeaderMap } from '../exchange.ts';
import type { Severity } from '../finding.ts';
import type { LenientRule } from './lenient.ts';

/** An answer that comes of HTTP, of a gateway or of no answer at all, and says nothing of what the description says. */
export interface HttpItself {
  readonly rule: LenientRule;
  /** What there is to tell of it. */
  readonly told?: { readonly severity: Severity; readonly message: string; readonly received: string };
  /** Whether nothing but the answer is to be told of the exchange: its request is not one to the operation. */
  readonly isAll: boolean;
}

/** Which requests HTTP answers so itself. Source: RFC 9110, sections 13, 14 and 7.8. */
interface OwnAnswer {
  /** One of these fields asks for it. */
  readonly askedBy: readonly string[];
  /** A range of statuses, or `default`, is not meant of it: it has no body of its own, or only a part of one. */
  readonly isBodiless: boolean;
}

const OWN_ANSWERS: ReadonlyMap<number, OwnAnswer> = new Map([
  [101, { askedBy: ['upgrade'], isBodiless: true }],
  [206, { askedBy: ['range'], isBodiless: true }],
  [304, { askedBy: ['if-none-match', 'if-modified-since'], isBodiless: true }],
  [
    412,
    {
      askedBy: ['if-match', 'if-none-match', 'if-modified-since', 'if-unmodified-since'],
      isBodiless: false,
    },
  ],
  [416, { askedBy: ['range'], isBodiless: false }],
]);

/** What Cloudflare says where the API did not answer. Source: developers.cloudflare.com, "Error 5xx". */
const CLOUDFLARE: ReadonlySet<number> = new Set([520, 521, 522, 523, 524, 525, 526, 527, 529, 530]);

/** What a HAR says where no response came. Source: HAR 1.2 as browsers write it. */
const NO_RESPONSE = 0;

/** Undefined where the answer is to be judged by the description. */
export function httpItself(
  { request, response }: Exchange,
  operation: Operation,
  strict: boolean,
): HttpItself | undefined {
  const { status } = response;
  if (status === NO_RESPONSE) return noResponse(strict);
  if (strict) return undefined;
  if (isPreflight(request) && operation.method !== 'OPTIONS') return { ...OWN, isAll: true };
  const own = OWN_ANSWERS.get(status);
  if (own === undefined && !CLOUDFLARE.has(status)) return undefined;
  if (Object.hasOwn(operation.responses, status)) return undefined;
  if (own === undefined) return isCloudflare(response.headers) ? gatewayStatus(status) : undefined;
  const range = `${Math.floor(status / 100)}XX`;
  if (!own.isBodiless && [range, 'default'].some((key) => Object.hasOwn(operation.responses, key)))
    return undefined;
  if (own.askedBy.some((name) => request.headers[name] !== undefined)) return OWN;
  return request.headersUnknown === true ? mayBeOwn(status, own) : undefined;
}

const OWN: HttpItself = { rule: 'http-itself', isAll: false };

function mayBeOwn(status: number, { askedBy }: OwnAnswer): HttpItself {
  const message = `Status ${status} was not judged: the recording does not hold the request's headers, and with ${askedBy.join(' or ')} HTTP itself answers so.`;
  return { ...OWN, told: { severity: 'info', message, received: String(status) } };
}

function gatewayStatus(status: number): HttpItself {
  const message = `Status ${status} is Cloudflare's own: the API did not answer.`;
  return {
    rule: 'gateway-status',
    told: { severity: 'warning', message, received: String(status) },
    isAll: false,
  };
}

function noResponse(strict: boolean): HttpItself {
  const message = 'The recording holds no response: the request was aborted, blocked or never answered.';
  const severity = strict ? 'error' : 'info';
  return { rule: 'no-response', told: { severity, message, received: 'no response' }, isAll: true };
}

function isCloudflare({ server = [] }: HeaderMap): boolean {
  return server.some((value) => /^cloudflare\b/i.test(value.trim()));
}

/** A browser asks before it sends the request proper. Source: the Fetch standard, "CORS-preflight fetch". */
function isPreflight({ method, headers }: ExchangeRequest): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}

/**
 * The method of the operation that a request is about where none is described for its own: a HEAD is answered as a GET
 * without its body, and a preflight asks for the method that follows. Source: RFC 9110, section 9.3.2.
 */
export function methodBehind(request: ExchangeRequest): string {
  if (request.method === 'HEAD') return 'GET';
  const next = isPreflight(request) ? request.headers['access-control-request-method']?.[0] : undefined;
  return next === undefined ? request.method : next.trim().toUpperCase();
}

/**
 * Whether HTTP allows no body in the answer, whatever is documented. Source: RFC 9110, sections 6.4.1, 9.3.2 and 15.3.6. A HAR
 * keeps one of a 304 all the same: that which the cache had.
 */
export function isBodiless({ request, response }: Exchange): boolean {
  const { status } = response;
  return (
    (status < 200 && status >= 100) ||
    status === 204 ||
    status === 205 ||
    status === 304 ||
    request.method === 'HEAD'
  );
}
