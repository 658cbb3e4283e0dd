import type { Body, Exchange, HeaderMap, RecordingPlace } from '../exchange.ts';
import { bodyFromBytes, bytesFromHex, requestBody, responseBody } from '../recording-support/bodies.ts';
import { codingsOf, decodeContent } from '../recording-support/decode-content.ts';
import {
  type Fields,
  instant,
  isAbsent,
  isFields,
  refuse,
  statusAt,
  textAt,
} from '../recording-support/fields.ts';
import { isHeaders, storedHeaders } from '../recording-support/header-fields.ts';
import { readJsonList } from '../recording-support/json-list.ts';
import type { RecordingSource } from '../recording-support/recording-source.ts';

/** Reads nock definitions: what `nock.recorder.play()` gives and `nock.load` takes. @throws RecordingError */
export function readNock(source: RecordingSource): AsyncIterable<Iterable<Exchange>> {
  return readJsonList(source, {
    path: [],
    missing: 'is not a list of nock definitions',
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
      body: responseBody(method, status, storedResponse(definition, headers, recording)),
    },
    recording,
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

function storedResponse(definition: Fields, headers: HeaderMap, recording: RecordingPlace): Body {
  const response = definition['response'];
  const encodings = headers['content-encoding'] ?? [];
  const encoded = codingsOf(encodings).length === 0 ? undefined : hexChunks(response);
  if (encoded === undefined) return storedBody(definition, 'response', 'responseIsBinary', recording);
  const content = decodeContent(encoded, encodings);
  return content instanceof Uint8Array ? bodyFromBytes(content) : refuse(recording, content.failure);
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

function jsonText(value: unknown, recording: RecordingPlace): string {
  try {
    return JSON.stringify(value);
  } catch {
    // JSON.parse takes any depth, JSON.stringify does not.
    return refuse(recording, 'the body is nested too deeply');
  }
}
