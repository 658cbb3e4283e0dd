import type { JsonCensus } from '../../json/remarks.ts';
import type { Applied, AppliedSchemas } from './applied.ts';
import { namesNothing } from './meant.ts';

/** What one walk over a parsed body tells. The object is the surveyor's own, and good until its next survey. */
export interface Survey extends JsonCensus {
  /** There is something to tell that `notesOn` finds: a property that no schema names, say. */
  readonly hasNotes: boolean;
  /** The body nests deeper than `MAX_DEPTH`; nothing else is certain then. */
  readonly tooDeep: boolean;
}

export type Surveyor = (applied: Applied, value: unknown) => Survey;

/**
 * Deeper bodies are refused by many parsers (PHP's limit is 512, Python's about 1000, .NET's 64), and validators,
 * which recurse, would not survive them.
 */
export const MAX_DEPTH = 512;

/**
 * Walks over a body once, next to its schemas: counts keys, notes what needs a closer look, and hands over the coverage
 * points that the body shows and that `shown` has as 0. For the good case, of which there may be millions: says that there is
 * something to tell, and leaves it to others to say what and where.
 */
export function createSurveyor(
  all: AppliedSchemas,
  shown: Uint8Array,
  note: (point: number) => void,
): Surveyor {
  const survey = { keys: 0, oddNumber: false, hasNotes: false, tooDeep: false };
  const anything = all.of([]);
  const showAll = (points: readonly number[]): void => {
    for (let at = 0; at < points.length; at++) {
      const point = points[at] as number;
      if (shown[point] === 0) note(point);
    }
  };
  const visit = (start: Applied, value: unknown, depth: number): void => {
    const applied = start.choices.length === 0 ? start : all.settle(start, value);
    if (applied.hasNotes) survey.hasNotes = true;
    if (typeof value !== 'object') visitScalar(applied, value);
    else if (value === null) {
      if (applied.meansNull) survey.hasNotes = true;
      showAll(applied.marks.null);
      showValue(applied, value);
    } else if (depth > MAX_DEPTH) survey.tooDeep = true;
    else if (Array.isArray(value)) visitArray(applied, value, depth + 1);
    else visitObject(applied, value as Record<string, unknown>, depth + 1);
  };
  const visitScalar = (applied: Applied, value: unknown): void => {
    if (typeof value === 'number' && isOdd(value)) survey.oddNumber = true;
    showValue(applied, value);
  };
  const showValue = (applied: Applied, value: unknown): void => {
    if (applied.marks.values !== undefined) showAll(applied.marks.values.get(value) ?? NONE);
  };
  const visitArray = (applied: Applied, items: readonly unknown[], depth: number): void => {
    // A list of nulls is neither empty nor shows what its items are.
    let isFilled = false;
    for (let index = 0; index < items.length; index++) {
      if (items[index] !== null) isFilled = true;
      visit(applied === anything ? anything : all.item(applied, index), items[index], depth);
    }
    if (isFilled || items.length === 0) showAll(isFilled ? applied.marks.filled : applied.marks.empty);
  };
  const visitObject = (applied: Applied, object: Readonly<Record<string, unknown>>, depth: number): void => {
    let count = 0;
    let isFilled = false;
    for (const each of applied.discriminators) if (namesNothing(each, object)) survey.hasNotes = true;
    for (const name in object) {
      count++;
      const value = object[name];
      if (value !== null) isFilled = true;
      const member = applied.members.get(name) ?? all.member(applied, name);
      if (member === undefined) {
        survey.hasNotes = true;
        visit(anything, value, depth);
        continue;
      }
      const below = member.applied ?? all.ofMember(member);
      if (value !== null && member.marks.length > 0) showAll(member.marks);
      if (typeof value !== 'string' || !below.isPlain) visit(below, value, depth);
    }
    survey.keys += count;
    if (isFilled || count === 0) showAll(isFilled ? applied.marks.filled : applied.marks.empty);
  };
  return (applied, value) => {
    survey.keys = 0;
    survey.oddNumber = false;
    survey.hasNotes = false;
    survey.tooDeep = false;
    visit(applied, value, 1);
    return survey;
  };
}

const NONE: readonly number[] = [];

/** Beyond what a double counts exactly, or no number at all: 1e400 is parsed as infinity. */
function isOdd(value: number): boolean {
  return !Number.isSafeInteger(value) && (Number.isInteger(value) || !Number.isFinite(value));
}
