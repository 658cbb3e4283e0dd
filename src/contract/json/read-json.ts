import type { Body } from '../exchange.ts';
import { findJsonError, lineColumn } from './json-error.ts';
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
