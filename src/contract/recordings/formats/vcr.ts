import type { Body, Exchange, HeaderMap, RecordingPlace } from '../../exchange.ts';
import { RecordingError } from '../recording-error.ts';
import { type RecordingSource, readText } from '../source.ts';
import { readJsonList } from '../text/json-list.ts';
import { parseYaml } from '../text/yaml.ts';
import type { RecordingFormat } from './format.ts';
import {
  bodyFromBytes,
  codingsOf,
  decodeContent,
  requestWith,
  responseWith,
  type StoredBody,
} from './shared/bodies.ts';
import {
  type Fields,
  instant,
  isAbsent,
  isFields,
  isHeaders,
  objectAt,
  optionalTextAt,
  refuse,
  refuseKind,
  statusAt,
  storedHeaders,
  textAt,
} from './shared/fields.ts';

export const vcr: RecordingFormat = {
  name: 'vcr',
  called: 'a VCR cassette',
  detect: (start) =>
    /^(?:http_interactions|recorded_with)[ \t]*:/m.test(start) ||
    // Written by hand, or by a formatter: the whole of it is indented.
    /^(?:---[^\n]*\n)?[ \t]+http_interactions[ \t]*:/.test(start) ||
    /^interactions[ \t]*:\s*(?:\[\]|-\s+(?:id|request|response)\s*:)/m.test(start) ||
    /^\{\s*"(?:http_interactions|recorded_with)"\s*:/.test(start) ||
    /^\{\s*(?:"version"\s*:\s*1\s*,\s*)?"interactions"\s*:\s*\[/.test(start),
  marker: /^\s*"?(?:http_interactions|recorded_with)"?[ \t]*:/m,
  read: readVcr,
};

/** What Ruby's VCR calls the list, and what vcrpy does. */
const LISTS = ['http_interactions', 'interactions'] as const;
const NO_LIST = 'http_interactions is not a list';

/**
 * Reads a cassette of Ruby's VCR (2 to 6), of Python's vcrpy or betamax, or of go-vcr (1 to 4), in YAML or JSON. In vcrpy's
 * and go-vcr's the list has another name, and a body is no object.
 *
 * @throws RecordingError if it is not one
 */
export function readVcr(source: RecordingSource): AsyncIterable<Iterable<Exchange>> {
  const make = (interaction: unknown, index: number): Exchange =>
    exchange(interaction, { file: source.file, index });
  if (!source.head.trimStart().startsWith('{')) return readYaml(source, make);
  const isVcrpy = /^\s*\{\s*(?:"version"|"interactions")/.test(source.head);
  const [list, rival] = isVcrpy ? (LISTS.toReversed() as [string, string]) : LISTS;
  return readJsonList(source, { path: [list], rival, missing: NO_LIST, make });
}

/** YAML is read whole: an alias may name whatever came before it. */
async function* readYaml(
  source: RecordingSource,
  make: (interaction: unknown, index: number) => Exchange,
): AsyncGenerator<Iterable<Exchange>, void, undefined> {
  const cassette = await parseYaml(source.file, await readText(source));
  if (isFields(cassette) && LISTS.every((name) => Object.hasOwn(cassette, name)))
    throw new RecordingError(source.file, `has two lists: ${LISTS.join(' and ')}`);
  const interactions = isFields(cassette)
    ? (cassette['http_interactions'] ?? cassette['interactions'])
    : undefined;
  if (!Array.isArray(interactions)) throw new RecordingError(source.file, NO_LIST);
  yield exchanges(interactions, make);
}

function* exchanges(
  interactions: readonly unknown[],
  make: (interaction: unknown, index: number) => Exchange,
): Generator<Exchange> {
  for (const [index, interaction] of interactions.entries()) yield make(interaction, index);
}

function exchange(interaction: unknown, recording: RecordingPlace): Exchange {
  if (!isFields(interaction)) return refuse(recording, 'is not a VCR interaction');
  const request = objectAt(interaction, 'request', 'request', recording);
  const response = objectAt(interaction, 'response', 'response', recording);
  const method = textAt(request, 'method', 'request.method', recording).toUpperCase();
  const status = statusOf(response, recording);
  // What go-vcr writes beside the address of the request.
  const address = isAbsent(request['uri']) && response['code'] !== undefined ? 'url' : 'uri';
  const requestHeaders = storedHeaders(request['headers'], 'request.headers', recording);
  const headers = storedHeaders(response['headers'], 'response.headers', recording);
  const recordedAt = instant(interaction['recorded_at']);
  return {
    request: {
      method,
      url: textAt(request, address, `request.${address}`, recording),
      headers: requestHeaders,
      ...(isHeaders(request['headers']) ? {} : { headersUnknown: true }),
      ...(isValue(request['body'])
        ? { body: undefined, bodyUnknown: true }
        : requestWith(sentBody(request, requestHeaders, recording))),
    },
    response: {
      status,
      headers,
      ...responseWith(
        method,
        status,
        parsedBody(response) ?? storedBody(response['body'], 'response.body', headers, recording),
      ),
    },
    recording,
    recorded: true,
    ...(recordedAt === undefined ? {} : { recordedAt }),
  };
}

/** Old betamax keeps it beside the response's body (`status_code`), go-vcr too, beside `status: 200 OK`. */
function statusOf(response: Fields, recording: RecordingPlace): number {
  for (const name of ['code', 'status_code'])
    if (!isAbsent(response[name])) return statusAt(response, name, `response.${name}`, recording);
  const status = objectAt(response, 'status', 'response.status', recording);
  return statusAt(status, 'code', 'response.status.code', recording);
}

function sentBody(request: Fields, headers: HeaderMap, recording: RecordingPlace): StoredBody {
  const body = parsedBody(request) ?? storedBody(request['body'], 'request.body', headers, recording);
  return body || form(request, recording);
}

/**
 * What vcrpy keeps of a request that aiohttp or httpx was given as an object: the members, and not the text that was sent,
 * which may have been a form or JSON. Of a response nothing is kept so. Source: vcrpy 6.0.1, stubs/aiohttp_stubs.py.
 */
function isValue(body: unknown): boolean {
  return (
    isFields(body) && Object.keys(body).length > 0 && !Object.keys(body).some((key) => BODY_MEMBERS.has(key))
  );
}

/**
 * What serializers that are added to vcrpy write in place of a body of JSON, so that people can read it. A bare value could
 * be the text or what it says, and a value that YAML has and JSON has not is none that came.
 */
function parsedBody({ body, parsed_body: parsed }: Fields): string | undefined {
  if (!isAbsent(body) || typeof parsed !== 'object' || parsed === null) return undefined;
  return isJson(parsed) ? JSON.stringify(parsed) : undefined;
}

function isJson(value: unknown): boolean {
  if (typeof value !== 'object' || value === null)
    return typeof value === 'number' ? Number.isFinite(value) : typeof value !== 'bigint';
  if (Array.isArray(value)) return value.every(isJson);
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isJson);
}

/** go-vcr keeps a form also parsed, and the text of it not always. */
function form(request: Fields, recording: RecordingPlace): Body {
  if (isAbsent(request['form'])) return undefined;
  const pairs = Object.entries(objectAt(request, 'form', 'request.form', recording)).flatMap(
    ([name, values]) =>
      (Array.isArray(values) ? values : [values]).map((value): [string, string] => [name, String(value)]),
  );
  return String(new URLSearchParams(pairs));
}

/**
 * VCR keeps a body as `string` (YAML text, or `!binary` where Ruby's bytes were no text) or as `base64_string`. Its
 * `encoding` is Ruby's name for the bytes, and ASCII-8BIT, which stands at most bodies, only means "not known": in
 * practice it is UTF-8.
 */
function storedBody(body: unknown, name: string, headers: HeaderMap, recording: RecordingPlace): StoredBody {
  if (isAbsent(body) || typeof body === 'string') return body ?? undefined;
  if (body instanceof Uint8Array) return decoded(body, headers['content-encoding'] ?? []);
  if (!isFields(body)) return refuseKind(body, 'a string or an object', name, recording);
  const foreign = Object.keys(body).some((key) => !BODY_MEMBERS.has(key));
  if (foreign) return refuse(recording, `${name} has other members than ${[...BODY_MEMBERS].join(', ')}`);
  const base64 = optionalTextAt(body, 'base64_string', `${name}.base64_string`, recording);
  const stored = base64 === undefined ? body['string'] : Buffer.from(base64, 'base64');
  if (stored instanceof Uint8Array) return decoded(stored, headers['content-encoding'] ?? []);
  return optionalTextAt(body, 'string', `${name}.string`, recording);
}

const BODY_MEMBERS: ReadonlySet<string> = new Set(['encoding', 'string', 'base64_string']);

/**
 * With VCR's `decode_compressed_response` the bytes are plain text beneath a header that still says gzip. Compressed
 * bytes are never UTF-8 (in gzip and zlib the second byte, in Brotli soon one), so that text is not decoded twice.
 */
function decoded(bytes: Uint8Array, encodings: readonly string[]): StoredBody {
  const plain = bodyFromBytes(bytes);
  if (typeof plain === 'string' || codingsOf(encodings).length === 0) return plain;
  return decodeContent(bytes, encodings);
}
