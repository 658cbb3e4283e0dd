import { redactUrl } from '../../secrets/redact-by-name.ts';
import type { Body, Exchange, HeaderMap } from '../exchange.ts';
import { keptRequestHeaders, keptResponseHeaders } from '../recording-support/kept-headers.ts';

/** The properties of a nock definition that are written; nock.load passes over the last three. */
interface Definition {
  readonly scope: string;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
  readonly response?: unknown;
  readonly rawHeaders: Readonly<Record<string, string | readonly string[]>>;
  readonly responseIsBinary?: true;
  /** Names the credentials without making a replay depend on them: what is in nock's `reqheaders` must match. */
  readonly requestHeaders: Readonly<Record<string, string | readonly string[]>>;
  readonly requestIsBinary?: true;
  /** ISO 8601. */
  readonly recordedAt?: string;
}

/**
 * Exchanges as the text of a recording that `nock.load` replays byte for byte and our reader reads back. Of the
 * headers only the harmless are kept, and no credential's value, nor one in the URL.
 */
export function toNockDefinitions(exchanges: Iterable<Exchange>): string {
  return `${JSON.stringify(Array.from(exchanges, definition), null, 2)}\n`;
}

function definition({ request, response, recordedAt }: Exchange): Definition {
  const { scope, path } = splitUrl(redactUrl(request.url));
  const rawHeaders = keptResponseHeaders(response.headers);
  const requestIsBinary = typeof request.body === 'object';
  return {
    scope,
    method: request.method,
    path,
    body: requestIsBinary ? hex(request.body) : (readableJson(request.body) ?? request.body ?? ''),
    status: response.status,
    // nock answers a request in bytes with the response taken for hex digits: it has to be some.
    ...storedResponse(response.body, requestIsBinary || rawHeaders['content-type'] === undefined),
    rawHeaders: plain(rawHeaders),
    requestHeaders: plain(keptRequestHeaders(request.headers)),
    ...(requestIsBinary ? { requestIsBinary } : {}),
    ...(recordedAt === undefined ? {} : { recordedAt: new Date(recordedAt).toISOString() }),
  };
}

/**
 * nock parses a response that is a string of JSON and writes it again in its own way, sends '' for a false value,
 * and adds a content-type to parsed JSON that has none. Bytes are the one form that it leaves alone.
 */
function storedResponse(body: Body, avoidParsed: boolean): Pick<Definition, 'response' | 'responseIsBinary'> {
  if (body === undefined) return {};
  const json = avoidParsed ? undefined : readableJson(body);
  if (json !== undefined) return { response: json };
  if (body === '' || (typeof body === 'string' && !avoidParsed && !isJson(body))) return { response: body };
  return { response: hex(body), responseIsBinary: true };
}

/** The parsed object or list, for people to read, where JSON.stringify gives back the same text. */
function readableJson(body: Body): object | undefined {
  if (typeof body !== 'string') return undefined;
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && JSON.stringify(value) === body ? value : undefined;
  } catch {
    return undefined;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function hex(body: string | Uint8Array): string {
  return Buffer.from(body).toString('hex');
}

/** nock wants a path that starts with a slash; a URL without one asks for `/`. */
function splitUrl(url: string): { scope: string; path: string } {
  const [, scheme, authority = '', rest = ''] = /^([a-z][a-z\d+.-]*:\/\/)([^/?#]*)([^#]*)/i.exec(url) ?? [];
  if (scheme === undefined)
    throw new TypeError('Failed to write a recording: the URL of a request is not absolute.');
  return { scope: scheme + authority, path: rest.startsWith('/') ? rest : `/${rest}` };
}

/** One value stays a string; the prototype is put back, so that a reader's equality does not trip over it. */
function plain(headers: HeaderMap): Record<string, string | readonly string[]> {
  const entries = Object.entries(headers).map(([name, values]) => [
    name,
    values.length === 1 ? values[0] : values,
  ]);
  return Object.fromEntries(entries) as Record<string, string | readonly string[]>;
}
