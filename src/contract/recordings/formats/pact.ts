import type { Exchange, ExchangeRequest, HeaderMap, RecordingPlace } from '../../exchange.ts';
import type { RecordingSource } from '../source.ts';
import { readJsonList } from '../text/json-list.ts';
import { isJsonText } from '../text/parse-json.ts';
import type { RecordingFormat } from './format.ts';
import { bodyFromBytes, requestBody, responseBody } from './shared/bodies.ts';
import {
  type Fields,
  isAbsent,
  isFields,
  jsonText,
  objectAt,
  optionalTextAt,
  refuse,
  refuseKind,
  statusAt,
  storedHeaders,
  textAt,
  withType,
} from './shared/fields.ts';

/** A contract of a consumer: version 2 to 4 of the format, of which the examples are read and the matchers are not. */
export const pact: RecordingFormat = {
  name: 'pact',
  called: 'a Pact',
  detect: (start) =>
    /^\{\s*"(?:consumer|provider)"\s*:\s*\{/.test(start) && /"interactions"\s*:\s*\[/.test(start),
  marker: /"pactSpecification(?:Version)?"\s*:|^\{\s*"(?:consumer|provider)"\s*:\s*\{\s*"name"\s*:/,
  read: readPact,
};

/**
 * Reads the interactions of a pact, each as the exchange that it is an example of. Messages are none of HTTP, and are passed
 * over. A pact names no host.
 *
 * @throws RecordingError if it is not one
 */
export async function* readPact(
  source: RecordingSource,
): AsyncGenerator<Iterable<Exchange>, void, undefined> {
  const batches = readJsonList(source, {
    path: ['interactions'],
    missing: 'has no list of interactions',
    make: (interaction, index) => exchange(interaction, { file: source.file, index }),
  });
  for await (const batch of batches) yield ofHttp(batch);
}

function* ofHttp(batch: Iterable<Exchange | undefined>): Generator<Exchange> {
  for (const each of batch) if (each !== undefined) yield each;
}

function exchange(interaction: unknown, recording: RecordingPlace): Exchange | undefined {
  if (!isFields(interaction)) return refuse(recording, 'is not an interaction of a pact');
  const { type } = interaction;
  if (type !== undefined && type !== 'Synchronous/HTTP') return undefined;
  const request = objectAt(interaction, 'request', 'request', recording);
  const response = objectAt(interaction, 'response', 'response', recording);
  const method = (optionalTextAt(request, 'method', 'request.method', recording) ?? 'GET').toUpperCase();
  const status = isAbsent(response['status'])
    ? 200
    : statusAt(response, 'status', 'response.status', recording);
  const isV4 = type !== undefined;
  const answered = partOf(response, 'response', isV4, recording);
  return {
    request: {
      method,
      url: `${textAt(request, 'path', 'request.path', recording)}${queryOf(request, recording)}`,
      ...sentPart(partOf(request, 'request', isV4, recording)),
      // Those that the consumer does not care for are not in it.
      headersUnknown: true,
    },
    response: {
      status,
      headers: answered.headers,
      headersUnknown: true,
      body: responseBody(method, status, answered.body),
      isExample: true,
    },
    recording,
    recorded: true,
  };
}

interface Part {
  readonly headers: HeaderMap;
  readonly body: string | Uint8Array | undefined;
}

function sentPart({ headers, body }: Part): Pick<ExchangeRequest, 'headers' | 'body'> {
  return { headers, body: requestBody(body) };
}

/** Where no header tells what a body is, the pact does, or what kind of value it is. */
function partOf(holder: Fields, name: string, isV4: boolean, recording: RecordingPlace): Part {
  const headers = storedHeaders(holder['headers'], `${name}.headers`, recording);
  const told = headers['content-type']?.[0];
  const stored = holder['body'];
  // Nothing is said of it: it may be any. Null is said to be the text null only of JSON.
  if (stored === undefined || (stored === null && !isJson(told))) return { headers, body: undefined };
  const { body, type } = isV4
    ? contentOf(stored, name, told, recording)
    : bodyOfValue(stored, told, recording);
  return { headers: withType(headers, type), body };
}

function isJson(type: string | undefined): boolean {
  return type !== undefined && /^application\/(?:[^;]*\+)?json\b/i.test(type);
}

interface TypedBody {
  readonly body: string | Uint8Array;
  readonly type: string | undefined;
}

/** In version 2 and 3 a text is the body itself; where JSON is meant and it is none, it is the text in quotes. */
function bodyOfValue(stored: unknown, told: string | undefined, recording: RecordingPlace): TypedBody {
  if (typeof stored !== 'string') return { body: jsonText(stored, recording), type: 'application/json' };
  const type = told ?? 'text/plain';
  return {
    body: isJson(type) && stored !== '' && !isJsonText(stored) ? JSON.stringify(stored) : stored,
    type,
  };
}

/** Version 4 says of what kind the content is, and how it is written. */
function contentOf(
  stored: unknown,
  name: string,
  told: string | undefined,
  recording: RecordingPlace,
): TypedBody {
  if (!isFields(stored)) return refuseKind(stored, 'an object', `${name}.body`, recording);
  const { content, encoded } = stored;
  const named = optionalTextAt(stored, 'contentType', `${name}.body.contentType`, recording);
  const type = named === '*/*' ? undefined : named;
  if (isAbsent(content)) return { body: '', type };
  if (typeof content !== 'string')
    return { body: jsonText(content, recording), type: type ?? 'application/json' };
  if (encoded === true || encoded === 'base64')
    return { body: bodyFromBytes(Buffer.from(content, 'base64')), type };
  if (/^json$/i.test(String(encoded))) return { body: JSON.stringify(content), type };
  return { ...bodyOfValue(content, told ?? type, recording), type };
}

/** Version 2 has it as it was sent, the others by name. */
function queryOf({ query }: Fields, recording: RecordingPlace): string {
  if (isAbsent(query) || query === '') return '';
  if (typeof query === 'string') return `?${query}`;
  if (!isFields(query)) return refuseKind(query, 'a string or an object', 'request.query', recording);
  const pairs = Object.entries(query).flatMap(([name, values]) =>
    (Array.isArray(values) ? values : [values]).map((value) =>
      isAbsent(value)
        ? encodeURIComponent(name)
        : `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
    ),
  );
  return `?${pairs.join('&')}`;
}
