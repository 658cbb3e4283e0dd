import { withExactIntegers } from '../../json/exact-integers.ts';
import { scanJson } from '../../json/scan.ts';
import type { ParsedText } from './parsed-text.ts';

/**
 * A description that is plain JSON, read without the YAML parser, which takes a hundred times as long. Undefined
 * where the text is no JSON: it may still be YAML.
 */
export function readJsonSource(
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
