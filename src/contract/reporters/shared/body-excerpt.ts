import type { Body } from '../../exchange.ts';
import { escapeSegment } from '../../json/pointer.ts';
import { printable } from '../../printable.ts';

/** A few lines of a body, one of them perhaps marked; each printable on one line. */
export interface Excerpt {
  readonly lines: readonly string[];
  /** Number of the first line shown, counted from 1 in the body as it is laid out here. */
  readonly from: number;
  /** Index into `lines`. */
  readonly marked?: number;
  /** Whether something follows the last line. */
  readonly more: boolean;
}

export interface ExcerptOptions {
  /** JSON Pointer of the value to mark; a header or undefined marks nothing. */
  readonly dataPath: string | undefined;
  /** Show the text as it came, and not its values laid out: for text that is no JSON, or not good JSON. */
  readonly raw: boolean;
  readonly redact: (text: string) => string;
}

/** Laying out more than this takes longer than looking into the recording. */
const LONGEST_TEXT = 256 * 1024;
const MOST_LINES_LAID_OUT = 10_000;
const WHOLE_BELOW = 24;
const AROUND = 7;
const RAW_CHARACTERS = 1_600;
const LONGEST_SECRET = 4_096;
const LONGEST_LINE = 160;

/** The part of a body that a finding is about; undefined where there is no body. */
export function excerptOf(body: Body, { dataPath, raw, redact }: ExcerptOptions): Excerpt | undefined {
  if (body === undefined || body.length === 0) return undefined;
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body.subarray(0, LONGEST_TEXT + 1));
  const lines = raw || text.length > LONGEST_TEXT ? undefined : layOut(text);
  const excerpt = lines === undefined ? rawExcerpt(text, redact) : jsonExcerpt(lines, dataPath);
  return { ...excerpt, lines: excerpt.lines.map((line) => cut(printable(redact(line)))) };
}

function layOut(text: string): JsonLine[] | undefined {
  try {
    const lines: JsonLine[] = [];
    for (const line of jsonLines(JSON.parse(text))) {
      if (lines.push(line) >= MOST_LINES_LAID_OUT) break;
    }
    return lines;
  } catch {
    return undefined;
  }
}

function jsonExcerpt(lines: readonly JsonLine[], dataPath: string | undefined): Excerpt {
  const at = markedLine(lines, dataPath);
  const whole = lines.length <= WHOLE_BELOW;
  const start = whole ? 0 : Math.max(0, Math.min((at ?? 0) - AROUND, lines.length - 2 * AROUND - 1));
  const end = whole ? lines.length : Math.min(lines.length, start + 2 * AROUND + 1);
  return {
    lines: lines.slice(start, end).map(({ text }) => text),
    from: start + 1,
    ...(at !== undefined && at < end && { marked: at - start }),
    more: end < lines.length,
  };
}

/** The line of the value, or of the innermost thing around it that has a line. */
function markedLine(lines: readonly JsonLine[], dataPath: string | undefined): number | undefined {
  if (dataPath === undefined || (dataPath !== '' && !dataPath.startsWith('/'))) return undefined;
  for (let pointer = dataPath; ; pointer = pointer.slice(0, pointer.lastIndexOf('/'))) {
    const at = lines.findIndex((line) => line.pointer === pointer);
    if (at >= 0 || pointer === '') return at < 0 ? undefined : at;
  }
}

function rawExcerpt(text: string, redact: (text: string) => string): Excerpt {
  // Redacted before it is cut: half a secret would not be known for one.
  const lines = redact(text.slice(0, RAW_CHARACTERS + LONGEST_SECRET))
    .slice(0, RAW_CHARACTERS)
    .split(/\r?\n/)
    .slice(0, WHOLE_BELOW);
  return { lines, from: 1, more: lines.join('\n').length + 1 < text.length };
}

function cut(line: string): string {
  return line.length <= LONGEST_LINE ? line : `${line.slice(0, LONGEST_LINE - 1)}…`;
}

/** One line of a laid-out JSON text, and the JSON Pointer of the value that starts (or ends) on it. */
interface JsonLine {
  readonly text: string;
  readonly pointer: string;
}

/** What lies deeper is shown as `…`: a hostile body can be deeper than the stack. */
const DEEPEST = 40;

/** Lays out a JSON value as `JSON.stringify(value, null, 2)` does, and tells what stands on each line. */
function* jsonLines(value: unknown, pointer = '', depth = 0, before = '', after = ''): Generator<JsonLine> {
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
    yield* jsonLines(member, `${pointer}/${escapeSegment(name)}`, depth + 1, label, comma);
  }
  yield { text: `${indent}${close}${after}`, pointer };
}
