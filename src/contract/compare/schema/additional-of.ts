import { child, type Node } from '../../description/load/description.ts';
import { type Schema, schemaOf } from './schema.ts';

/** What a schema says of properties that it does not name: anything, nothing, or what a schema accepts. */
export type Additional = 'open' | 'closed' | Schema;

export function additionalOf(schema: Schema): Additional {
  let described: Node | undefined;
  for (const layer of schema.layers) {
    for (const name of ['additionalProperties', 'unevaluatedProperties']) {
      const node = child(layer, name);
      if (node?.value === false) return 'closed';
      if (typeof node?.value === 'object' && node.value !== null && Object.keys(node.value).length > 0)
        described = node;
    }
  }
  return described === undefined ? 'open' : schemaOf([described], schema.description, schema.dialect);
}
