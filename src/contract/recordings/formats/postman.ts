import type { Exchange, RecordingPlace } from '../../exchange.ts';
import { RecordingError } from '../recording-error.ts';
import { type RecordingSource, readText } from '../source.ts';
import { parseJson } from '../text/parse-json.ts';
import type { RecordingFormat } from './format.ts';
import { responseWith } from './shared/bodies.ts';
import { type Fields, isAbsent, isFields, optionalTextAt, statusAt } from './shared/fields.ts';
import { type Fill, postmanHeaders, postmanRequest } from './shared/postman-request.ts';

const SCHEMA = /"schema"\s*:\s*"https:\/\/schema\.(?:getpostman|postman)\.com\/json\/collection\/v2\./;

/** A collection, version 2.0 or 2.1: its saved examples are exchanges. Old ones start with empty `variables`. */
export const postman: RecordingFormat = {
  name: 'postman',
  called: 'a Postman collection',
  detect: (start) =>
    /^\{\s*"(?:info|item|event|variables?|auth)"\s*:/.test(start)
      ? SCHEMA.test(start)
      : /^\{\s*"collection"\s*:\s*\{\s*"info"\s*:/.test(start) && SCHEMA.test(start),
  marker: SCHEMA,
  read: readPostman,
};

/**
 * Reads the saved examples of a collection in the order of its folders. Its own variables are filled in; those of an
 * environment stay as `{{name}}`, a placeholder.
 *
 * @throws RecordingError if it is no collection, or has no example
 */
export async function* readPostman(
  source: RecordingSource,
): AsyncGenerator<Iterable<Exchange>, void, undefined> {
  const { file } = source;
  const parsed = parseJson(file, await readText(source));
  const collection = isFields(parsed) && isFields(parsed['collection']) ? parsed['collection'] : parsed;
  if (!isFields(collection) || !Array.isArray(collection['item']))
    throw new RecordingError(file, 'item is not a list');
  const examples = examplesOf(collection['item'], file);
  if (examples.length === 0)
    throw new RecordingError(
      file,
      'has no saved examples: save some in Postman, or run it with newman run FILE -r json',
    );
  const fill = filler(collection['variable']);
  yield made(examples, fill, file);
}

interface Example {
  readonly response: Fields;
  /** What the example answers where it does not say so itself. */
  readonly request: unknown;
}

/** Folders are items with items. A list in place of recursion: a collection may nest as deep as it likes. */
function examplesOf(items: readonly unknown[], file: string): Example[] {
  const examples: Example[] = [];
  const waiting = items.toReversed();
  while (waiting.length > 0) {
    const item = waiting.pop();
    if (!isFields(item)) throw new RecordingError(file, 'has an item that is not an object');
    if (Array.isArray(item['item'])) for (const each of item['item'].toReversed()) waiting.push(each);
    if (!Array.isArray(item['response'])) continue;
    for (const response of item['response']) {
      if (!isFields(response)) throw new RecordingError(file, 'has an example that is not an object');
      examples.push({ response, request: askedBy(response['originalRequest'], item['request']) });
    }
  }
  return examples;
}

/** Where Postman did not keep what was asked, it wrote a request without a URL. */
function askedBy(original: unknown, request: unknown): unknown {
  return isAbsent(original) || (isFields(original) && isAbsent(original['url'])) ? request : original;
}

function* made(examples: readonly Example[], fill: Fill, file: string): Generator<Exchange> {
  for (const [index, example] of examples.entries()) yield exchange(example, fill, { file, index });
}

function exchange({ response, request: asked }: Example, fill: Fill, recording: RecordingPlace): Exchange {
  const request = postmanRequest(asked, 'originalRequest', fill, recording);
  // One that was written by hand may have none: no response came.
  const status = isAbsent(response['code']) ? 0 : statusAt(response, 'code', 'code', recording);
  const headers = postmanHeaders(response['header'], 'header', recording);
  return {
    // Postman adds its own, and what is authorised by another place than a header, when it sends.
    request: { ...request, headersUnknown: true },
    response: {
      status,
      headers,
      // No server answers without a header: somebody wrote it by hand.
      ...(Object.keys(headers).length === 0 && { headersUnknown: true as const }),
      ...responseWith(request.method, status, optionalTextAt(response, 'body', 'body', recording)),
    },
    recording,
    recorded: true,
  };
}

/** The values may name one another. */
const MOST_ROUNDS = 5;
/** In characters: a few values that name one another many times stand for any number. */
const MOST_FILLED = 1024 * 1024;

function filler(variables: unknown): Fill {
  const values = new Map<string, string>();
  for (const each of Array.isArray(variables) ? variables : []) {
    if (!isFields(each) || each['disabled'] === true) continue;
    const name = each['key'] ?? each['id'];
    if (typeof name === 'string' && !isAbsent(each['value']) && each['value'] !== '')
      values.set(name, String(each['value']));
  }
  return (text) => {
    let filled = text;
    let length = 0;
    const value = (whole: string, name: string): string => {
      const known = values.get(name.trim()) ?? whole;
      length += known.length;
      return length > MOST_FILLED ? whole : known;
    };
    for (let round = 0; round < MOST_ROUNDS && filled.includes('{{'); round += 1)
      filled = filled.replace(/\{\{([^{}]+)\}\}/g, value);
    return filled;
  };
}
