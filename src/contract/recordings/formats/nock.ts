import { redactUrl } from '../../../secrets/redact-by-name.ts';
import type { Body, Exchange, HeaderMap, RecordingPlace } from '../../exchange.ts';
import type { RecordingSource } from '../source.ts';
import { readJsonList } from '../text/json-list.ts';
import { isJsonText } from '../text/parse-json.ts';
import type { RecordingFormat } from './format.ts';
import {
  bodyFromBytes,
  bytesFromHex,
  codingsOf,
  decodeContent,
  requestBody,
  responseWith,
  type StoredBody,
} from './shared/bodies.ts';
import {
  type Fields,
  instant,
  isAbsent,
  isFields,
  isHeaders,
  jsonText,
  refuse,
  statusAt,
  storedHeaders,
  textAt,
} from './shared/fields.ts';
import { keptRequestHeaders, keptResponseHeaders } from './shared/kept-headers.ts';

const MARKER = /"scope"\s*:\s*"https?:|"rawHeaders"\s*:/i;

export const nock: RecordingFormat = {
  name: 'nock',
  called: 'nock definitions',
  // A list of nothing is what nock gives where nothing was sent; most lists of something else are not nock's.
  detect: (start) => /^\[\s*\]\s*$/.test(start) || (start.startsWith('[') && MARKER.test(start)),
  marker: MARKER,
  read: readNock,
};

/** Reads nock definitions: what `nock.recorder.play()` gives and `nock.load` takes. @throws RecordingError */
export function readNock(source: RecordingSource): AsyncIterable<Iterable<Exchange>> {
  return readJsonList(source, {
    path: [],
    missing: 'is not a list',
    make: (definition, index) => exchange(definition, { file: source.file, index }),
  });
}

function exchange(definition: unknown, recording: RecordingPlace): Exchange {
  if (!isFields(definition)) return refuse(recording, 'is not a nock definition');
  const url = fullUrl(definition, recording);
  const method = textAt(definition, 'method', 'method', recording).toUpperCase();
  const status =
    definition['status'] === undefined ? 200 : statusAt(definition, 'status', 'status', recording);
  const headersName = isAbsent(definition['rawHeaders']) ? 'headers' : 'rawHeaders';
  const headers = storedHeaders(definition[headersName], headersName, recording);
  const recordedAt = instant(definition['recordedAt']);
  // `requestHeaders` is our own field: nock passes over it, while it refuses a replay that differs in `reqheaders`.
  const requestHeadersName = isAbsent(definition['requestHeaders']) ? 'reqheaders' : 'requestHeaders';
  const requestHeaders = definition[requestHeadersName];
  return {
    request: {
      method,
      url,
      headers: storedHeaders(requestHeaders, requestHeadersName, recording),
      // nock's recorder leaves them out unless it is told not to (`enable_reqheaders_recording`).
      ...(isHeaders(requestHeaders) ? {} : { headersUnknown: true }),
      body: requestBody(storedBody(definition, 'body', 'requestIsBinary', recording)),
    },
    response: {
      status,
      headers,
      ...responseWith(method, status, storedResponse(definition, headers, recording)),
    },
    recording,
    recorded: true,
    ...(recordedAt === undefined ? {} : { recordedAt }),
  };
}

/** nock names the port even where the scheme implies it; the path stays as it was sent. */
function fullUrl(definition: Fields, recording: RecordingPlace): string {
  const scope = textAt(definition, 'scope', 'scope', recording);
  const path = textAt(definition, 'path', 'path', recording);
  if (!isUrl(scope)) return refuse(recording, 'scope is not a URL');
  const origin = scope.replace(/^(https:\/\/[^/]*?):443(?=\/|$)|^(http:\/\/[^/]*?):80(?=\/|$)/i, '$1$2');
  return origin.replace(/\/$/, '') + path;
}

let lastScope = '';

/** The scope is mostly that of the definition before. */
function isUrl(scope: string): boolean {
  if (scope === lastScope) return true;
  if (!/^https?:\/\//i.test(scope) || !URL.canParse(scope)) return false;
  lastScope = scope;
  return true;
}

function storedResponse(definition: Fields, headers: HeaderMap, recording: RecordingPlace): StoredBody {
  const response = definition['response'];
  const encodings = headers['content-encoding'] ?? [];
  const encoded = codingsOf(encodings).length === 0 ? undefined : hexChunks(response);
  if (encoded === undefined) return storedBody(definition, 'response', 'responseIsBinary', recording);
  return decodeContent(encoded, encodings);
}

/** nock keeps an encoded body as it came, in hex, a string for each chunk; plain text beneath the header is not that. */
function hexChunks(response: unknown): Uint8Array | undefined {
  const chunks = typeof response === 'string' ? [response] : response;
  if (!Array.isArray(chunks)) return undefined;
  const bytes = chunks.map((chunk) => (typeof chunk === 'string' ? bytesFromHex(chunk) : undefined));
  const known = bytes.filter((part) => part !== undefined);
  return known.length === bytes.length && known.some((part) => part.length > 0)
    ? Buffer.concat(known)
    : undefined;
}

/**
 * nock keeps a JSON body parsed. Written again by JSON.stringify it has the same value, but not the same text: white
 * space, duplicate keys, the spelling of numbers and escapes are lost, so no check can judge them in such a recording.
 */
function storedBody(
  definition: Fields,
  name: 'body' | 'response',
  mark: 'requestIsBinary' | 'responseIsBinary',
  recording: RecordingPlace,
): Body {
  const stored = definition[name];
  if (stored === undefined) return undefined;
  if (definition[mark] === true) {
    const bytes = typeof stored === 'string' ? bytesFromHex(stored) : undefined;
    return bytes === undefined
      ? refuse(recording, `${name} is not hexadecimal, as ${mark} says`)
      : bodyFromBytes(bytes);
  }
  return typeof stored === 'string' ? stored : jsonText(stored, recording);
}

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
    ...writtenResponse(response.body, requestIsBinary || rawHeaders['content-type'] === undefined),
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
function writtenResponse(
  body: Body,
  avoidParsed: boolean,
): Pick<Definition, 'response' | 'responseIsBinary'> {
  if (body === undefined) return {};
  const json = avoidParsed ? undefined : readableJson(body);
  if (json !== undefined) return { response: json };
  if (body === '' || (typeof body === 'string' && !avoidParsed && !isJsonText(body)))
    return { response: body };
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
