import { child, children, type Node, placeOf } from './description.ts';
import { DescriptionError } from './description-error.ts';
import {
  ASSERTION_KEYWORDS,
  BRANCH_KEYWORDS,
  SCHEMA_KEYWORDS,
  SCHEMA_LIST_KEYWORDS,
  SCHEMA_MAP_KEYWORDS,
  UNSUPPORTED_KEYWORDS,
} from './keywords.ts';

/** A schema ready for ajv: references are schema ids, annotations are gone, `x-at` gives each keyword's place. */
export type CompiledSchema = boolean | Readonly<Record<string, unknown>>;

/** The name under which a schema's keyword places travel through ajv to each of its errors. */
export const PLACES_KEYWORD = 'x-at';

/** Ids of a schema's parts, by keyword. */
export type SchemaParts = Readonly<
  Record<string, string | readonly string[] | Readonly<Record<string, string>>>
>;

export interface Registered {
  readonly id: string;
  readonly schema: CompiledSchema;
}

/** Registers a part of a schema; `own` gives it a validator of its own. */
export type RegisterPart = (node: Node, name: string, own: boolean) => Registered;

/** Converts one schema; its parts go through `register`. `value` is the node's, upgraded if it is of OpenAPI 3.0. */
export function convertSchema(
  node: Node,
  value: Readonly<Record<string, unknown>>,
  name: string,
  register: RegisterPart,
): { schema: CompiledSchema; parts: SchemaParts } {
  for (const keyword of UNSUPPORTED_KEYWORDS) {
    if (Object.hasOwn(value, keyword))
      throw new DescriptionError(placeOf(node), `${keyword} is not supported`);
  }
  const schema: Record<string, unknown> = {};
  const parts: Record<string, string | string[] | Record<string, string>> = {};
  const partsAt = (keyword: string): [string, Node][] =>
    Object.hasOwn(value, keyword) ? children(child(node, keyword)) : [];

  for (const keyword of ASSERTION_KEYWORDS) {
    if (Object.hasOwn(value, keyword)) schema[keyword] = value[keyword];
  }
  for (const keyword of SCHEMA_KEYWORDS) {
    const part = Object.hasOwn(value, keyword) ? child(node, keyword) : undefined;
    if (part === undefined) continue;
    const registered = register(part, nameOfPart(name, keyword), BRANCH_KEYWORDS.has(keyword));
    schema[keyword] = registered.schema;
    parts[keyword] = registered.id;
  }
  for (const keyword of SCHEMA_LIST_KEYWORDS) {
    const registered = partsAt(keyword).map(([index, part]) =>
      register(part, keyword === 'prefixItems' ? `${name}[${index}]` : name, BRANCH_KEYWORDS.has(keyword)),
    );
    if (registered.length === 0) continue;
    schema[keyword] = registered.map((part) => part.schema);
    parts[keyword] = registered.map((part) => part.id);
  }
  for (const keyword of SCHEMA_MAP_KEYWORDS) {
    if (!Object.hasOwn(value, keyword)) continue;
    const ids: Record<string, string> = {};
    for (const [key, part] of partsAt(keyword)) {
      const registered = register(part, keyword === 'dependentSchemas' ? name : `${name}.${key}`, false);
      define(ids, key, registered.id);
      // ajv passes over a property of this name, but not over a pattern that it matches.
      if (keyword === 'properties' && key === '__proto__')
        put(schema, 'patternProperties', '^__proto__$', registered);
      else put(schema, keyword, key, registered);
    }
    parts[keyword] = ids;
  }
  schema[PLACES_KEYWORD] = placesOf(node, Object.keys(value));
  return { schema, parts };
}

function put(schema: Record<string, unknown>, keyword: string, key: string, part: Registered): void {
  schema[keyword] ??= {};
  define(schema[keyword] as Record<string, CompiledSchema>, key, part.schema);
}

/** `__proto__` is a property name like any other: assignment would set the prototype instead. */
function define<T>(map: Record<string, T>, key: string, value: T): void {
  Object.defineProperty(map, key, { value, enumerable: true, writable: true, configurable: true });
}

const PLACED: ReadonlySet<string> = new Set([
  ...ASSERTION_KEYWORDS,
  ...SCHEMA_KEYWORDS,
  ...SCHEMA_LIST_KEYWORDS,
  ...SCHEMA_MAP_KEYWORDS,
  '$ref',
]);

function placesOf(node: Node, keywords: readonly string[]): Record<string, string> {
  const places: Record<string, string> = { '': placeOf(node) };
  for (const keyword of keywords) {
    const at = PLACED.has(keyword) ? child(node, keyword) : undefined;
    if (at !== undefined) places[keyword] = placeOf(at);
  }
  return places;
}

function nameOfPart(name: string, keyword: string): string {
  if (keyword === 'items' || keyword === 'contains' || keyword === 'unevaluatedItems') return `${name}[]`;
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') return `${name}.*`;
  return name;
}
