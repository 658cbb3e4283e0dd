import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';
import { hostOf, isLoopback } from '../../contract/judge/match/host.ts';
import { cookieThere, locationThere, type Refusal, type Target } from './proxy-target.ts';

/** Of a request or an answer; servers take 8 to 16 kB, and a proxy must not be what takes less. */
export const LONGEST_HEAD: number = 128 * 1024;

/** Such a method has a body, be it an empty one. */
const SENDS = new Set(['POST', 'PUT', 'PATCH']);

/** Between two neighbours, and not for whom is behind them. Source: RFC 9110, section 7.6.1. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authorization',
  'transfer-encoding',
  'upgrade',
]);

/** What is known of an answer besides what it says. */
export interface Answered {
  readonly request: IncomingMessage;
  readonly path: string;
  readonly target: Target;
  /** Whether the connection can't be used again: what was announced may still be sent, or not. */
  readonly isLast: boolean;
}

/**
 * Makes the head of an answer, with what leads to the target leading to the proxy.
 *
 * @param length of its body, where all of it is there
 */
export function answerWith(
  answer: IncomingMessage,
  response: ServerResponse,
  { request, path, target, isLast }: Answered,
  length?: number,
): void {
  const status = answer.statusCode ?? 0;
  const mayHaveTrailers =
    length === undefined &&
    isChunked(answer) &&
    request.httpVersion !== '1.0' &&
    request.method !== 'HEAD' &&
    ![204, 304].includes(status);
  const headers = endToEnd(answer, mayHaveTrailers);
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at]?.toLowerCase();
    const value = headers[at + 1] ?? '';
    if (name === 'location') headers[at + 1] = locationThere(value, path, target, proxyOf(request));
    else if (name === 'set-cookie') headers[at + 1] = cookieThere(value, target);
  }
  if (length !== undefined && answer.headers['content-length'] === undefined)
    headers.push('Content-Length', String(length));
  if (isLast) headers.push('Connection', 'close');
  response.sendDate = false;
  response.writeHead(status, reasonOf(answer), headers);
}

/** What stands behind the status, without what Node reads and does not write. */
export function reasonOf({ statusMessage = '' }: IncomingMessage): string {
  return statusMessage.replace(/[^ -~\u0080-\u00ff]/g, '');
}

/** Why an answer can't be given to a client: Node reads such a status, and does not write it. */
export function whyUngiven({ statusCode = 0 }: IncomingMessage, { origin }: Target): string | undefined {
  return statusCode < 100
    ? `${origin} answered with the status ${statusCode}, which HTTP does not have.`
    : undefined;
}

/** The proxy's own address, by the name that the client has for it. */
function proxyOf({ headers: { host = '' }, socket }: IncomingMessage): string {
  const named = hostOf(`//${host}`);
  const isOwn = named !== undefined && isLoopback(named) && Number(named.port || 80) === socket.localPort;
  return `http://${isOwn ? host : `${socket.localAddress}:${socket.localPort}`}`;
}

/** What the target gets: all that is meant for it, under its own name. */
export function sentHeaders(request: IncomingMessage, { host }: Target): string[] {
  const coding = request.headers['transfer-encoding'];
  const headers = endToEnd(request, isChunked(request));
  const at = headers.findIndex((each, index) => index % 2 === 0 && each.toLowerCase() === 'host');
  if (at === -1) headers.unshift('Host', host);
  else headers[at + 1] = host;
  if (coding !== undefined) headers.push('Transfer-Encoding', coding);
  else if (SENDS.has(request.method ?? '') && request.headers['content-length'] === undefined)
    headers.push('Content-Length', '0');
  return headers;
}

/** Names and values of what is meant for whom is behind the neighbour. */
function endToEnd({ rawHeaders, headers }: IncomingMessage, mayHaveTrailers: boolean): string[] {
  const { connection } = headers;
  const named =
    connection === undefined || /^(?:keep-alive|close)$/i.test(connection) ? [] : listOf(connection);
  const kept: string[] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string;
    const lower = name.toLowerCase();
    if (HOP_BY_HOP.has(lower) || (named.includes(lower) && lower !== 'te')) continue;
    if (lower === 'trailer' && !mayHaveTrailers) continue;
    kept.push(name, rawHeaders[at + 1] as string);
  }
  return kept;
}

function listOf(value: string): string[] {
  return value.split(',').map((each) => each.trim().toLowerCase());
}

export function isChunked({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined;
}

export function addTrailers(to: ClientRequest | ServerResponse, { rawTrailers }: IncomingMessage): void {
  const pairs: [string, string][] = [];
  for (let at = 0; at + 1 < rawTrailers.length; at += 2)
    pairs.push([rawTrailers[at] as string, rawTrailers[at + 1] as string]);
  if (pairs.length > 0) to.addTrailers(pairs);
}

/** Answers for the proxy itself. */
export function refuse(request: IncomingMessage, response: ServerResponse, { status, why }: Refusal): void {
  request.resume();
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
  response.end(`exa-enrichments proxy: ${why}\n`);
}

const UNREACHED: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'it refuses the connection',
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name can not be looked up',
  ETIMEDOUT: 'it does not answer',
  ECONNRESET: 'it broke off before it answered',
  EPIPE: 'it broke off before it answered',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  HPE_HEADER_OVERFLOW: `its answer begins with more than ${LONGEST_HEAD} bytes of headers`,
};

/** Why the target gave no answer, in words. */
export function whyUnreached({ code = '', message }: NodeJS.ErrnoException, { origin }: Target): string {
  const isUntrusted = /SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|CERT_UNTRUSTED/.test(code);
  const why = isUntrusted
    ? `its certificate is not trusted (${code}). Name its authority in NODE_EXTRA_CA_CERTS`
    : (UNREACHED[code] ?? (message || code));
  return `Failed to reach ${origin}: ${why}.`;
}
