import type { Contract, Keywords, Schema, SchemaId } from '../../contract.ts';
import { KEYWORD_LIST } from './keywords.ts';

type Schemas = Contract['schemas'];

/** The schemas that a schema applies to the same value, whatever the value. */
export function appliedBy(schema: Schema): SchemaId[] {
  const { $ref } = schema.keywords;
  return [...($ref === undefined ? [] : [$ref]), ...idsIn(schema, true)];
}

/** Those of the members and items of a value, and of their names. */
export function childrenOf(schema: Schema): SchemaId[] {
  return idsIn(schema, false);
}

/** The schemas that stand in a schema, or that it refers to. */
export function partsOf(schema: Schema): SchemaId[] {
  return [...appliedBy(schema), ...childrenOf(schema), ...Object.values(schema.discriminator?.mapping ?? {})];
}

function idsIn({ keywords }: Schema, ofSameValue: boolean): SchemaId[] {
  return KEYWORD_LIST.flatMap(([name, { holds, inPlace = false }]) => {
    const value = keywords[name as keyof Keywords];
    if (value === undefined || holds === 'value' || inPlace !== ofSameValue) return [];
    return holds === 'schema' ? [value as SchemaId] : Object.values(value as Record<string, SchemaId>);
  });
}

/** Schemas with all that a relation leads to from them, each once. */
export function reached(
  start: readonly SchemaId[],
  schemas: Schemas,
  next: (schema: Schema) => readonly (SchemaId | undefined)[],
): Schema[] {
  const ids = new Set<SchemaId | undefined>(start);
  const found: Schema[] = [];
  for (const id of ids) {
    const schema = id === undefined ? undefined : schemas[id];
    if (schema === undefined) continue;
    found.push(schema);
    for (const other of next(schema)) ids.add(other);
  }
  return found;
}

/** A schema with those that it always applies to the same value. */
export function alwaysApplied(id: SchemaId, schemas: Schemas): Schema[] {
  return reached([id], schemas, ({ keywords: { $ref, allOf = [] } }) => [$ref, ...allOf]);
}

/** The values that a schema lists; undefined where it lists none. */
export function listedValues(keywords: Keywords): readonly unknown[] | undefined {
  return Object.hasOwn(keywords, 'const') ? [keywords.const] : keywords.enum;
}

/** What a schema says, and all that may apply to the same value. */
export function mayApply(id: SchemaId, schemas: Schemas): Keywords[] {
  const next = ({ keywords }: Schema): (SchemaId | undefined)[] => {
    const { $ref, allOf = [], anyOf = [], oneOf = [], if: test, then, else: otherwise } = keywords;
    return [$ref, ...allOf, ...anyOf, ...oneOf, test, then, otherwise];
  };
  return reached([id], schemas, next).map(({ keywords }) => keywords);
}

const OF_LISTS = ['items', 'prefixItems', 'contains', 'minItems', 'maxItems', 'uniqueItems'] as const;

/** What the schema of a body means: the list of its items, its text, or whatever it is; undefined where it is none of these. */
export type Meaning = 'list' | 'text' | 'anything';

export function meaningOf(id: SchemaId, schemas: Schemas): Meaning | undefined {
  const said = mayApply(id, schemas);
  const types = new Set(said.flatMap(({ type = [] }) => type));
  if (types.has('string')) return 'text';
  if (types.has('array')) return 'list';
  if (types.size > 0) return undefined;
  if (said.every((keywords) => Object.keys(keywords).length === 0)) return 'anything';
  return said.some((keywords) => OF_LISTS.some((name) => keywords[name] !== undefined)) ? 'list' : undefined;
}
