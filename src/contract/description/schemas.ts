import type { Shape } from '../contract.ts';
import { type CompiledSchema, convertSchema, type Registered } from './convert-schema.ts';
import { child, type Description, type Node, placeOf } from './description.ts';
import { DescriptionError } from './description-error.ts';
import { upgradeSchema } from './openapi-30.ts';
import { shapeOf } from './shape-of.ts';

export interface SchemaRegistry {
  /** The id of the schema at a node; the schema, and all it refers to, is registered on first sight. */
  idOf(node: Node, name: string): string;
  /** Schemas that need a validator of their own, by id, in order of first sight. */
  readonly roots: ReadonlyMap<string, CompiledSchema>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

/** Collects the schemas of a description; the same walk always gives the same ids. */
export function createSchemaRegistry(description: Description, openapi30: boolean): SchemaRegistry {
  const roots = new Map<string, CompiledSchema>();
  const shapes: Record<string, Shape> = Object.create(null);
  const ids = new Map<string, string>();

  /** A schema that is referred to always has a validator of its own, and is called by its own name. */
  const registerTarget = (node: Node, name: string): Registered => {
    const target = description.deref(node);
    return registerNode(target, target === node ? name : ownName(target, name), true);
  };

  /** A bare `$ref` is the schema that it refers to; one with siblings is a schema that also applies another. */
  const register = (node: Node, name: string, own: boolean): Registered => {
    const isRef = child(node, '$ref') !== undefined;
    const isBare = isRef && (openapi30 || Object.keys(node.value as object).length === 1);
    return isBare ? registerTarget(node, name) : registerNode(node, name, own);
  };

  const registerNode = (node: Node, name: string, own: boolean): Registered => {
    const key = `${node.source.path}#${node.pointer}`;
    const id = ids.get(key) ?? `v${ids.size}`;
    ids.set(key, id);
    if (roots.has(id)) return { id, schema: { $ref: id } };
    if (!own) return { id, schema: convert(node, id, name) };
    roots.set(id, true); // holds the place: a recursive schema refers to itself while it is converted
    roots.set(id, convert(node, id, name));
    return { id, schema: { $ref: id } };
  };

  const convert = (node: Node, id: string, name: string): CompiledSchema => {
    const spec = placeOf(node);
    if (typeof node.value === 'boolean') {
      shapes[id] = { name, spec };
      return node.value;
    }
    if (typeof node.value !== 'object' || node.value === null || Array.isArray(node.value)) {
      throw new DescriptionError(spec, 'a schema must be an object or a boolean');
    }
    const raw = node.value as Readonly<Record<string, unknown>>;
    const value = openapi30 ? upgradeSchema(raw) : raw;
    const target = typeof value['$ref'] === 'string' ? registerTarget(node, name).id : undefined;
    const { schema, parts } = convertSchema(node, value, name, register);
    const ref = target === undefined ? {} : { $ref: target };
    shapes[id] = shapeOf(name, spec, value, { ...parts, ...ref });
    return { ...ref, ...(schema as object) };
  };

  return { idOf: (node, name) => registerTarget(node, name).id, roots, shapes };
}

/** The last word of a schema's pointer, or the name of its file. */
function ownName(node: Node, fallback: string): string {
  const last = node.pointer.split('/').at(-1);
  if (last !== undefined && last !== '') return last;
  const file = node.source.file.split('/').at(-1);
  return file?.replace(/\.(ya?ml|json)$/i, '') ?? fallback;
}
