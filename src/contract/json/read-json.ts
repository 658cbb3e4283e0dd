import type { Body } from '../exchange.ts';
import { duplicateKey } from './duplicate-key.ts';

/** A body read as JSON, strictly: what a lenient parser would let pass is told apart here. */
export type JsonBody =
  | { readonly kind: 'json'; readonly value: unknown; readonly duplicate?: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'malformed'; readonly reason: string };

const BOM = '\uFEFF';
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** RFC 8259: UTF-8, no byte order mark; names should be unique, and what a parser does with others is anyone's guess. */
export function readJson(body: Body): JsonBody {
  if (body === undefined || body.length === 0) return { kind: 'empty' };
  let text: string;
  try {
    text = typeof body === 'string' ? body : utf8.decode(body);
  } catch {
    return { kind: 'malformed', reason: 'is not UTF-8' };
  }
  if (text.startsWith(BOM)) return { kind: 'malformed', reason: 'starts with a byte order mark' };
  if (text.trim() === '') return { kind: 'empty' };
  try {
    const value: unknown = JSON.parse(text);
    const duplicate = duplicateKey(text);
    return duplicate === undefined ? { kind: 'json', value } : { kind: 'json', value, duplicate };
  } catch (error) {
    return { kind: 'malformed', reason: `is not JSON: ${whereItBreaks(text, error)}` };
  }
}

/** V8's messages quote the body, which may hold a secret, and differ by version: only the place is taken. */
function whereItBreaks(text: string, error: unknown): string {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  if (position === undefined || Number(position) >= text.length) return 'it ends too early';
  const before = text.slice(0, Number(position)).split('\n');
  const column = (before.at(-1) as string).length + 1;
  return `unexpected ${JSON.stringify(text[Number(position)])} at line ${before.length}, column ${column}`;
}
