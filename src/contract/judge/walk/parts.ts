import type { Contract, Schema, SchemaId } from '../../contract.ts';
import { patternOf } from '../../description/schemas/patterns.ts';
import { escapeSegment } from '../../json/pointer.ts';

/** The schema of a part of a value, and whether the schema that gives it names the part: a map does not name its keys. */
type TakePart = (id: SchemaId, isDeclared: boolean) => void;

/** The schemas that one schema has for a member of an object. */
export function forMember({ keywords }: Schema, name: string, take: TakePart): void {
  const { properties, patternProperties, additionalProperties } = keywords;
  let isNamed = false;
  if (properties !== undefined && Object.hasOwn(properties, name)) {
    isNamed = true;
    take(properties[name] as SchemaId, true);
  }
  if (patternProperties !== undefined) {
    for (const pattern of Object.keys(patternProperties)) {
      if (!patternOf(pattern).test(name)) continue;
      isNamed = true;
      take(patternProperties[pattern] as SchemaId, false);
    }
  }
  if (!isNamed && additionalProperties !== undefined) take(additionalProperties, false);
}

/** Whether a schema says something of a member by its name, and not as of any other. */
function namesMember({ keywords }: Schema, name: string): boolean {
  const { properties, patternProperties } = keywords;
  if (properties !== undefined && Object.hasOwn(properties, name)) return true;
  return Object.keys(patternProperties ?? {}).some((pattern) => patternOf(pattern).test(name));
}

/** The schema that one schema has for an item of an array. */
export function forItem({ keywords }: Schema, index: number): SchemaId | undefined {
  return keywords.prefixItems?.[index] ?? keywords.items;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function hasMember(value: unknown, name: string): value is Readonly<Record<string, unknown>> {
  return isObject(value) && Object.hasOwn(value, name);
}

/** A place in a value, as a list from there to the root: pointers are made where one is told. Undefined is the root. */
export interface At {
  readonly parent: At | undefined;
  readonly key: string | number;
  /** The description names it: a property, or a place of `prefixItems`. A key of a map and an item of a list are data. */
  readonly isDeclared: boolean;
}

/** JSON Pointer into the value. */
export function pathOf(at: At | undefined): string {
  return segments(at, ({ key }) => escapeSegment(String(key)));
}

/** The same with `*` for what the description does not name: equal wherever in lists and maps it is. */
export function locationOf(at: At | undefined): string {
  return segments(at, ({ key, isDeclared }) => (isDeclared ? escapeSegment(String(key)) : '*'));
}

function segments(at: At | undefined, segment: (at: At) => string): string {
  const parts: string[] = [];
  for (let each = at; each !== undefined; each = each.parent) parts.push(`/${segment(each)}`);
  return parts.reverse().join('');
}

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
