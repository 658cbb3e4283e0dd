import { child, children, isTrue, type Node } from '../../description/load/description.ts';
import type { Direction } from '../difference.ts';
import { childList, type Schema, schemaOf } from './schema.ts';

export function propertiesOf(schema: Schema): ReadonlyMap<string, Schema> {
  const nodes = new Map<string, [Node, ...Node[]]>();
  for (const layer of schema.layers) {
    for (const [name, node] of children(child(layer, 'properties'))) {
      const known = nodes.get(name);
      if (known === undefined) nodes.set(name, [node]);
      else known.push(node);
    }
  }
  return new Map(
    [...nodes].map(([name, list]) => [name, schemaOf(list, schema.description, schema.dialect)]),
  );
}

/** The names that have to be there in a request or a response: one that is read-only is not sent, and so on. */
export function requiredOf(schema: Schema, direction: Direction): ReadonlySet<string> {
  const barred = direction === 'request' ? 'readOnly' : 'writeOnly';
  const properties = propertiesOf(schema);
  const names = schema.layers.flatMap((layer) =>
    childList(layer, 'required').map(({ value }) => String(value)),
  );
  return new Set(
    names.filter((name) => !(properties.get(name)?.layers ?? []).some((node) => isTrue(node, barred))),
  );
}
