import { withExactIntegers } from '../../json/exact-integers.ts';
import { scanJson } from '../../json/scan.ts';
import { DescriptionError, unlessTooDeep } from '../limitations.ts';
import { type ParsedText, readYamlSource } from './yaml-source.ts';

/** One file of a description: its value, and where in the text each part of it stands. */
export interface Source {
  /** As shown in places: relative to the folder that the places should be relative to. */
  readonly file: string;
  /** Absolute path: what `$ref` is resolved against. */
  readonly path: string;
  readonly text: string;
  readonly value: unknown;
  /** `file:line:column#pointer` of the key (or array item) at a JSON Pointer; the parent's where it has none. */
  place(pointer: string): string;
}

/** Ten times the largest description known; a parser needs a hundred times the memory of the text. */
const MOST_CHARACTERS = 100_000_000;

/** Parses YAML or JSON (which is YAML) and keeps the position of every key. Throws DescriptionError. */
export function parseSource(file: string, path: string, text: string): Source {
  if (text.length > MOST_CHARACTERS) {
    throw new DescriptionError(file, `is longer than the ${MOST_CHARACTERS} characters that are read`);
  }
  const lineStarts = lineStartsOf(text);
  const at = (offset: number): string => {
    const line = lineOf(lineStarts, offset);
    return `${file}:${line}:${offset - (lineStarts[line - 1] as number) + 1}`;
  };
  const fail = (reason: string, offset?: number): never => {
    throw new DescriptionError(offset === undefined ? file : at(offset), reason);
  };
  if (/^\uFEFF?\s*<(?:!doctype|html|\?xml|!--)/i.test(text))
    fail('is a page or XML, and no description: download the description itself, in YAML or JSON');
  const parsed = unlessTooDeep(file, () => readJsonSource(text, fail) ?? readYamlSource(text, fail));
  const place = (pointer: string): string => `${at(parsed.offsetOf(pointer))}#${pointer}`;
  return { file, path, text, value: parsed.value, place };
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The line, counted from 1, that holds an offset. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

/**
 * A description that is plain JSON, read without the YAML parser, which takes a hundred times as long. Undefined
 * where the text is no JSON: it may still be YAML.
 */
function readJsonSource(
  text: string,
  fail: (reason: string, offset: number) => never,
): ParsedText | undefined {
  if (!/^\uFEFF?\s*\{/.test(text)) return undefined;
  const value = parsed(text);
  if (value === undefined) return undefined;
  const offsets = new Map<string, number>();
  scanJson(text, ({ kind, start, path, pointer, isRepeated }) => {
    if (isRepeated) fail('Map keys must be unique', start);
    // A member is where its name is.
    if (kind === 'name' || typeof path().at(-1) === 'number') offsets.set(pointer(), start);
  });
  return {
    value: /\d{16}/.test(text) ? withExactIntegers(text, value) : value,
    offsetOf: (pointer) => {
      let known = pointer;
      while (known !== '' && !offsets.has(known)) known = known.slice(0, known.lastIndexOf('/'));
      return offsets.get(known) ?? 0;
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
