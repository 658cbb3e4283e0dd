import { child, children, type Description, type Node } from './description.ts';

/** Which way a body travels: `readOnly` properties do not come in requests, `writeOnly` ones not in responses. */
export type Direction = 'request' | 'response';

const BARRED = { request: 'readOnly', response: 'writeOnly' } as const;

/** The keyword by which a property may not be there in a direction; undefined where it may. */
export function barredBy(
  description: Description,
  property: Node,
  direction: Direction,
): 'readOnly' | 'writeOnly' | undefined {
  const keyword = BARRED[direction];
  const says = (node: Node): boolean => child(node, keyword)?.value === true;
  return says(property) || says(description.deref(property)) ? keyword : undefined;
}

/** Whether any file tells the directions apart: where none does, requests and responses share their schemas. */
export function tellsDirections({ sources }: Description): boolean {
  return sources.some(({ text }) => /\b(?:read|write)Only\b/.test(text));
}

const IN_PLACE_LISTS = ['allOf', 'anyOf', 'oneOf'];

/**
 * The properties that may not be there in a direction, of a schema and of those that it applies to the same value:
 * `required` says nothing of them. Source: OpenAPI 3.0.4, "Schema Object".
 */
export function barredNames(description: Description, schema: Node, direction: Direction): Set<string> {
  const names = new Set<string>();
  const seen = new Set<string>();
  const visit = (node: Node): void => {
    const key = `${node.source.path}#${node.pointer}`;
    if (seen.has(key)) return;
    seen.add(key);
    for (const [name, property] of children(child(node, 'properties'))) {
      if (barredBy(description, property, direction) !== undefined) names.add(name);
    }
    if (typeof child(node, '$ref')?.value === 'string') visit(description.deref(node));
    for (const keyword of IN_PLACE_LISTS) for (const [, part] of children(child(node, keyword))) visit(part);
  };
  visit(schema);
  return names;
}
