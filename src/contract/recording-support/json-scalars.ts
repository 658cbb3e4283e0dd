import { skipSpace, skipString } from './skip-json.ts';

/** A string, number or literal of a JSON text: where it stands, and which member or item of the parsed value it is. */
export interface Scalar {
  readonly start: number;
  readonly end: number;
  readonly holder: Record<string | number, unknown>;
  readonly key: string | number;
}

const MAX_DEPTH = 32;
const MAX_SCALARS = 512;

/**
 * The scalars of an object, in order. Undefined for an object that is too deep or too large to be worth it, or in
 * which a name stands twice or is `__proto__`: there a place of the text is not a place of the value.
 *
 * @param text valid JSON without white space around it
 * @param value what JSON.parse makes of it
 */
export function scalarsOf(text: string, value: object): readonly Scalar[] | undefined {
  const scalars: Scalar[] = [];
  const end = walkContainer(text, 0, value as Scalar['holder'], scalars, 0);
  return end === text.length ? scalars : undefined;
}

/** The place after the container, or -1 to give up. */
function walkContainer(
  text: string,
  start: number,
  holder: Scalar['holder'],
  scalars: Scalar[],
  depth: number,
): number {
  const isList = Array.isArray(holder);
  const names = new Set<string>();
  let place = skipSpace(text, start + 1);
  if (text[place] === (isList ? ']' : '}')) return place + 1;
  for (let index = 0; ; index += 1) {
    let key: string | number = index;
    if (!isList) {
      const end = skipString(text, place);
      key = JSON.parse(text.slice(place, end)) as string;
      if (names.has(key) || key === '__proto__') return -1;
      names.add(key);
      place = skipSpace(text, skipSpace(text, end) + 1);
    }
    place = walkValue(text, place, holder, key, scalars, depth);
    if (place === -1) return -1;
    place = skipSpace(text, place);
    const closes = text[place] !== ',';
    place += 1;
    if (closes) return place;
    place = skipSpace(text, place);
  }
}

function walkValue(
  text: string,
  start: number,
  holder: Scalar['holder'],
  key: string | number,
  scalars: Scalar[],
  depth: number,
): number {
  const value = holder[key];
  if (typeof value === 'object' && value !== null) {
    if (depth === MAX_DEPTH) return -1;
    return walkContainer(text, start, value as Scalar['holder'], scalars, depth + 1);
  }
  if (scalars.length === MAX_SCALARS) return -1;
  const end = text[start] === '"' ? skipString(text, start) : endOfWord(text, start);
  scalars.push({ start, end, holder, key });
  return end;
}

function endOfWord(text: string, start: number): number {
  let end = start;
  while (/[\w.+-]/.test(text[end] ?? '')) end += 1;
  return end;
}
