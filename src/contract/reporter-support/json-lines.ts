import { escapeSegment } from '../json/pointer.ts';

/** One line of a laid-out JSON text, and the JSON Pointer of the value that starts (or ends) on it. */
export interface JsonLine {
  readonly text: string;
  readonly pointer: string;
}

/** What lies deeper is shown as `…`: a hostile body can be deeper than the stack. */
const DEEPEST = 40;

/** Lays out a JSON value as `JSON.stringify(value, null, 2)` does, and tells what stands on each line. */
export function jsonLines(value: unknown): Generator<JsonLine> {
  return linesOf(value, '', 0, '', '');
}

function* linesOf(
  value: unknown,
  pointer: string,
  depth: number,
  before: string,
  after: string,
): Generator<JsonLine> {
  const indent = '  '.repeat(depth);
  if (typeof value !== 'object' || value === null) {
    yield { text: `${indent}${before}${JSON.stringify(value)}${after}`, pointer };
    return;
  }
  const isList = Array.isArray(value);
  const [open, close] = isList ? '[]' : '{}';
  const members = Object.entries(value);
  if (members.length === 0 || depth >= DEEPEST) {
    yield { text: `${indent}${before}${open}${members.length === 0 ? '' : '…'}${close}${after}`, pointer };
    return;
  }
  yield { text: `${indent}${before}${open}`, pointer };
  for (const [index, [name, member]] of members.entries()) {
    const label = isList ? '' : `${JSON.stringify(name)}: `;
    const comma = index < members.length - 1 ? ',' : '';
    yield* linesOf(member, `${pointer}/${escapeSegment(name)}`, depth + 1, label, comma);
  }
  yield { text: `${indent}${close}${after}`, pointer };
}
