import type { JsonCensus } from '../json/remarks.ts';
import type { ShapeNode, ShapeNodes } from './shape-nodes.ts';

/** What one walk over a parsed body tells. The object is the surveyor's own, and good until its next survey. */
export interface Survey extends JsonCensus {
  /** A property was met that no schema names. */
  readonly undocumented: boolean;
  /** The body nests deeper than `MAX_DEPTH`; nothing else is certain then. */
  readonly tooDeep: boolean;
}

export type Surveyor = (node: ShapeNode, value: unknown) => Survey;

/**
 * Deeper bodies are refused by many parsers (PHP's limit is 512, Python's about 1000, .NET's 64), and validators,
 * which recurse, would not survive them.
 */
export const MAX_DEPTH = 512;

/**
 * Walks over a body once, next to its schemas: counts keys, notes what needs a closer look, and hands over the coverage
 * points that the body shows and that `shown` has as 0. For the good case, of which there may be millions: says that something is undocumented, and
 * leaves it to others to say what and where.
 */
export function createSurveyor(
  nodes: ShapeNodes,
  shown: Uint8Array,
  note: (point: number) => void,
): Surveyor {
  const survey = { keys: 0, oddNumber: false, undocumented: false, tooDeep: false };
  const anything = nodes.of([]);

  const showAll = (points: readonly number[]): void => {
    for (let at = 0; at < points.length; at++) {
      const point = points[at] as number;
      if (shown[point] === 0) note(point);
    }
  };

  const visit = (start: ShapeNode, value: unknown, depth: number): void => {
    const node = start.choices.length === 0 ? start : nodes.resolve(start, value);
    if (typeof value !== 'object') visitScalar(node, value);
    else if (value === null) {
      showAll(node.marks.null);
      showValue(node, value);
    } else if (depth > MAX_DEPTH) survey.tooDeep = true;
    else if (Array.isArray(value)) visitArray(node, value, depth + 1);
    else visitObject(node, value as Record<string, unknown>, depth + 1);
  };

  const visitScalar = (node: ShapeNode, value: unknown): void => {
    if (typeof value === 'number' && isOdd(value)) survey.oddNumber = true;
    showValue(node, value);
  };

  const showValue = (node: ShapeNode, value: unknown): void => {
    if (node.marks.values !== undefined) showAll(node.marks.values.get(value) ?? NONE);
  };

  const visitArray = (node: ShapeNode, items: readonly unknown[], depth: number): void => {
    // A list of nulls is neither empty nor shows what its items are.
    let isFilled = false;
    for (let index = 0; index < items.length; index++) {
      if (items[index] !== null) isFilled = true;
      visit(node === anything ? anything : nodes.item(node, index), items[index], depth);
    }
    if (isFilled || items.length === 0) showAll(isFilled ? node.marks.filled : node.marks.empty);
  };

  const visitObject = (node: ShapeNode, object: Readonly<Record<string, unknown>>, depth: number): void => {
    let count = 0;
    let isFilled = false;
    for (const name in object) {
      count++;
      const value = object[name];
      if (value !== null) isFilled = true;
      const member = node.members.get(name) ?? nodes.member(node, name);
      if (member === undefined) {
        survey.undocumented = true;
        visit(anything, value, depth);
        continue;
      }
      const below = member.node ?? nodes.nodeOf(member);
      if (value !== null && member.marks.length > 0) showAll(member.marks);
      if (typeof value !== 'string' || !below.isPlain) visit(below, value, depth);
    }
    survey.keys += count;
    if (isFilled || count === 0) showAll(isFilled ? node.marks.filled : node.marks.empty);
  };

  return (node, value) => {
    survey.keys = 0;
    survey.oddNumber = false;
    survey.undocumented = false;
    survey.tooDeep = false;
    visit(node, value, 1);
    return survey;
  };
}

const NONE: readonly number[] = [];

/** Beyond what a double counts exactly, or no number at all: 1e400 is parsed as infinity. */
function isOdd(value: number): boolean {
  return !Number.isSafeInteger(value) && (Number.isInteger(value) || !Number.isFinite(value));
}
