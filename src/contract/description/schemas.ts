import type { Shape } from '../contract.ts';
import { child, children, type Description, type Node, placeOf } from './description.ts';
import { DescriptionError } from './description-error.ts';
import {
  ASSERTION_KEYWORDS,
  BRANCH_KEYWORDS,
  SCHEMA_KEYWORDS,
  SCHEMA_LIST_KEYWORDS,
  SCHEMA_MAP_KEYWORDS,
  UNSUPPORTED_KEYWORDS,
} from './keywords.ts';
import { upgradeSchema } from './openapi-30.ts';
import { shapeOf } from './shape-of.ts';

/** A schema ready for ajv: references are schema ids, annotations are gone, `x-at` gives each keyword's place. */
export type CompiledSchema = boolean | Readonly<Record<string, unknown>>;

export interface SchemaRegistry {
  /** The id of the schema at a node; the schema, and all it refers to, is registered on first sight. */
  idOf(node: Node, name: string): string;
  /** Schemas that need a validator of their own, by id, in order of first sight. */
  readonly roots: ReadonlyMap<string, CompiledSchema>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

/** The name under which a schema's keyword places travel through ajv to each of its errors. */
export const PLACES_KEYWORD = 'x-at';

/** Collects the schemas of a description; the same walk always gives the same ids. */
export function createSchemaRegistry(description: Description, openapi30: boolean): SchemaRegistry {
  const roots = new Map<string, CompiledSchema>();
  const shapes: Record<string, Shape> = Object.create(null);
  const ids = new Map<string, string>();

  /** Registers a node's shape; `own` also gives it a validator, and then others refer to it by its id. */
  const register = (node: Node, name: string, own: boolean): { id: string; schema: CompiledSchema } => {
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
    if (typeof node.value === 'boolean') {
      shapes[id] = { name, spec: placeOf(node) };
      return node.value;
    }
    if (typeof node.value !== 'object' || node.value === null || Array.isArray(node.value)) {
      throw new DescriptionError(placeOf(node), 'a schema must be an object or a boolean');
    }
    const raw = node.value as Readonly<Record<string, unknown>>;
    for (const keyword of UNSUPPORTED_KEYWORDS) {
      if (Object.hasOwn(raw, keyword))
        throw new DescriptionError(placeOf(node), `${keyword} is not supported`);
    }
    const value = openapi30 ? upgradeSchema(raw) : raw;
    const converted: Record<string, unknown> = {};
    const parts: Record<string, string | string[] | Record<string, string>> = {};

    const sub = (subNode: Node, subName: string, own: boolean): { id: string; schema: CompiledSchema } => {
      const ref = child(subNode, '$ref');
      // A bare $ref is the schema that it refers to; one with siblings is a schema that also applies another.
      if (ref !== undefined && (openapi30 || Object.keys(subNode.value as object).length === 1)) {
        const target = description.deref(subNode);
        const targetId = register(target, nameOf(target, subName), true).id;
        return { id: targetId, schema: { $ref: targetId } };
      }
      return register(subNode, subName, own);
    };

    if (typeof value['$ref'] === 'string') {
      const target = description.deref(node);
      const targetId = register(target, nameOf(target, name), true).id;
      converted['$ref'] = targetId;
      parts['$ref'] = targetId;
    }
    for (const keyword of ASSERTION_KEYWORDS) {
      if (Object.hasOwn(value, keyword)) converted[keyword] = value[keyword];
    }
    for (const keyword of SCHEMA_KEYWORDS) {
      const subNode = Object.hasOwn(value, keyword) ? child(node, keyword) : undefined;
      if (subNode === undefined) continue;
      const result = sub(subNode, subNameOf(name, keyword), BRANCH_KEYWORDS.has(keyword));
      converted[keyword] = result.schema;
      parts[keyword] = result.id;
    }
    for (const keyword of SCHEMA_LIST_KEYWORDS) {
      const list = Object.hasOwn(value, keyword) ? children(child(node, keyword)) : [];
      if (list.length === 0) continue;
      const results = list.map(([index, subNode]) =>
        sub(subNode, keyword === 'prefixItems' ? `${name}[${index}]` : name, BRANCH_KEYWORDS.has(keyword)),
      );
      converted[keyword] = results.map((result) => result.schema);
      parts[keyword] = results.map((result) => result.id);
    }
    for (const keyword of SCHEMA_MAP_KEYWORDS) {
      if (!Object.hasOwn(value, keyword)) continue;
      const map: Record<string, CompiledSchema> = {};
      const mapIds: Record<string, string> = {};
      for (const [key, subNode] of children(child(node, keyword))) {
        const result = sub(subNode, keyword === 'dependentSchemas' ? name : `${name}.${key}`, false);
        define(map, key, result.schema);
        define(mapIds, key, result.id);
      }
      converted[keyword] = map;
      parts[keyword] = mapIds;
    }
    converted[PLACES_KEYWORD] = placesOf(node, Object.keys(converted));
    shapes[id] = shapeOf(name, placeOf(node), value, parts);
    return converted;
  };

  return {
    idOf: (node, name) => {
      const target = description.deref(node);
      return register(target, target === node ? name : nameOf(target, name), true).id;
    },
    roots,
    shapes,
  };
}

/** `__proto__` is a property name like any other: assignment would set the prototype instead. */
function define<T>(map: Record<string, T>, key: string, value: T): void {
  Object.defineProperty(map, key, { value, enumerable: true, writable: true, configurable: true });
}

function placesOf(node: Node, keywords: readonly string[]): Record<string, string> {
  const places: Record<string, string> = { '': placeOf(node) };
  for (const keyword of keywords) {
    const at = child(node, keyword);
    if (at !== undefined) places[keyword] = placeOf(at);
  }
  return places;
}

function subNameOf(name: string, keyword: string): string {
  if (keyword === 'items' || keyword === 'contains' || keyword === 'unevaluatedItems') return `${name}[]`;
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') return `${name}.*`;
  return name;
}

/** A schema that is referred to is called by its own name: the last word of its pointer, or its file's. */
function nameOf(node: Node, fallback: string): string {
  const last = node.pointer.split('/').at(-1);
  if (last !== undefined && last !== '') return last;
  return (
    node.source.file
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\.(ya?ml|json)$/i, '') ?? fallback
  );
}
