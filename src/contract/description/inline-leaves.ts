import type { CompiledSchema } from './convert-schema.ts';

type Schemas = ReadonlyMap<string, CompiledSchema>;

/** Longer ones would be repeated wherever they are referred to. */
const LONGEST = 2000;

/**
 * Puts schemas that refer to no other in the place of references to them: for a validator that only decides a reference is
 * the cost of a call, and tells nothing.
 */
export function inlineLeaves(schemas: Schemas): (schema: CompiledSchema) => CompiledSchema {
  const isLeaf = new Map<string, boolean>();
  const leafOf = (id: string): CompiledSchema | undefined => {
    const schema = schemas.get(id);
    if (schema === undefined) return undefined;
    let leaf = isLeaf.get(id);
    if (leaf === undefined) {
      const text = JSON.stringify(schema);
      leaf = text.length <= LONGEST && !text.includes('"$ref"');
      isLeaf.set(id, leaf);
    }
    return leaf ? schema : undefined;
  };
  const inline = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) return part.map(inline);
    const keys = Object.keys(part);
    const ref = (part as { $ref?: unknown }).$ref;
    if (keys.length === 1 && typeof ref === 'string') return leafOf(ref) ?? part;
    const copy: Record<string, unknown> = {};
    for (const key of keys) {
      const value = inline((part as Record<string, unknown>)[key]);
      Object.defineProperty(copy, key, { value, enumerable: true, writable: true, configurable: true });
    }
    return copy;
  };
  return (schema) => inline(schema) as CompiledSchema;
}
