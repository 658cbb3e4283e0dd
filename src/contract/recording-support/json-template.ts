import type { Scalar } from './json-scalars.ts';
import { skipScalar, skipString } from './skip-json.ts';

/**
 * A JSON text with gaps: what stood in every text alike is compared, and only the scalars that varied are read. For
 * texts that a program wrote one after the other, such as the entries of a recording, that is several times faster
 * than parsing them whole, and as strict: a text that fits the template is JSON, and has the value given.
 */
export type JsonTemplate = readonly Stretch[];

/** A gap, and whether any text had a string with an escape there. */
export interface Gap extends Scalar {
  readonly hasEscapes: boolean;
}

/** A text with gaps for scalars without escapes, as a regular expression, for V8 compiles that to machine code. */
interface Stretch {
  readonly pattern: RegExp;
  readonly gaps: readonly Scalar[];
  /** The gap after it; undefined at the end. */
  readonly escaped: Scalar | undefined;
  /** What comes after that gap. */
  readonly next: string;
}

/** A string without quote, backslash and control character in it; or a number; or a literal. */
const PLAIN =
  '(?:"([ !#-[\\]-\\uffff]*)"|(-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)|(true|false|null))';

export function jsonTemplate(text: string, gaps: readonly Gap[]): JsonTemplate {
  const stretches: Stretch[] = [];
  let source = '';
  let plain: Scalar[] = [];
  let place = 0;
  const close = (escaped?: Scalar, next = ''): void => {
    stretches.push({ pattern: new RegExp(source, 'y'), gaps: plain, escaped, next });
    source = '';
    plain = [];
  };
  for (const [index, gap] of gaps.entries()) {
    source += literal(text.slice(place, gap.start));
    place = gap.end;
    if (gap.hasEscapes) close(gap, text.slice(place, gaps[index + 1]?.start));
    else {
      source += PLAIN;
      plain.push(gap);
    }
  }
  source += literal(text.slice(place));
  close();
  return stretches;
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/**
 * Reads the text from `at` on, and writes what stands in the gaps into their holders. The place after it, or -1 where
 * the text does not fit; some gaps are then written and others not.
 */
export function fillTemplate(template: JsonTemplate, text: string, at: number): number {
  let place = at;
  try {
    for (const { pattern, gaps, escaped, next } of template) {
      pattern.lastIndex = place;
      const match = pattern.exec(text);
      if (match === null) return -1;
      for (let index = 0; index < gaps.length; index += 1) {
        const { holder, key } = gaps[index] as Scalar;
        holder[key] = match[3 * index + 1] ?? otherScalar(match[3 * index + 2], match[3 * index + 3]);
      }
      place = pattern.lastIndex;
      if (escaped === undefined) return place;
      const end = endOfGap(text, place, next);
      if (end === -1) return -1;
      escaped.holder[escaped.key] = JSON.parse(text.slice(place, end));
      place = end;
    }
  } catch {
    // No string; or one so long that the stack of the regular expression overflows.
  }
  return -1;
}

function otherScalar(number: string | undefined, literal: string | undefined): number | boolean | null {
  if (number !== undefined) return Number(number);
  return literal === 'null' ? null : literal === 'true';
}

/**
 * One search instead of one for each escaped quote. A quote in `next` has no backslash before it, so that it can't
 * stand inside the string; where the search goes too far, JSON.parse refuses what it found.
 */
function endOfGap(text: string, start: number, next: string): number {
  if (text.charCodeAt(start) !== 0x22) return skipScalar(text, start);
  return next.includes('"') ? text.indexOf(next, start + 1) : skipString(text, start);
}
