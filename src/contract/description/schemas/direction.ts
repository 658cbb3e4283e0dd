import { child, children, type Description, type Node } from '../load/description.ts';
import { followed, membersOf } from './upgrade.ts';

/** Which way a body travels: `readOnly` properties do not come in requests, `writeOnly` ones not in responses. */
export type Direction = 'request' | 'response';

const BARRED = { request: 'readOnly', response: 'writeOnly' } as const;

/** The keyword by which a property or an item may not be there in a direction; undefined where it may. */
export function barredBy(
  description: Description,
  part: Node,
  direction: Direction,
): 'readOnly' | 'writeOnly' | undefined {
  const keyword = BARRED[direction];
  for (const node of inPlace(description, part, ['allOf'])) {
    if (child(node, keyword)?.value === true) return keyword;
  }
  return undefined;
}

/** Whether any file tells the directions apart: where none does, requests and responses share their schemas. */
export function tellsDirections({ sources }: Description): boolean {
  return sources.some(({ text }) => /\b(?:read|write)Only\b/.test(text));
}

/**
 * Of names that `required` does not mean, those that a schema or one that it applies to the same value does require, and
 * does not know to be barred.
 */
export function requiredOf(
  description: Description,
  schema: Node,
  direction: Direction,
  barred: ReadonlySet<string>,
): Set<string> {
  const names = new Set<string>();
  if (barred.size === 0) return names;
  const own = barredNames(description, schema, direction);
  for (const node of inPlace(description, schema, IN_PLACE_LISTS)) {
    for (const [, { value }] of children(child(node, 'required'))) {
      if (typeof value === 'string' && barred.has(value) && !own.has(value)) names.add(value);
    }
  }
  return names;
}

const IN_PLACE_LISTS = ['allOf', 'anyOf', 'oneOf'];

/**
 * The properties that may not be there in a direction, of a schema and of those that it applies to the same value:
 * `required` says nothing of them. Source: OpenAPI 3.0.4, "Schema Object".
 */
export function barredNames(description: Description, schema: Node, direction: Direction): Set<string> {
  const names = new Set<string>();
  for (const node of inPlace(description, schema, IN_PLACE_LISTS)) {
    for (const [name, property] of membersOf(description, child(node, 'properties'))) {
      if (barredBy(description, property, direction) !== undefined) names.add(name);
    }
  }
  return names;
}

/** A schema and those that it applies to the same value, by `$ref` and by the keywords given. */
function inPlace(description: Description, schema: Node, keywords: readonly string[]): Iterable<Node> {
  const found = new Map<string, Node>();
  const visit = (node: Node): void => {
    const key = `${node.source.path}#${node.pointer}`;
    if (found.has(key)) return;
    found.set(key, node);
    if (typeof child(node, '$ref')?.value === 'string') visit(followed(description, node));
    for (const keyword of keywords) for (const [, part] of children(child(node, keyword))) visit(part);
  };
  visit(schema);
  return found.values();
}
