import type { Schema, SchemaId } from '../../contract.ts';
import type { LimitationList } from '../limitations.ts';

type Drafts = Record<SchemaId, { -readonly [Member in keyof Schema]: Schema[Member] }>;

/** The schemas that a schema applies to the same value, whatever the value. */
export function appliedBy({ keywords }: Schema): SchemaId[] {
  const { $ref, allOf = [], anyOf = [], oneOf = [], not, if: test, then, else: otherwise } = keywords;
  const single = [$ref, not, test, then, otherwise].filter((id) => id !== undefined);
  return [...single, ...allOf, ...anyOf, ...oneOf, ...Object.values(keywords.dependentSchemas ?? {})];
}

/**
 * Takes out what a schema says that applies to its own value again, by way of `allOf`, `anyOf` and the like: to judge by
 * it would never end. By way of a property or an item it may, for a body ends.
 */
export function cutCircles(schemas: Drafts, limitations: LimitationList): void {
  const done = new Set<SchemaId>();
  for (const start of Object.keys(schemas)) {
    // Its own stack, for a chain of schemas can be longer than that of the program.
    const path: { readonly id: SchemaId; readonly next: SchemaId[] }[] = [];
    const within = new Set<SchemaId>();
    const enter = (id: SchemaId): void => {
      if (done.has(id)) return;
      if (within.has(id)) cut(id);
      else {
        within.add(id);
        path.push({ id, next: appliedBy(schemas[id] as Schema) });
      }
    };
    const cut = (id: SchemaId): void => {
      const schema = schemas[id] as Drafts[SchemaId];
      const what = `the schema ${schema.name} applies to itself, without an end`;
      limitations.add('wrong', schema.spec, what);
      schema.wrong = [...(schema.wrong ?? []), { what, spec: schema.spec }];
      schema.keywords = {};
    };
    enter(start);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const next = step.next.pop();
      if (next !== undefined) enter(next);
      else {
        path.pop();
        within.delete(step.id);
        done.add(step.id);
      }
    }
  }
}

/** The schemas that stand in a schema, or that it refers to. */
export function partsOf(schema: Schema): SchemaId[] {
  return [...appliedBy(schema), ...childrenOf(schema), ...Object.values(schema.discriminator?.mapping ?? {})];
}

/** Those of the members and items of a value, and of their names. */
export function childrenOf({ keywords }: Schema): SchemaId[] {
  const { items, contains, propertyNames, additionalProperties, unevaluatedItems, unevaluatedProperties } =
    keywords;
  const single = [
    items,
    contains,
    propertyNames,
    additionalProperties,
    unevaluatedItems,
    unevaluatedProperties,
  ];
  return [
    ...single.filter((id) => id !== undefined),
    ...(keywords.prefixItems ?? []),
    ...Object.values(keywords.properties ?? {}),
    ...Object.values(keywords.patternProperties ?? {}),
  ];
}
