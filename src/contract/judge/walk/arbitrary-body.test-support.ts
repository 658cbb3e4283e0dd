import fc from 'fast-check';

export type JsonSchema = Readonly<Record<string, unknown>>;
type Schemas = Readonly<Record<string, JsonSchema>>;

/** Values that fit a schema, for the keywords that the fragment uses; any other keyword is an error. */
export function arbitraryOf(schema: JsonSchema, schemas: Schemas): fc.Arbitrary<unknown> {
  const of = (part: unknown): fc.Arbitrary<unknown> => arbitraryOf(part as JsonSchema, schemas);
  const unknown = Object.keys(schema).filter(
    (keyword) => !KEYWORDS.has(keyword) && !keyword.startsWith('x-'),
  );
  if (unknown.length > 0) throw new Error(`no values are made for ${unknown.join(', ')}`);
  if (typeof schema['$ref'] === 'string') return of(schemas[schema['$ref'].split('/').at(-1) as string]);
  if (Object.hasOwn(schema, 'const')) return fc.constant(schema['const']);
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...schema['enum']);
  if (Array.isArray(schema['anyOf'])) return fc.oneof(...schema['anyOf'].map(of));
  if (schema['type'] === undefined) return fc.jsonValue();
  return fc.oneof(...[schema['type']].flat().map((type) => ofType(String(type), schema, of)));
}

const KEYWORDS = new Set(
  `$ref const enum anyOf type properties required additionalProperties propertyNames items format minLength maxLength
  minimum maximum maxProperties description default examples`.split(/\s+/),
);

function ofType(
  type: string,
  schema: JsonSchema,
  of: (part: unknown) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const number = (keyword: string): number | undefined => schema[keyword] as number | undefined;
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: number('minimum') ?? -1e9, max: number('maximum') ?? 1e9 });
    case 'string':
      if (schema['format'] === 'date-time') return dateTime;
      return fc.string({ unit: 'grapheme', minLength: number('minLength') ?? 0, maxLength: 20 });
    case 'array':
      return fc.array(of(schema['items'] ?? {}), { maxLength: 4 });
    case 'object':
      return objectOf(schema, of);
    default:
      throw new Error(`no values are made of type ${type}`);
  }
}

function objectOf(schema: JsonSchema, of: (part: unknown) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  if (schema['maxProperties'] === 0) return fc.constant({});
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, unknown>);
  const requiredKeys = (schema['required'] ?? []) as string[];
  const named = fc.record(Object.fromEntries(properties.map(([name, part]) => [name, of(part)])), {
    requiredKeys,
  });
  const others = schema['additionalProperties'];
  return typeof others === 'object'
    ? fc.dictionary(fc.string({ maxLength: 5 }), of(others), { maxKeys: 3 })
    : named;
}

const dateTime = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

/** Changes a value at one place, to something that is likely to be wrong there. */
export function mutated(value: unknown): fc.Arbitrary<unknown> {
  return fc.tuple(fc.nat(), fc.nat(), replacement).map(([place, how, other]) => {
    const copy: unknown = JSON.parse(JSON.stringify(value));
    const places = placesIn(copy);
    const target = places[place % places.length];
    if (target === undefined) return other;
    const [holder, key] = target;
    if (how % 4 === 0 && !Array.isArray(holder)) delete holder[key];
    else if (how % 4 === 1 && !Array.isArray(holder)) holder[`${key}X`] = other;
    else holder[key] = other;
    return copy;
  });
}

type Holder = Record<string | number, unknown>;

function placesIn(value: unknown): [Holder, string | number][] {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return keys.flatMap((key): [Holder, string | number][] => {
    const holder = value as Holder;
    return [[holder, key], ...placesIn(holder[key])];
  });
}

const replacement = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('cancelled', 'Pending', 'webset-enrichment', -1, 0.5, 404, 600, '', 'x'.repeat(1001)),
  fc.constantFrom(
    '2025-01-01 00:00:00Z',
    '2025-01-01T00:00:00+0530',
    '2025-02-29T00:00:00Z',
    '2025-01-01T00:00:00z',
    '2016-12-31T23:59:60Z',
    '2025-06-15T23:59:60Z',
    '2025-01-01T24:00:00Z',
  ),
);
