import { escapeSegment } from './pointer.ts';

/** A place in JSON text: the key of a member, an item of an array, or a number; `end` is exclusive. */
export interface JsonToken {
  readonly kind: 'key' | 'item' | 'number' | 'string';
  readonly start: number;
  readonly end: number;
  /** JSON Pointer of the member, the item, or the value. */
  readonly pointer: string;
  /** A key that its object had before. */
  readonly repeated: boolean;
}

interface Frame {
  readonly pointer: string;
  /** Undefined for an array. */
  readonly keys: Set<string> | undefined;
  expectsKey: boolean;
  index: number;
  /** Pointer of the value that comes, or is being read. */
  current: string;
}

/**
 * Where things stand in a text, for what JSON.parse does not tell. The text must be valid JSON (JSON.parse has accepted
 * it): this scan knows only strings, numbers, braces and brackets. It does not recurse, however deep the text nests.
 */
export function* scanJson(text: string): Generator<JsonToken> {
  const frames: Frame[] = [];
  let frame: Frame | undefined;
  const at = (): string => frame?.current ?? '';
  for (let start = 0; start < text.length; start++) {
    const unit = text.charCodeAt(start);
    if (isInsignificant(unit)) continue;
    if (frame !== undefined && frame.keys === undefined && frame.expectsKey && unit !== 0x5d) {
      frame.expectsKey = false;
      frame.current = `${frame.pointer}/${frame.index}`;
      yield { kind: 'item', start, end: start, pointer: frame.current, repeated: false };
    }
    if (unit === 0x7b || unit === 0x5b) {
      const keys = unit === 0x7b ? new Set<string>() : undefined;
      frame = { pointer: at(), keys, expectsKey: true, index: 0, current: '' };
      frames.push(frame);
    } else if (unit === 0x7d || unit === 0x5d) {
      frames.pop();
      frame = frames.at(-1);
    } else if (unit === 0x2c && frame !== undefined) {
      frame.expectsKey = true;
      frame.index++;
    } else if (unit === 0x22) {
      const end = endOfString(text, start);
      if (frame?.keys === undefined || !frame.expectsKey) {
        yield { kind: 'string', start, end, pointer: at(), repeated: false };
      } else {
        const key = unquote(text.slice(start, end));
        frame.expectsKey = false;
        frame.current = `${frame.pointer}/${escapeSegment(key)}`;
        yield { kind: 'key', start, end, pointer: frame.current, repeated: frame.keys.has(key) };
        frame.keys.add(key);
      }
      start = end - 1;
    } else if (unit === 0x2d || isDigit(unit)) {
      const end = endOfNumber(text, start);
      yield { kind: 'number', start, end, pointer: at(), repeated: false };
      start = end - 1;
    }
  }
}

/** White space and the colon. */
function isInsignificant(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09 || unit === 0x3a;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function unquote(raw: string): string {
  return raw.includes('\\') ? (JSON.parse(raw) as string) : raw.slice(1, -1);
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(at - 1 - backslashes) === 0x5c) backslashes++;
  return backslashes % 2 === 1;
}

function endOfNumber(text: string, start: number): number {
  let end = start + 1;
  // Digits, and of `+-.eE` whatever valid JSON has there.
  while (isDigit(text.charCodeAt(end)) || '+-.eE'.includes(text[end] ?? ' ')) end++;
  return end;
}
