import { type CompiledSchema, PLACES_KEYWORD } from '../../src/contract/description/convert-schema.ts';
import { formats } from './formats.ts';
import type { LeanSchema } from './rules-of.ts';

type Keywords = Readonly<Record<string, unknown>>;
type Convert = (part: CompiledSchema) => LeanSchema;

const TYPES = ['string', 'null', 'array', 'object', 'boolean'];
const every = (value: unknown, of: readonly unknown[]): boolean =>
  [value].flat().every((item) => of.includes(item));
const isScalar = (value: unknown): boolean => value === null || typeof value !== 'object';

/** What of each keyword the lean validator understands; anything else must not be passed over. */
const UNDERSTOOD: Readonly<Record<string, (value: unknown) => boolean>> = {
  type: (value) => every(value, TYPES),
  const: isScalar,
  enum: (value) => (value as unknown[]).every(isScalar),
  format: (value) => every(value, Object.keys(formats)),
  maxLength: (value) => Number.isInteger(value),
  required: () => true,
  // Such a name in a literal would not be a property, or be inherited by every value.
  properties: (value) => Object.keys(value as object).every((name) => !(name in Object.prototype)),
  additionalProperties: (value) => typeof value === 'object',
  items: (value) => typeof value === 'object',
};

/** One schema with those that it refers to in their places, and no more in it than the lean validator goes by. */
export function leanSchema(
  id: string,
  schemas: ReadonlyMap<string, CompiledSchema>,
  within: readonly string[] = [],
): LeanSchema {
  if (within.includes(id)) throw new Error(`Failed to write a lean schema: ${id} contains itself.`);
  return lean(schemas.get(id) ?? false, (ref) => leanSchema(ref, schemas, [...within, id]));
}

function lean(schema: CompiledSchema, resolve: (id: string) => LeanSchema): LeanSchema {
  if (typeof schema === 'boolean') throw new Error('Failed to write a lean schema: it is a boolean.');
  const { $ref, [PLACES_KEYWORD]: _, ...keywords }: Keywords = schema;
  const convert: Convert = (part) => lean(part, resolve);
  const own = Object.entries(keywords).map(([keyword, value]) => {
    if (!UNDERSTOOD[keyword]?.(value))
      throw new Error(`Failed to write a lean schema: it has ${JSON.stringify({ [keyword]: value })}.`);
    return [keyword, withParts(keyword, value, convert)];
  });
  if ($ref === undefined) return Object.fromEntries(own);
  if (own.length > 0) throw new Error('Failed to write a lean schema: there are keywords beside a $ref.');
  return resolve(String($ref));
}

function withParts(keyword: string, value: unknown, convert: Convert): unknown {
  if (keyword === 'items' || keyword === 'additionalProperties') return convert(value as CompiledSchema);
  if (keyword !== 'properties') return value;
  const properties = Object.entries(value as Record<string, CompiledSchema>);
  return Object.fromEntries(properties.map(([name, part]) => [name, convert(part)]));
}
