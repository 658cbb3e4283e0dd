import { parseContentType } from '../../../description/media-type.ts';
import {
  addHeader,
  type Exchange,
  type HeaderMap,
  noHeaders,
  type RecordingPlace,
} from '../../../exchange.ts';
import type { Attached } from '../../attached.ts';
import {
  attachedBody,
  bodyFromBytes,
  bytesFromHex,
  decodeContent,
  requestWith,
  responseWith,
  type StoredBody,
} from './bodies.ts';
import {
  type Fields,
  instant,
  isAbsent,
  isFields,
  MAX_FIELDS,
  objectAt,
  optionalTextAt,
  refuse,
  refuseKind,
  statusAt,
  textAt,
} from './fields.ts';

/**
 * Reads the entries of a HAR 1.2 log, one after the other, as exchanges. A body is taken as it stands: by the format it
 * is decoded already, although the `content-encoding` header is still there. Nothing of an entry is kept but its texts.
 * Playwright keeps bodies in files that `attached` reads: `_file` names them.
 *
 * The function that is returned throws a RecordingError if its argument is not an entry.
 */
export function harEntryReader(attached: Attached): (entry: unknown, recording: RecordingPlace) => Exchange {
  const requestHeaders = harHeaders('request.headers');
  const responseHeaders = harHeaders('response.headers');

  return (entry, recording) => {
    if (!isFields(entry)) return refuse(recording, 'is not a HAR entry');
    const request = objectAt(entry, 'request', 'request', recording);
    const response = objectAt(entry, 'response', 'response', recording);
    refuseForeign(request, 'request.body', 'request.postData.text', recording);
    refuseForeign(response, 'response.body', 'response.content.text', recording);
    const method = textAt(request, 'method', 'request.method', recording).toUpperCase();
    const status = statusAt(response, 'status', 'response.status', recording);
    const headers = responseHeaders(response['headers'], recording);
    const recordedAt = instant(entry['startedDateTime']);
    const sentHeaders = requestHeaders(request['headers'], recording);
    const sent = requestWith(postedBody(request, sentHeaders, attached, recording));
    const exchange = {
      request: {
        method,
        url: textAt(request, 'url', 'request.url', recording),
        headers: sentHeaders,
        ...sent,
      },
      response: {
        status,
        headers,
        ...responseWith(method, status, contentBody(response, status, { headers, attached }, recording)),
      },
      recording,
      recorded: true as const,
    };
    if (!Array.isArray(request['headers'])) Object.assign(exchange.request, { headersUnknown: true });
    if (sent.body === undefined && saysBody(request, sentHeaders))
      Object.assign(exchange.request, { bodyUnknown: true });
    return recordedAt === undefined ? exchange : Object.assign(exchange, { recordedAt });
  };
}

/** Logs that people make themselves look like HAR, and keep the body where HAR has none: it would be passed over. */
function refuseForeign(holder: Fields, name: string, instead: string, recording: RecordingPlace): void {
  if (holder['body'] !== undefined) refuse(recording, `${name} is not of HAR: a body stands in ${instead}`);
}

/** Whether a body was sent: by its size, or since its form has none without a byte. -1 is a size that is not known. */
function saysBody(request: Fields, headers: HeaderMap): boolean {
  const { bodySize: size, postData } = request;
  if (isFields(postData) && /^multipart\//i.test(String(postData['mimeType']))) return true;
  if (typeof size === 'number' && size >= 0) return size > 0;
  return Number(headers['content-length']?.[0] ?? 0) > 0;
}

/** Without text, a form is written again from its parameters: that something was sent must not get lost. */
function postedBody(
  request: Fields,
  headers: HeaderMap,
  attached: Attached,
  recording: RecordingPlace,
): StoredBody {
  if (isAbsent(request['postData'])) return undefined;
  const name = 'request.postData';
  const postData = objectAt(request, 'postData', name, recording);
  const file = optionalTextAt(postData, '_file', `${name}._file`, recording);
  if (file !== undefined) return attachedBody(attached(file));
  const text = storedText(postData, name, recording);
  const params = postData['params'];
  if (isAbsent(params)) return text;
  if (!Array.isArray(params)) return refuseKind(params, 'a list', `${name}.params`, recording);
  if (text !== undefined && text.length > 0) return text;
  const fields = params.map((param, index): Param => {
    const at = `${name}.params[${index}]`;
    if (!isFields(param)) return refuseKind(param, 'an object', at, recording);
    const optional = (key: string): string | undefined =>
      optionalTextAt(param, key, `${at}.${key}`, recording);
    return {
      name: textAt(param, 'name', `${at}.name`, recording),
      value: optional('value'),
      fileName: optional('fileName'),
      contentType: optional('contentType'),
    };
  });
  const types = [...(headers['content-type'] ?? []), String(postData['mimeType'])];
  if (types.some((type) => /^multipart\//i.test(type))) return multipartOf(fields, types);
  return new URLSearchParams(
    fields.map(({ name: field, value = '' }): [string, string] => [field, value]),
  ).toString();
}

interface Param {
  readonly name: string;
  readonly value: string | undefined;
  readonly fileName: string | undefined;
  readonly contentType: string | undefined;
}

/** What a file holds is not kept: a placeholder stands for it. Undefined where nobody says how the parts were told apart. */
function multipartOf(params: readonly Param[], types: readonly string[]): string | undefined {
  const boundary = types.map((type) => parseContentType(type)?.boundary).find((each) => each !== undefined);
  if (boundary === undefined || params.length === 0) return undefined;
  const quoted = (text: string): string => `"${text.replace(/["\r\n]/g, encodeURIComponent)}"`;
  const parts = params.map(({ name, value, fileName, contentType }) => {
    const file = fileName === undefined ? '' : `; filename=${quoted(fileName)}`;
    const type = contentType === undefined || contentType === '' ? '' : `\r\nContent-Type: ${contentType}`;
    const content = value ?? (fileName === undefined ? '' : '<FILE>');
    return `--${boundary}\r\nContent-Disposition: form-data; name=${quoted(name)}${file}${type}\r\n\r\n${content}\r\n`;
  });
  return `${parts.join('')}--${boundary}--\r\n`;
}

/**
 * No text with a size of 0 is an empty body; with another size it means that the recorder did not keep it. The content
 * itself is there in every HAR, but for a request that got no response.
 */
function contentBody(
  response: Fields,
  status: number,
  { headers, attached }: { readonly headers: HeaderMap; readonly attached: Attached },
  recording: RecordingPlace,
): StoredBody {
  if (status === 0 && isAbsent(response['content'])) return undefined;
  const content = objectAt(response, 'content', 'response.content', recording);
  const file = optionalTextAt(content, '_file', 'response.content._file', recording);
  if (file !== undefined) return attachedBody(attached(file));
  const coding = pollyCoding(content);
  const isHex = coding === 'hex' && content['encoding'] !== undefined;
  const text =
    storedText(isHex ? { text: content['text'] } : content, 'response.content', recording) ??
    (content['size'] === 0 ? '' : undefined);
  if (coding === undefined || typeof content['text'] !== 'string') return text;
  const chunks = encodedChunks(content['text'], coding, headers);
  if (chunks !== undefined || coding === 'base64') return chunks ?? text;
  const bytes = bytesFromHex(content['text']);
  if (bytes !== undefined) return bodyFromBytes(bytes);
  return content['encoding'] === undefined ? text : refuse(recording, 'response.content.text is not hex');
}

/**
 * How Polly.JS writes bytes: since 6 in base64, as the format has it, before in hex, with a mark of its own or as an
 * encoding that the format does not have. Source: @pollyjs/persister 5.1.1, har/response, and cassettes of version 4.
 */
function pollyCoding({ encoding, _isBinary: isBinary }: Fields): 'base64' | 'hex' | undefined {
  if (encoding === 'base64' || encoding === 'hex') return encoding;
  return isBinary === true && encoding === undefined ? 'hex' : undefined;
}

/**
 * Polly.JS keeps a body that came encoded as it came: a JSON list of its chunks.
 * Source: @pollyjs/adapter-node-http 5.1.1 and 6.0.6, getBodyFromChunks.
 */
function encodedChunks(text: string, coding: 'base64' | 'hex', headers: HeaderMap): StoredBody {
  const encodings = headers['content-encoding'];
  if (encodings === undefined) return undefined;
  // No chunk came, as to a HEAD.
  if (text === '[]') return '';
  if (!text.startsWith('["')) return undefined;
  const chunks = bytesOfList(text, coding);
  return chunks && decodeContent(Buffer.concat(chunks), encodings);
}

function bytesOfList(text: string, coding: 'base64' | 'hex'): Buffer[] | undefined {
  try {
    return (JSON.parse(text) as unknown[]).map((chunk) => Buffer.from(String(chunk), coding));
  } catch {
    return undefined;
  }
}

function storedText(
  stored: Fields,
  name: string,
  recording: RecordingPlace,
): string | Uint8Array | undefined {
  const text = optionalTextAt(stored, 'text', `${name}.text`, recording);
  if (text === undefined) return undefined;
  const encoding = stored['encoding'];
  if (encoding === 'base64') return bodyFromBytes(Buffer.from(text, 'base64'));
  if (isAbsent(encoding) || encoding === '' || /^utf-?8$/i.test(String(encoding))) return text;
  return refuse(recording, `${name}.encoding is not base64`);
}

/**
 * Reads HAR's lists of headers, one after the other. Clients send the same headers each time: where a list says what
 * the one before said, it is the same map. Without a list there are no headers; `name` is how an error calls it.
 *
 * The function that is returned throws a RecordingError if its argument is anything else.
 */
function harHeaders(name: string): (list: unknown, recording: RecordingPlace) => HeaderMap {
  let names: unknown[] = [];
  let values: unknown[] = [];
  let map: HeaderMap = noHeaders();

  const isSame = (list: readonly unknown[]): boolean => {
    if (list.length !== names.length) return false;
    for (let index = 0; index < list.length; index += 1) {
      const field = list[index];
      if (!isFields(field) || field['name'] !== names[index] || field['value'] !== values[index])
        return false;
    }
    return true;
  };

  return (list, recording) => {
    if (isAbsent(list)) return noHeaders();
    if (!Array.isArray(list)) return refuseKind(list, 'a list', name, recording);
    if (isSame(list)) return map;
    if (list.length > MAX_FIELDS) refuse(recording, `has more than ${MAX_FIELDS} headers`);
    const at = list.findIndex((field) => !isHeader(field));
    if (at !== -1) refuse(recording, `${name}[${at}] is not a header: an object with a name and a value`);
    names = list.map((field) => field['name']);
    values = list.map((field) => field['value']);
    map = headersOf(names, values);
    return map;
  };
}

/** A number as a value is what Polly.JS writes where a client gave one; none at all, where it gave none. */
function isHeader(field: unknown): boolean {
  if (!isFields(field) || typeof field['name'] !== 'string') return false;
  const value = field['value'];
  return typeof value === 'string' || typeof value === 'number' || isAbsent(value);
}

/** HTTP/2's pseudo headers (`:path`) are no header fields. */
function headersOf(names: readonly unknown[], values: readonly unknown[]): HeaderMap {
  const map = noHeaders();
  for (let index = 0; index < names.length; index += 1) {
    const name = String(names[index]);
    if (!name.startsWith(':') && !isAbsent(values[index])) addHeader(map, name, String(values[index]));
  }
  return map;
}
