import { findJsonError, lineColumn } from '../../json/read-json.ts';
import { RecordingError } from '../recording-error.ts';
import { MAX_ITEM_BYTES } from './text-pieces.ts';

/** Says that more text is needed; whoever goes through a cursor adds it and goes on. */
export const MORE: unique symbol = Symbol('more');

/** A JSON text that comes in pieces: the part that is not read yet, and the place in it. */
export interface JsonCursor {
  readonly file: string;
  text: string;
  /** The place in `text`. */
  at: number;
  /** Whether no more text will come. */
  isEnd: boolean;
  /** Bytes of the file up to the end of `text`. */
  bytes: number;
}

type Steps<T> = Generator<typeof MORE, T, undefined>;

/** The next character that is no white space; '' at the end. It is not passed. */
export function* peek(cursor: JsonCursor): Steps<string> {
  for (;;) {
    cursor.at = skipSpace(cursor.text, cursor.at);
    if (cursor.at < cursor.text.length || cursor.isEnd) return cursor.text[cursor.at] ?? '';
    yield MORE;
  }
}

/** Passes one of the characters given, and returns it. `expected` is what an error says. */
export function* take(cursor: JsonCursor, characters: string, expected: string): Steps<string> {
  const character = yield* peek(cursor);
  if (character === '' || !characters.includes(character)) throw brokenAt(cursor, cursor.at, expected);
  cursor.at += 1;
  return character;
}

/** Passes the name of a member and its colon. */
export function* takeName(cursor: JsonCursor): Steps<string> {
  if ((yield* peek(cursor)) !== '"') throw brokenAt(cursor, cursor.at, 'a property name');
  const text = yield* takeText(cursor, skipString);
  yield* take(cursor, ':', '":"');
  return parse(cursor, text) as string;
}

/** Passes a value, and returns its text, of which only strings and brackets are known to fit. */
export function* takeValue(cursor: JsonCursor): Steps<string> {
  yield* peek(cursor);
  return yield* takeText(cursor, skipValue);
}

/** The text just passed, parsed. */
export function parse(cursor: JsonCursor, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const found = findJsonError(text);
    if (found === undefined)
      throw new RecordingError(cursor.file, 'broken JSON, or it nests too deeply to be read', {
        cause: error,
      });
    throw broken(cursor, cursor.at - text.length + found.offset, found.what);
  }
}

function* takeText(cursor: JsonCursor, skip: (text: string, at: number) => number): Steps<string> {
  for (;;) {
    const end = skip(cursor.text, cursor.at);
    if (end === TOO_DEEP)
      throw new RecordingError(cursor.file, `a value is nested deeper than ${MAX_DEPTH} levels`);
    if (end !== -1) {
      const text = cursor.text.slice(cursor.at, end);
      cursor.at = end;
      return text;
    }
    if (cursor.isEnd) {
      const text = cursor.text.slice(cursor.at);
      cursor.at = cursor.text.length;
      return text;
    }
    if (cursor.text.length - cursor.at > MAX_ITEM_BYTES)
      throw new RecordingError(cursor.file, `a value is longer than ${MAX_ITEM_BYTES} bytes`);
    yield MORE;
  }
}

/** The error of text in which something else was expected. */
export function brokenAt(cursor: JsonCursor, at: number, expected: string): RecordingError {
  return broken(cursor, at, `expected ${expected}${at >= cursor.text.length ? ', but the text ends' : ''}`);
}

/**
 * The error of text that is not JSON. Where the text from the start is at hand the place is a line and a column; in the
 * midst of a large file it is the byte, counted from 0.
 */
function broken({ file, text, bytes }: JsonCursor, at: number, what: string): RecordingError {
  const start = bytes - Buffer.byteLength(text);
  const place = start === 0 ? lineColumn(text, at) : `byte ${start + Buffer.byteLength(text.slice(0, at))}`;
  return new RecordingError(file, `broken JSON at ${place}: ${what}`);
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** The first place from `at` that holds no white space; the length of the text where there is none. */
export function skipSpace(text: string, at: number): number {
  let place = at;
  for (;;) {
    const code = text.charCodeAt(place);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return place;
    place += 1;
  }
}

/** Deeper values are no recordings: JSON.parse takes a hundred bytes for each level, and a level takes one. */
export const MAX_DEPTH = 100_000;

/** What `skipValue` gives for a value that is deeper. */
export const TOO_DEEP = -2;

/**
 * The place after the value that starts at `at`, or -1 where the text ends before the value does. It knows only
 * strings, brackets and braces: whether the value is JSON is for the parser to say. The place for a number at the end
 * of a text that goes on is not known, so it is -1 too.
 */
export function skipValue(text: string, at: number): number {
  let place = at;
  let depth = 0;
  for (;;) {
    const code = text.charCodeAt(place);
    if (code === QUOTE) {
      place = skipString(text, place);
      if (place === -1) return -1;
      if (depth === 0) return place;
    } else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > MAX_DEPTH) return TOO_DEEP;
      place += 1;
    } else if (code === 0x7d || code === 0x5d) {
      // A value can't start with a closing bracket; the parser says so of the empty text that is left.
      if (depth === 0) return place;
      depth -= 1;
      place += 1;
      if (depth === 0) return place;
    } else if (Number.isNaN(code)) {
      return -1;
    } else if (depth === 0) {
      return skipScalar(text, place);
    } else {
      place += 1;
    }
  }
}

/** The place after the string whose opening quote is at `at`, or -1 where it does not end. */
export function skipString(text: string, at: number): number {
  let end = text.indexOf('"', at + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end + 1 || -1;
}

function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === BACKSLASH) before -= 1;
  return (at - before) % 2 === 0;
}

/** The place after a number or literal, or -1 where the text ends before anything that ends it. */
function skipScalar(text: string, at: number): number {
  for (let place = at; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code === 0x2c || code === 0x7d || code === 0x5d || code <= 0x20) return place;
  }
  return -1;
}
