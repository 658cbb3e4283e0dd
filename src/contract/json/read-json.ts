import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import type { Body } from '../exchange.ts';
import { isWellFormed } from './remarks.ts';

/** A body read as JSON, strictly: what a lenient parser would let pass is told apart here. */
export type JsonBody =
  | { readonly kind: 'json'; readonly text: string; readonly value: unknown }
  | { readonly kind: 'empty' }
  | { readonly kind: 'malformed'; readonly reason: string };

const BYTE_ORDER_MARK = 0xfeff;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const EMPTY: JsonBody = { kind: 'empty' };

/** RFC 8259: UTF-8, and no byte order mark. */
export function readJson(body: Body): JsonBody {
  if (body === undefined || body.length === 0) return EMPTY;
  const text = textOf(body);
  if (text === undefined) return { kind: 'malformed', reason: 'is not UTF-8' };
  if (text.charCodeAt(0) === BYTE_ORDER_MARK) {
    return { kind: 'malformed', reason: 'starts with a byte order mark' };
  }
  try {
    return { kind: 'json', text, value: JSON.parse(text) as unknown };
  } catch {
    if (text.trim() === '') return EMPTY;
    return { kind: 'malformed', reason: `is not JSON${whereItBreaks(text)}` };
  }
}

/** The text of a body; undefined where it is not UTF-8. A recording can hold text that no UTF-8 can carry. */
export function textOf(body: string | Uint8Array): string | undefined {
  if (typeof body === 'string') return isWellFormed(body) ? body : undefined;
  try {
    return utf8.decode(body);
  } catch {
    return undefined;
  }
}

/** V8's messages quote the body, which may hold a secret, and tell of a short one no place. */
function whereItBreaks(text: string): string {
  const found = findJsonError(text);
  if (found === undefined) return ', or nests too deeply to be read';
  if (found.isCut) return ': it ends too early';
  const [line, column] = lineColumn(text, found.offset).split(':');
  return ` at line ${line}, column ${column}: ${found.what}`;
}

/** Where text stops being JSON. */
export interface JsonError {
  /** Zero-based, in UTF-16 code units: where the piece starts that does not belong there. */
  readonly offset: number;
  /** What was expected there, or what is wrong with what stands there. */
  readonly what: string;
  /** The text ends before it is whole. */
  readonly isCut: boolean;
}

const WHAT: Readonly<Record<string, string>> = {
  InvalidSymbol: 'a word or sign that JSON does not have',
  InvalidNumberFormat: 'a number that is not whole',
  UnexpectedEndOfNumber: 'a number that is not whole',
  PropertyNameExpected: 'expected a property name',
  ValueExpected: 'expected a value',
  ColonExpected: 'expected ":"',
  CommaExpected: 'expected "," or the closing bracket',
  CloseBraceExpected: 'expected "}"',
  CloseBracketExpected: 'expected "]"',
  EndOfFileExpected: 'expected the end of the text',
  InvalidCommentToken: 'a comment, which JSON does not have',
  UnexpectedEndOfComment: 'a comment, which JSON does not have',
  UnexpectedEndOfString: 'expected the end of the string',
  InvalidUnicode: 'an escape that JSON does not have',
  InvalidEscapeCharacter: 'an escape that JSON does not have',
  InvalidCharacter: 'a control character that is not escaped',
};

/** Whoever ends at the end of the text was not whole yet. */
const CUT: ReadonlySet<string> = new Set([
  'UnexpectedEndOfString',
  'UnexpectedEndOfNumber',
  'InvalidUnicode',
]);

/**
 * Finds the first error of a text that JSON.parse refused. The engine's own message is of no use for that: in
 * Node 20 it gives no place for a short text, and quotes the text, keys included. Undefined if the text is JSON, or nests
 * deeper than the parser, which recurses, can go.
 */
export function findJsonError(text: string): JsonError | undefined {
  let first: JsonError | undefined;
  const onError = (code: ParseErrorCode, offset: number, length: number): void => {
    const name = printParseErrorCode(code);
    const isCut = offset >= text.length || (CUT.has(name) && offset + length >= text.length);
    first ??= { offset, what: (WHAT[name] ?? name) + (isCut ? ', but the text ends' : ''), isCut };
  };
  try {
    visit(text, { onError }, { disallowComments: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return first;
}

/** The place of a character as `line:column`, both counted from 1. `firstLine` is the number of the first line. */
export function lineColumn(text: string, offset: number, firstLine = 1): string {
  let line = firstLine;
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', start)) {
    line += 1;
    start = end + 1;
  }
  return `${line}:${offset - start + 1}`;
}
