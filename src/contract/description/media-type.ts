import type { Meaning } from './schemas/related.ts';

/** A content-type, read by RFC 9110 section 8.3. */
export interface ContentType {
  /** `type/subtype`, lower-case. */
  readonly essence: string;
  /** Lower-case, or undefined where none is given. */
  readonly charset: string | undefined;
  /** All others, as `name=value`, lower-case and without quotes. */
  readonly parameters: readonly string[];
  /** What stands between the parts of a multipart body, as it is written. */
  readonly boundary?: string | undefined;
}

const TOKEN = "[!#$%&'*+.^_`|~\\w-]+";
const ESSENCE = new RegExp(`^${TOKEN}/${TOKEN}`);
/** No two parts that stand side by side can match the same character: so it takes time in proportion to the text. */
const PARAMETER = new RegExp(`[ \\t]*;(?:[ \\t]*(${TOKEN})=(?:(${TOKEN})|"((?:[^"\\\\]|\\\\.)*)"))?`, 'y');

/** Undefined where the text is not a content-type. */
export function parseContentType(text: string): ContentType | undefined {
  const trimmed = text.trim();
  const essence = ESSENCE.exec(trimmed)?.[0];
  if (essence === undefined) return undefined;
  const all: { readonly name: string; readonly value: string }[] = [];
  for (let at = essence.length; at < trimmed.length; at = PARAMETER.lastIndex) {
    PARAMETER.lastIndex = at;
    const match = PARAMETER.exec(trimmed);
    if (match === null) return undefined;
    const [, name, token, quoted = ''] = match;
    // A lone semicolon is no parameter, and allowed: RFC 9110, section 5.6.6.
    if (name !== undefined)
      all.push({ name: name.toLowerCase(), value: token ?? quoted.replace(/\\(.)/g, '$1') });
  }
  return {
    essence: essence.toLowerCase(),
    charset: all.find(({ name }) => name === 'charset')?.value.toLowerCase(),
    parameters: all
      .filter(({ name }) => name !== 'charset')
      .map(({ name, value }) => `${name}=${value}`.toLowerCase()),
    boundary: all.find(({ name }) => name === 'boundary')?.value,
  };
}

/** How bodies are written that can be read by their schema. */
export type Writing =
  | 'json'
  | 'text'
  | 'form'
  | 'multipart'
  /** Lists of items. */
  | 'event-stream'
  | 'json-lines'
  | 'json-seq';

const WRITINGS: readonly (readonly [essence: RegExp, Writing])[] = [
  [/^(?:application|text)\/json$|\+json$/, 'json'],
  [/^application\/x-www-form-urlencoded$/, 'form'],
  [/^multipart\//, 'multipart'],
  [/^text\/event-stream$/, 'event-stream'],
  [/^(?:application|text)\/(?:x-)?(?:ndjson|jsonl|jsonlines|json-lines)$/, 'json-lines'],
  [/^application\/json-seq$|\+json-seq$/, 'json-seq'],
  // XML has a mapping of its own, which is not read.
  [/^text\/(?!xml$|.*\+xml$|\*)/, 'text'],
];

/** Undefined where bodies of a media type can't be read. Ranges are of no writing: what is received is. */
export function writingOf(essence: string): Writing | undefined {
  return WRITINGS.find(([pattern]) => pattern.test(essence))?.[1];
}

/** Whether a body is a list, whose items are written one after the other. */
export function isSequence(writing: Writing | undefined): boolean {
  return writing === 'event-stream' || writing === 'json-lines' || writing === 'json-seq';
}

/** Whether the parts of a body have places, and no names. */
export function isOrdered(essence: string): boolean {
  return writingOf(essence) === 'multipart' && essence !== 'multipart/form-data';
}

/**
 * How a body is read for a schema of this meaning. Undefined where that can't be done: an object may be meant of each item of a
 * sequence, or of what somebody made of the whole, and nobody but the author knows.
 */
export function readingOf(essence: string, meaning: Meaning | undefined): Writing | undefined {
  const writing = writingOf(essence);
  if (isSequence(writing)) return meaning === 'text' ? 'text' : meaning && writing;
  if (isOrdered(essence)) return meaning === 'list' || meaning === 'anything' ? writing : undefined;
  if (writing !== 'text' || essence === 'text/plain') return writing;
  return meaning === 'text' || meaning === 'anything' ? writing : undefined;
}

/** A documented media type without its parameters. */
export function essenceOf(mediaType: string): string {
  return mediaType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

export function isJsonType(essence: string): boolean {
  return writingOf(essence) === 'json';
}

/** Whether bodies of a documented media type, or range, are judged by their schema. */
export function isJudgedType(mediaType: string): boolean {
  const essence = essenceOf(mediaType);
  return writingOf(essence) !== undefined || essence.endsWith('/*');
}

/**
 * The most specific documented media type or range for a content-type: itself, then `type/*+suffix`, then `type/*`, then
 * the range of all types.
 */
export function documentedType(
  documented: Iterable<string>,
  { essence, parameters }: Pick<ContentType, 'essence' | 'parameters'>,
): string | undefined {
  const names = [...documented];
  const range = `${essence.slice(0, essence.indexOf('/'))}/*`;
  const suffix = essence.slice(essence.lastIndexOf('+'));
  const wanted = suffix.startsWith('+') ? [essence, range + suffix, range, '*/*'] : [essence, range, '*/*'];
  for (const name of wanted) {
    const found = names.filter((mediaType) => essenceOf(mediaType) === name);
    if (found.length > 0) return byParameters(found, parameters);
  }
  return undefined;
}

/**
 * Of documented media types that differ in their parameters alone, such as a version: the one that says the most of what
 * was received, and nothing else. One that has no such sibling is meant whatever the parameters.
 */
function byParameters(names: readonly string[], received: readonly string[]): string | undefined {
  if (names.length === 1) return names[0];
  let best: { readonly name: string; readonly count: number } | undefined;
  for (const name of names) {
    const wanted = parseContentType(name)?.parameters ?? [];
    const isMeant = wanted.every((parameter) => received.includes(parameter));
    if (isMeant && (best === undefined || wanted.length > best.count)) best = { name, count: wanted.length };
  }
  return best?.name;
}
