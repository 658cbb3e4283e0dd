import { addHeader, type Body, type Exchange, type HeaderMap, type RecordingPlace } from '../exchange.ts';
import { bodyFromBytes, requestBody, responseBody } from './bodies.ts';
import { type Fields, instant, isFields, objectAt, refuse, statusAt, textAt } from './fields.ts';

/**
 * An entry of a HAR 1.2 log as an exchange. The body is taken as it stands: by the format it is decoded already,
 * although the `content-encoding` header is still there.
 *
 * @throws RecordingError if the entry is not one
 */
export function harExchange(entry: unknown, recording: RecordingPlace): Exchange {
  if (!isFields(entry)) return refuse(recording, 'is not a HAR entry');
  const request = objectAt(entry, 'request', 'request', recording);
  const response = objectAt(entry, 'response', 'response', recording);
  const method = textAt(request, 'method', 'request.method', recording).toUpperCase();
  const status = statusAt(response, 'status', 'response.status', recording);
  const recordedAt = instant(entry['startedDateTime']);
  return {
    request: {
      method,
      url: textAt(request, 'url', 'request.url', recording),
      headers: headers(request['headers']),
      body: requestBody(postedBody(request['postData'])),
    },
    response: {
      status,
      headers: headers(response['headers']),
      body: responseBody(method, status, contentBody(response['content'])),
    },
    recording,
    ...(recordedAt === undefined ? {} : { recordedAt }),
  };
}

/** HTTP/2's pseudo headers (`:path`) are no header fields. */
function headers(list: unknown): HeaderMap {
  // Built without pairs in between: with a million entries they would be most of the work.
  const map: Record<string, string[]> = Object.create(null);
  if (!Array.isArray(list)) return map;
  for (const field of list) {
    if (!isFields(field)) continue;
    const name = String(field['name']);
    if (!name.startsWith(':')) addHeader(map, name, String(field['value']));
  }
  return map;
}

/** Without text, a form is written again from its parameters: that something was sent must not get lost. */
function postedBody(postData: unknown): Body {
  if (!isFields(postData)) return undefined;
  const text = storedText(postData);
  const params = postData['params'];
  if (text !== undefined || !Array.isArray(params)) return text;
  const form = new URLSearchParams();
  for (const param of params.filter(isFields))
    form.append(String(param['name']), String(param['value'] ?? ''));
  return form.toString();
}

/** No text with a size of 0 is an empty body; with another size it means that the recorder did not keep it. */
function contentBody(content: unknown): Body {
  if (!isFields(content)) return undefined;
  return storedText(content) ?? (content['size'] === 0 ? '' : undefined);
}

function storedText(stored: Fields): string | Uint8Array | undefined {
  const text = stored['text'];
  if (typeof text !== 'string') return undefined;
  return stored['encoding'] === 'base64' ? bodyFromBytes(Buffer.from(text, 'base64')) : text;
}
