import { basename, dirname, join, resolve } from 'node:path';
import type { Exchange, ExchangeRequest, HeaderMap, RecordingPlace } from '../../exchange.ts';
import { headerMap } from '../../exchange.ts';
import { type Attached, filesIn } from '../attached.ts';
import { RecordingError } from '../recording-error.ts';
import { type RecordingSource, readText } from '../source.ts';
import { parseJson } from '../text/parse-json.ts';
import type { RecordingFormat } from './format.ts';
import { attachedBody, bodyFromBytes, requestBody, responseWith, type StoredBody } from './shared/bodies.ts';
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
} from './shared/fields.ts';

const REQUEST =
  /"request"\s*:\s*\{[\s\S]{0,4000}?"(?:url|urlPath)"\s*:\s*"\/|"(?:urlPattern|urlPathPattern|urlPathTemplate)"\s*:\s*"/;
const FIRST =
  /^\{\s*"(?:id|uuid|name|request|response|priority|persistent|scenarioName|requiredScenarioState|newScenarioState|insertionIndex|metadata|meta|mappings)"\s*:/;

/** Stubs of WireMock: a file of `mappings/`, with one, or with a list of them. */
export const wiremock: RecordingFormat = {
  name: 'wiremock',
  called: 'a WireMock mapping',
  detect: (start) => FIRST.test(start) && REQUEST.test(start) && /"response"\s*:\s*\{/.test(start),
  marker: /"(?:urlPathPattern|urlPathTemplate|bodyFileName|equalToJson|insertionIndex)"\s*:/,
  read: readWireMock,
};

/**
 * Reads the stubs of WireMock, each as the exchange that it stands for. A stub names no host. One whose request names no one
 * URL, or whose answer is made when it is asked, is not judged.
 *
 * @throws RecordingError if it is none
 */
export async function* readWireMock(
  source: RecordingSource,
): AsyncGenerator<Iterable<Exchange>, void, undefined> {
  const { file } = source;
  const parsed = parseJson(file, await readText(source));
  if (!isFields(parsed)) throw new RecordingError(file, 'is not an object');
  const mappings = parsed['mappings'] ?? [parsed];
  if (!Array.isArray(mappings)) throw new RecordingError(file, 'mappings is not a list');
  yield made(mappings, file, source.attached ?? filesIn(bodiesFolder(file)));
}

/** `__files` lies beside the folder `mappings`, in which there may be folders. */
function bodiesFolder(file: string): string {
  for (let folder = dirname(resolve(file)); dirname(folder) !== folder; folder = dirname(folder))
    if (basename(folder) === 'mappings') return join(dirname(folder), '__files');
  return join(dirname(file), '__files');
}

function* made(mappings: readonly unknown[], file: string, attached: Attached): Generator<Exchange> {
  for (const [index, mapping] of mappings.entries()) yield exchange(mapping, attached, { file, index });
}

function exchange(mapping: unknown, attached: Attached, recording: RecordingPlace): Exchange {
  if (!isFields(mapping)) return refuse(recording, 'is not a mapping');
  const request = objectAt(mapping, 'request', 'request', recording);
  const response = objectAt(mapping, 'response', 'response', recording);
  const { url, notOne } = addressOf(request, recording);
  const method = typeof request['method'] === 'string' ? request['method'].toUpperCase() : 'ANY';
  const status = isAbsent(response['status'])
    ? 200
    : statusAt(response, 'status', 'response.status', recording);
  const headers = storedHeaders(response['headers'], 'response.headers', recording);
  const notJudged =
    notOne ?? (method === 'ANY' ? 'its request is of any method' : undefined) ?? madeWhenAsked(response);
  return {
    request: {
      method,
      url,
      headers: sentHeaders(request['headers']),
      headersUnknown: true,
      ...sentBody(request['bodyPatterns'], recording),
    },
    response: {
      status,
      headers,
      ...responseWith(
        method,
        status,
        notJudged === undefined ? answeredBody(response, attached, recording) : undefined,
      ),
    },
    recording,
    recorded: true,
    ...(notJudged !== undefined && { notJudged }),
  };
}

interface Address {
  readonly url: string;
  /** Why it names no one URL. */
  readonly notOne?: string;
}

/** A pattern that has nothing of one in it names one URL, too. */
function addressOf(request: Fields, recording: RecordingPlace): Address {
  const told = (name: string): string | undefined =>
    optionalTextAt(request, name, `request.${name}`, recording);
  const url = told('url');
  if (url !== undefined) return { url };
  const path = told('urlPath') ?? filledTemplate(told('urlPathTemplate'), request['pathParameters']);
  if (path !== undefined) return { url: path + queryOf(request['queryParameters']) };
  const pattern = told('urlPathPattern') ?? told('urlPattern');
  if (pattern === undefined) return { url: '/', notOne: 'its request names no URL' };
  if (!/^[\w/%~-]+$/.test(pattern))
    return { url: pattern, notOne: 'its request is a pattern, and names no one URL' };
  return { url: pattern + queryOf(request['queryParameters']) };
}

/** `/things/{id}`, with the values that are known, and placeholders in place of the others. */
function filledTemplate(template: string | undefined, parameters: unknown): string | undefined {
  return template?.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = isFields(parameters) ? exactValues(parameters[name])[0] : undefined;
    return value === undefined ? `{{${name}}}` : encodeURIComponent(value);
  });
}

function queryOf(parameters: unknown): string {
  if (!isFields(parameters)) return '';
  const pairs = Object.entries(parameters).flatMap(([name, matcher]) => {
    if (isFields(matcher) && matcher['absent'] === true) return [];
    const values = exactValues(matcher);
    const key = encodeURIComponent(name);
    return values.length === 0
      ? [`${key}={{${name}}}`]
      : values.map((value) => `${key}=${encodeURIComponent(value)}`);
  });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** The values that a matcher lets through, where it is no pattern. */
function exactValues(matcher: unknown): readonly string[] {
  if (!isFields(matcher)) return [];
  const { equalTo, hasExactly, includes } = matcher;
  if (typeof equalTo === 'string' || typeof equalTo === 'number') return [String(equalTo)];
  const several = hasExactly ?? includes;
  const values = Array.isArray(several) ? several.map((each) => exactValues(each)[0]) : [];
  return values.every((value) => value !== undefined) ? values : [];
}

function sentHeaders(headers: unknown): HeaderMap {
  if (!isFields(headers)) return headerMap([]);
  return headerMap(
    Object.entries(headers).flatMap(([name, matcher]) =>
      exactValues(matcher).map((value): [string, string] => [name, value]),
    ),
  );
}

/** The one body that a stub is for; where patterns are all that it has of it, one was sent that is not known. */
function sentBody(
  patterns: unknown,
  recording: RecordingPlace,
): Pick<ExchangeRequest, 'body' | 'bodyUnknown'> {
  if (isAbsent(patterns)) return { body: undefined };
  if (!Array.isArray(patterns)) return refuseKind(patterns, 'a list', 'request.bodyPatterns', recording);
  for (const pattern of patterns.filter(isFields)) {
    const { equalTo, equalToJson: json, binaryEqualTo: binary } = pattern;
    if (typeof equalTo === 'string') return { body: requestBody(equalTo) };
    if (typeof binary === 'string')
      return { body: requestBody(bodyFromBytes(Buffer.from(binary, 'base64'))) };
    const text = typeof json === 'string' || json === undefined ? json : jsonText(json, recording);
    // What JsonUnit is to put in its place is no value.
    if (text !== undefined && !text.includes('${json-unit')) return { body: requestBody(text) };
  }
  return patterns.length === 0 ? { body: undefined } : { body: undefined, bodyUnknown: true };
}

/** What of a response is there only once somebody asks. */
const TEMPLATE =
  /\{\{\{?[#\s]*(?:request|parameters|now|randomValue|jsonPath|date|systemValue|originalRequest)\b/;

function madeWhenAsked(response: Fields): string | undefined {
  if (!isAbsent(response['proxyBaseUrl'])) return 'its answer is passed on from another server';
  if (!isAbsent(response['fault'])) return 'its answer is a fault';
  const { transformers, body, jsonBody, bodyFileName } = response;
  const isTransformed = Array.isArray(transformers) && transformers.length > 0;
  const texts = [body, bodyFileName, jsonBody === undefined ? undefined : JSON.stringify(jsonBody)];
  const isTemplate = texts.some((text) => typeof text === 'string' && TEMPLATE.test(text));
  return isTransformed || isTemplate ? 'its answer is a template' : undefined;
}

function answeredBody(response: Fields, attached: Attached, recording: RecordingPlace): StoredBody {
  if (!isAbsent(response['jsonBody'])) return jsonText(response['jsonBody'], recording);
  const file = optionalTextAt(response, 'bodyFileName', 'response.bodyFileName', recording);
  // WireMock takes a slash at its start for nothing.
  if (file !== undefined) return attachedBody(attached(file.replace(/^\/+/, '')));
  const base64 = optionalTextAt(response, 'base64Body', 'response.base64Body', recording);
  if (base64 !== undefined) return bodyFromBytes(Buffer.from(base64, 'base64'));
  return optionalTextAt(response, 'body', 'response.body', recording) ?? '';
}
