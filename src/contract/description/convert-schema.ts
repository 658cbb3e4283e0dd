import { child, children, type Node, placeOf } from './description.ts';
import { DescriptionError } from './description-error.ts';
import { isPattern, wantedValue } from './keyword-values.ts';
import {
  ASSERTION_KEYWORDS,
  BRANCH_KEYWORDS,
  IN_PLACE_KEYWORDS,
  SCHEMA_KEYWORDS,
  SCHEMA_LIST_KEYWORDS,
  SCHEMA_MAP_KEYWORDS,
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

export interface Part {
  readonly node: Node;
  readonly name: string;
  /** It gets a validator of its own. */
  readonly own: boolean;
  /** It judges the same value as the schema that it stands in. */
  readonly inPlace: boolean;
  /** It is what `properties` says of one. */
  readonly isProperty: boolean;
}

export interface ConvertOptions {
  register(part: Part): Registered;
  /** Names that `required` does not mean in this direction: of properties that may not be there. */
  readonly barred: ReadonlySet<string>;
  /** Notes a keyword that is not judged. */
  limit(place: string, what: string): void;
}

/** Converts one schema; its parts go through `register`. `value` is the node's, upgraded if it is of OpenAPI 3.0. */
export function convertSchema(
  node: Node,
  value: Readonly<Record<string, unknown>>,
  name: string,
  { register, barred, limit }: ConvertOptions,
): { schema: CompiledSchema; parts: SchemaParts } {
  const schema: Record<string, unknown> = {};
  const parts: Record<string, string | string[] | Record<string, string>> = {};
  const has = (keyword: string): boolean => Object.hasOwn(value, keyword);
  const place = (keyword: string): string => placeOf(child(node, keyword) ?? node);
  const partOf = (keyword: string, at: Node, partName: string): Part => ({
    node: at,
    name: partName,
    own: BRANCH_KEYWORDS.has(keyword),
    inPlace: IN_PLACE_KEYWORDS.has(keyword),
    isProperty: keyword === 'properties',
  });

  for (const keyword of Object.keys(value)) {
    const wanted = wantedValue(keyword, value[keyword]);
    if (wanted !== undefined) throw new DescriptionError(place(keyword), `${keyword} must be ${wanted}`);
  }
  for (const keyword of ASSERTION_KEYWORDS) if (has(keyword)) schema[keyword] = value[keyword];
  if (has('required')) {
    const required = new Set((value['required'] as string[]).filter((wanted) => !barred.has(wanted)));
    schema['required'] = [...required];
  }
  if (has('pattern') && !isPattern(value['pattern'] as string)) {
    delete schema['pattern'];
    limit(place('pattern'), `the pattern ${value['pattern']} is not checked: it is no ECMAScript one`);
  }
  for (const keyword of SCHEMA_KEYWORDS) {
    const at = has(keyword) ? child(node, keyword) : undefined;
    if (at === undefined) continue;
    const registered = register(partOf(keyword, at, nameOfPart(name, keyword)));
    schema[keyword] = registered.schema;
    parts[keyword] = registered.id;
  }
  for (const keyword of SCHEMA_LIST_KEYWORDS) {
    if (!has(keyword)) continue;
    const registered = children(child(node, keyword)).map(([index, at]) =>
      register(partOf(keyword, at, keyword === 'prefixItems' ? `${name}[${index}]` : name)),
    );
    schema[keyword] = registered.map((part) => part.schema);
    parts[keyword] = registered.map((part) => part.id);
  }
  for (const keyword of SCHEMA_MAP_KEYWORDS) {
    if (!has(keyword)) continue;
    const ids: Record<string, string> = {};
    for (const [key, at] of children(child(node, keyword))) {
      if (keyword === 'patternProperties' && !isPattern(key)) {
        limit(placeOf(at), `the properties of pattern ${key} are not judged: it is no ECMAScript one`);
        continue;
      }
      const registered = register(
        partOf(keyword, at, keyword === 'dependentSchemas' ? name : `${name}.${key}`),
      );
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

/** Place of the schema itself under the empty name, and of each of its keywords under its own. */
export function placesOf(node: Node, keywords: readonly string[]): Record<string, string> {
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
