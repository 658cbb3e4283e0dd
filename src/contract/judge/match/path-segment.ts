import { decodePercent } from '../values/request-parts.ts';

/** One segment of a path: a literal, or a template such as `{id}` or `v{major}.{minor}`. */
export type Segment = string | SegmentTemplate;

export interface SegmentTemplate {
  /** The template without names: equal for templates that match the same. */
  readonly source: string;
  readonly names: readonly string[];
  /** The texts before, between and after the parameters; null for a parameter that is the whole segment. */
  readonly literals: readonly string[] | null;
}

export function compileSegment(text: string): Segment {
  if (!/\{[^}]*\}/.test(text)) return text;
  const names = Array.from(text.matchAll(/\{([^}]*)\}/g), ([, name]) => name as string);
  const literals = text.split(/\{[^}]*\}/);
  const source = literals.join('{}');
  return { source, names, literals: source === '{}' ? null : literals };
}

/** The values of the parameters in a segment, still encoded; undefined where it does not match. */
export function matchSegment(expected: Segment, segment: string): readonly string[] | undefined {
  if (typeof expected === 'string') return isLiteral(expected, segment) ? NONE : undefined;
  if (isDotSegment(segment)) return undefined;
  if (expected.literals === null) return [segment];
  for (const values of partsOf(expected.literals, segment)) return values;
  return undefined;
}

/** Every way to take a segment apart, those with the shortest values first: `{id}-{slug}` is found in `12-a-b` twice. */
export function* readingsOf(expected: Segment, segment: string): Generator<readonly string[]> {
  const first = matchSegment(expected, segment);
  if (first === undefined) return;
  if (typeof expected === 'string' || expected.literals === null) yield first;
  else yield* partsOf(expected.literals, segment);
}

/** What a client encodes without need is the same as if it had not. */
function* partsOf(literals: readonly string[], segment: string): Generator<readonly string[]> {
  let isFound = false;
  for (const values of splitsOf(literals, segment)) {
    isFound = true;
    yield values;
  }
  if (isFound || !segment.includes('%')) return;
  for (const values of splitsOf(literals, decodePercent(segment))) yield values.map(encodeURIComponent);
}

function isLiteral(expected: string, segment: string): boolean {
  return expected === segment || decodePercent(expected) === decodePercent(segment);
}

/** Goes into no branch that leads nowhere, however long the text and whatever it repeats. */
function* splitsOf(literals: readonly string[], text: string): Generator<string[]> {
  const last = literals.length - 1;
  const first = literals[0] as string;
  const end = text.length - (literals[last] as string).length;
  if (end < first.length || !text.startsWith(first) || !text.endsWith(literals[last] as string)) return;
  /** Behind this place a literal leaves no room for those that follow it. */
  const latest: number[] = [];
  let room = end;
  for (let at = last - 1; at > 0; at--) {
    const literal = literals[at] as string;
    room = room < literal.length ? -1 : text.lastIndexOf(literal, room - literal.length);
    if (room < first.length) return;
    latest[at] = room;
  }
  const values: string[] = [];
  yield* place(1, first.length);

  function* place(at: number, from: number): Generator<string[]> {
    if (at === last) {
      yield [...values, text.slice(from, end)];
      return;
    }
    const literal = literals[at] as string;
    const bound = latest[at] as number;
    for (let found = text.indexOf(literal, from); found >= 0 && found <= bound; ) {
      values.push(text.slice(from, found));
      yield* place(at + 1, found + literal.length);
      values.pop();
      found = text.indexOf(literal, found + 1);
    }
  }
}

const NONE: readonly string[] = [];

/** `.` or `..`, also percent-encoded. A dot segment never reaches the server as a parameter: it is resolved away. */
export function isDotSegment(segment: string): boolean {
  const first = segment.charCodeAt(0);
  if (first !== /* . */ 0x2e && first !== /* % */ 0x25) return false;
  return segment.length <= '%2e%2e'.length && /^(?:\.|%2e){1,2}$/i.test(segment);
}
