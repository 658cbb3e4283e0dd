import type { Answer } from '../call/operation.ts';
import { type ParseFailure, ResponseParseError } from '../errors.ts';

/** What the API was observed to say: nothing in it is amiss. */
const USUAL = /^application\/json(; charset=utf-8)?$/;
const OTHER_CHARSET = /charset\s*=(?!\s*"?(utf-?8|us-ascii)\b)/i;
const WORDS: Readonly<Record<ParseFailure, string>> = {
  empty: 'is empty',
  html: 'is a web page',
  charset: 'is not UTF-8',
  bom: 'starts with a byte order mark',
  json: 'is not JSON, or was cut off',
  type: 'says by its content type that it is not JSON',
  repeated: 'says one thing twice',
};

// Made when first needed: to import this must not fail where there is none.
let strict: { decode(bytes: Uint8Array): string } | undefined;

/**
 * The JSON of a success. Strict, because what it says decides whether a cancel is believed. Of the headers, only the
 * content type has a say: the others that are documented may hold any text, so that there is nothing to hold them against.
 */
export function parseJson(answer: Answer): unknown {
  const type = answer.headers.get('content-type') ?? '';
  const isUsual = USUAL.test(type);
  if (!isUsual && /html/i.test(type)) throw failure(answer, 'html');
  if (!isUsual && OTHER_CHARSET.test(type)) throw failure(answer, 'charset');
  let text: string;
  try {
    strict ??= new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    text = strict.decode(answer.body);
  } catch {
    throw failure(answer, 'charset');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const start = text.trimStart()[0];
    throw failure(answer, text[0] === '\ufeff' ? 'bom' : start === '<' ? 'html' : start ? 'json' : 'empty');
  }
  if (!isUsual && type && !/json/i.test(type)) throw failure(answer, 'type');
  if (hasRepeatedName(text, value)) throw failure(answer, 'repeated');
  return value;
}

/**
 * Does an object in this JSON have a name twice? Then what it was parsed into has fewer names: of the same ones the last
 * wins. The text has been parsed, so that only strings need to be told apart.
 */
export function hasRepeatedName(json: string, value: unknown): boolean {
  return namesIn(json) > keysOf(value);
}

/** How many strings of a JSON text are names: those before a colon. */
function namesIn(json: string): number {
  let names = 0;
  for (let at = json.indexOf('"'); at >= 0; at = json.indexOf('"', at + 1)) {
    at = endOfString(json, at);
    let next = at + 1;
    while (json.charCodeAt(next) <= 32) next++;
    if (json[next] === ':') names++;
  }
  return names;
}

/** How many keys the objects of a value have, all together. Without recursion: it may be nested to any depth. */
function keysOf(value: unknown): number {
  let keys = 0;
  const rest = [value];
  for (let part = rest.pop(); part !== undefined; part = rest.pop()) {
    if (typeof part !== 'object' || part === null) continue;
    const members = Object.values(part);
    if (!Array.isArray(part)) keys += members.length;
    for (const member of members) rest.push(member);
  }
  return keys;
}

/** The first quote behind that one which is not escaped. */
function endOfString(json: string, start: number): number {
  for (let at = json.indexOf('"', start + 1); ; at = json.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (json[at - 1 - backslashes] === '\\') backslashes++;
    if (backslashes % 2 === 0) return at;
  }
}

/** Text at any price: for the body of an error. */
export function decodeText(body: Uint8Array): string {
  return new TextDecoder().decode(body);
}

function failure({ status, headers, body }: Answer, reason: ParseFailure): ResponseParseError {
  const message = `the answer (${status}) ${WORDS[reason]}. Check \`baseUrl\`, and what lies between.`;
  return new ResponseParseError(message, {
    status,
    reason,
    body: decodeText(body),
    requestId: headers.get('x-request-id') ?? undefined,
    mayHaveSucceeded: true,
  });
}
