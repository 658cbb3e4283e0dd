import type { Contract, Schema, SchemaId } from '../../contract.ts';
import { hasMember, namesMember } from './parts.ts';

type Schemas = Contract['schemas'];
type Fits = (id: SchemaId, value: unknown) => boolean;

/** Which members of an object a schema, or one that it applies to the object, says something of: `unevaluatedProperties` is of the rest. */
export function evaluatedMembers(
  schema: Schema,
  value: Readonly<Record<string, unknown>>,
  schemas: Schemas,
  fits: Fits,
): (name: string) => boolean {
  const applied = appliedTo(schema, value, schemas, fits);
  return (name) =>
    applied.some(
      (each) =>
        namesMember(each, name) ||
        each.keywords.additionalProperties !== undefined ||
        (each !== schema && each.keywords.unevaluatedProperties !== undefined),
    );
}

/** The same of the items of a list. */
export function evaluatedItems(
  schema: Schema,
  value: readonly unknown[],
  schemas: Schemas,
  fits: Fits,
): (index: number) => boolean {
  const applied = appliedTo(schema, value, schemas, fits);
  const isAll = applied.some(
    ({ keywords }) =>
      keywords.items !== undefined ||
      (keywords !== schema.keywords && keywords.unevaluatedItems !== undefined),
  );
  const first = Math.max(0, ...applied.map(({ keywords }) => keywords.prefixItems?.length ?? 0));
  const contains = applied.map(({ keywords }) => keywords.contains).filter((id) => id !== undefined);
  return (index) => isAll || index < first || contains.some((id) => fits(id, value[index]));
}

/** A schema with all those that apply to the value as well, by what the value is. */
function appliedTo(schema: Schema, value: unknown, schemas: Schemas, fits: Fits): Schema[] {
  const found = new Set<Schema>([schema]);
  for (const { keywords } of found) {
    const ids: (SchemaId | undefined)[] = [keywords.$ref, ...(keywords.allOf ?? [])];
    for (const id of [...(keywords.anyOf ?? []), ...(keywords.oneOf ?? [])])
      if (fits(id, value)) ids.push(id);
    if (keywords.if !== undefined) {
      if (fits(keywords.if, value)) ids.push(keywords.if, keywords.then);
      else ids.push(keywords.else);
    }
    for (const [name, id] of Object.entries(keywords.dependentSchemas ?? {}))
      if (hasMember(value, name)) ids.push(id);
    for (const id of ids) if (id !== undefined) found.add(schemas[id] as Schema);
  }
  return [...found];
}
