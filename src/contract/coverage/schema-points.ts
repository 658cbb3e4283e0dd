import type { Contract, Keywords, Schema, SchemaId } from '../contract.ts';
import { appliedBy, childrenOf, listedValues, partsOf, reached } from '../description/schemas/related.ts';
import { faultFinderOf } from '../judge/explain/problems.ts';
import { isOfType } from '../judge/walk/assertions.ts';
import type { PointsOf, SchemaPoints } from '../judge/walk/marks.ts';
import { show } from '../printable.ts';
import type { AddPoint } from './coverage.ts';

/** A schema that bodies are judged by; with a reason where no recording can show what it says. */
export interface SchemaUse {
  readonly schema: SchemaId;
  readonly reason: string | undefined;
}

type Schemas = Contract['schemas'];

/** The points of all schemas that are in use; one that is used in several places has them once. */
export function schemaPoints(contract: Contract, uses: readonly SchemaUse[], add: AddPoint): PointsOf {
  const { schemas } = contract;
  const nulls = nullPlaces(
    contract,
    uses.map(({ schema }) => schema),
  );
  const points = new Map<SchemaId, SchemaPoints>();
  // What some use can show is eligible, whatever another use of it is: those come last.
  const left = [...uses]
    .sort((a, b) => Number(a.reason !== undefined) - Number(b.reason !== undefined))
    .reverse();
  const later: SchemaUse[] = [];
  for (let use = left.pop() ?? later.shift(); use !== undefined; use = left.pop() ?? later.shift()) {
    const schema = schemas[use.schema];
    if (schema === undefined || points.has(use.schema)) continue;
    points.set(use.schema, pointsOf(schema, { schemas, mayBeNull: nulls.has(use.schema) }, use.reason, add));
    // Backwards, so that they are taken off the end in the order of the description.
    for (const part of shownParts(schema).reverse()) {
      const reason = use.reason ?? reasonAgainst(schemas[part]);
      if (reason === use.reason) left.push({ schema: part, reason });
      else later.push({ schema: part, reason });
    }
  }
  return (id) => points.get(id);
}

/**
 * The schemas that a null can meet without being an error: of all that is said of its place each one has to let it in, and a
 * schema alone may not know what stands beside it.
 */
function nullPlaces(contract: Contract, uses: readonly SchemaId[]): ReadonlySet<SchemaId> {
  const { schemas } = contract;
  const { fits } = faultFinderOf(contract);
  const inUse = reached(uses, schemas, shownParts);
  const places = new Set([...uses, ...inUse.flatMap((schema) => childrenOf(withoutJudges(schema)))]);
  const nulls = new Set<SchemaId>();
  const left = [...places];
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    const schema = schemas[id];
    if (schema === undefined || nulls.has(id) || !fits(id, null)) continue;
    nulls.add(id);
    left.push(...appliedBy(withoutJudges(schema)), ...Object.values(schema.discriminator?.mapping ?? {}));
  }
  return nulls;
}

/** What a value that fits shows: `not`, `contains` and the names of properties only judge. */
function shownParts(schema: Schema): SchemaId[] {
  return partsOf(withoutJudges(schema));
}

function withoutJudges(schema: Schema): Schema {
  const { not: _, contains: __, propertyNames: ___, ...keywords } = schema.keywords;
  return { ...schema, keywords };
}

function pointsOf(
  { name, spec, keywords }: Schema,
  { schemas, mayBeNull }: { readonly schemas: Schemas; readonly mayBeNull: boolean },
  reason: string | undefined,
  add: AddPoint,
): SchemaPoints {
  const isNull = isNullable(keywords, schemas);
  const properties = new Map(
    Object.entries(keywords.properties ?? {}).map(([property, id]) => {
      const at = schemas[id]?.spec ?? spec;
      const only = isOnlyNull(schemas[id]) ? 'only null may stand there' : undefined;
      const why = reason ?? reasonAgainst(schemas[id]) ?? only;
      return [property, add('property', `${name}.${property}`, at, why)];
    }),
  );
  const values = new Map(
    (listedValues(keywords) ?? [])
      .filter((value) => typeof value !== 'object' || (value === null && !isNull))
      .map((value) => {
        const isExcluded = keywords.type?.every((type) => !isOfType(value, type));
        const why = reason ?? (isExcluded ? 'the type excludes it' : undefined);
        return [value, add('enum-value', `${name} = ${show(value)}`, spec, why)];
      }),
  );
  const size = sizeOf(keywords);
  const sized = (kind: 'array' | 'map', empty: string, filled: string): Partial<SchemaPoints> => ({
    empty: add(
      kind,
      `${name} = ${empty}`,
      spec,
      reason ?? (size === 'never empty' ? 'it is never empty' : undefined),
    ),
    filled: add(
      kind,
      `${name} = ${filled}`,
      spec,
      reason ?? (size === 'always empty' ? 'it is always empty' : undefined),
    ),
  });
  return {
    properties,
    values,
    ...(isNull && {
      null: add(
        'null-branch',
        `${name} = null`,
        spec,
        reason ?? (mayBeNull ? undefined : 'what else is said of it excludes null'),
      ),
    }),
    ...(isArray(keywords) && sized('array', '[]', '[…]')),
    ...(isMap(keywords, schemas) && sized('map', '{}', '{…}')),
  };
}

/** Why a property can't be shown. */
function reasonAgainst(schema: Schema | undefined): string | undefined {
  if (schema?.never) return 'nothing may stand there';
  if (schema?.barred !== undefined) return schema.barred;
  return schema?.deprecated ? 'deprecated' : undefined;
}

/** Null may come here, beside something else: `null` alone is no branch. */
function isNullable(keywords: Keywords, schemas: Schemas): boolean {
  const { type, anyOf = [], oneOf = [] } = keywords;
  const values = listedValues(keywords) ?? [];
  if (values.length > 0 && !values.includes(null)) return false;
  if (type !== undefined) return type.length > 1 && type.includes('null');
  const some = [...anyOf, ...oneOf];
  const only = some.filter((id) => isOnlyNull(schemas[id])).length;
  return only > 0 && only < some.length;
}

function isOnlyNull(schema: Schema | undefined): boolean {
  if (schema === undefined) return false;
  const values = listedValues(schema.keywords) ?? [];
  return (
    schema.keywords.type?.join() === 'null' || (values.length > 0 && values.every((value) => value === null))
  );
}

function isArray({ items, prefixItems }: Keywords): boolean {
  return items !== undefined || prefixItems !== undefined;
}

/** An object whose keys are data: it names no property of its own. */
function isMap({ properties, ...keywords }: Keywords, schemas: Schemas): boolean {
  const additional = keywords.additionalProperties ?? keywords.unevaluatedProperties;
  const schema = additional === undefined ? undefined : schemas[additional];
  if (properties !== undefined || schema === undefined) return false;
  // `true` only opens an object: it does not say that its keys are data.
  return !schema.always && !schema.never && schema.barred === undefined;
}

/** Only of arrays and maps: an object with named properties is not counted as empty or not. */
function sizeOf(keywords: Keywords): 'never empty' | 'always empty' | undefined {
  const { minItems, maxItems, minProperties, maxProperties } = keywords;
  const [least = 0, most] = isArray(keywords) ? [minItems, maxItems] : [minProperties, maxProperties];
  if (least > 0) return 'never empty';
  return most === 0 ? 'always empty' : undefined;
}
