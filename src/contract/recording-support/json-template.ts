import type { Scalar } from './json-scalars.ts';
import { PLAIN_STRING, skipScalar, skipString } from './skip-json.ts';

/**
 * A JSON text with gaps: what stood in every text alike is compared, and only the scalars that varied are read. For
 * texts that a program wrote one after the other, such as the entries of a recording, that is several times faster
 * than parsing them whole, and as strict: a text that fits the template is JSON, and has the value given.
 */
export interface JsonTemplate {
  /** The texts before, between and after the gaps: one more than there are gaps. */
  readonly literals: readonly string[];
  readonly gaps: readonly Scalar[];
}

export function jsonTemplate(text: string, gaps: readonly Scalar[]): JsonTemplate {
  const literals: string[] = [];
  let place = 0;
  for (const { start, end } of gaps) {
    literals.push(text.slice(place, start));
    place = end;
  }
  literals.push(text.slice(place));
  return { literals, gaps };
}

/**
 * Reads the text from `at` on, and writes what stands in the gaps into their holders. The place after it, or -1 where
 * the text does not fit; some gaps are then written and others not.
 */
export function fillTemplate({ literals, gaps }: JsonTemplate, text: string, at: number): number {
  let literal = literals[0] as string;
  let place = at + literal.length;
  if (text.slice(at, place) !== literal) return -1;
  for (let index = 0; index < gaps.length; index += 1) {
    literal = literals[index + 1] as string;
    const end = fillGap(gaps[index] as Scalar, text, place, literal);
    if (end === -1) return -1;
    place = end + literal.length;
    if (text.slice(end, place) !== literal) return -1;
  }
  return place;
}

function fillGap({ holder, key }: Scalar, text: string, start: number, next: string): number {
  const isString = text.charCodeAt(start) === 0x22;
  if (isString) {
    PLAIN_STRING.lastIndex = start;
    if (PLAIN_STRING.test(text)) {
      holder[key] = text.slice(start + 1, PLAIN_STRING.lastIndex - 1);
      return PLAIN_STRING.lastIndex;
    }
  }
  const end = isString ? endOfString(text, start, next) : skipScalar(text, start);
  if (end === -1) return -1;
  try {
    holder[key] = JSON.parse(text.slice(start, end));
    return end;
  } catch {
    return -1;
  }
}

/**
 * One search instead of one for each escaped quote. A quote in `next` has no backslash before it, so that it can't
 * stand inside the string; where the search goes too far, JSON.parse refuses what it found.
 */
function endOfString(text: string, start: number, next: string): number {
  return next.includes('"') ? text.indexOf(next, start + 1) : skipString(text, start);
}
