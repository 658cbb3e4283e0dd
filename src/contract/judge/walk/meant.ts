import type { Contract, Discriminator, SchemaId } from '../../contract.ts';
import { isEqual } from '../../description/schemas/equal.ts';
import { alwaysApplied, listedValues } from '../../description/schemas/related.ts';
import { isObject } from './parts.ts';

type Schemas = Contract['schemas'];

/** Which alternative of a union a value was meant to be that fits none of them. */
export interface Meaning {
  /** Undefined where it may be several, or none. */
  readonly id?: SchemaId;
  /** The member by which a value of this union says what it is, where it says what none of them is called. */
  readonly misnamed?: string;
}

/**
 * It was meant for the one that its tag names: by the discriminator, or by what a member has to be in one alternative and
 * not in the others; else for the one of its type. An alternative is not closer for having fewer faults: an object with two
 * wrong members is not null.
 */
export function meantOf(
  ids: readonly SchemaId[],
  discriminator: Discriminator | undefined,
  value: unknown,
  schemas: Schemas,
): Meaning {
  const named = chosenBy(discriminator, value);
  if (named !== undefined) return { id: named };
  const ofType = ids.filter((id) => mayBe(typeOf(value), typesOf(id, schemas)));
  if (!isObject(value)) return only(ofType);
  const tagged = ofType.map((id) => ({ id, ...tagOf(id, value, schemas) }));
  const possible = tagged.filter(({ contradicts }) => !contradicts);
  const told = possible.filter(({ matches }) => matches);
  if (told.length > 0) return only(told.map(({ id }) => id));
  // Whoever says what he is, and is none of them, was not meant for the one that says nothing of it.
  if (discriminator !== undefined && Object.hasOwn(value, discriminator.property))
    return { misnamed: discriminator.property };
  if (possible.length > 0)
    return byMembers(
      possible.map(({ id }) => id),
      value,
      schemas,
    );
  const misnamed = tagged.find(({ wrong }) => wrong !== undefined)?.wrong;
  return tagged.length === 1 ? only(ofType) : misnamed === undefined ? {} : { misnamed };
}

/** By what a value has to have, or may have: where one alternative alone goes with it. */
function byMembers(
  possible: readonly SchemaId[],
  value: Readonly<Record<string, unknown>>,
  schemas: Schemas,
): Meaning {
  // A closed object that has none of the value's members in its description is another thing, and not an incomplete one.
  const related = possible.filter((id) => !isUnrelated(id, value, schemas));
  const ids = related.length > 0 ? related : possible;
  if (ids.length === 1) return only(ids);
  const complete = ids.filter((id) => requiredOf(id, schemas).every((name) => Object.hasOwn(value, name)));
  if (complete.length > 0 && complete.length < ids.length) return only(complete);
  const names = Object.keys(value);
  const knowing = ids.filter((id) => {
    const known = namesOf(id, schemas);
    return names.every((name) => known.has(name));
  });
  return knowing.length < ids.length ? only(knowing) : {};
}

function isUnrelated(id: SchemaId, value: Readonly<Record<string, unknown>>, schemas: Schemas): boolean {
  const names = Object.keys(value);
  const isClosed = alwaysApplied(id, schemas).some(({ keywords }) =>
    [keywords.additionalProperties, keywords.unevaluatedProperties].some(
      (rest) => rest !== undefined && schemas[rest]?.never,
    ),
  );
  const known = namesOf(id, schemas);
  return isClosed && names.length > 0 && !names.some((name) => known.has(name));
}

function only(ids: readonly SchemaId[]): Meaning {
  const [id, ...others] = ids;
  return id === undefined || others.length > 0 ? {} : { id };
}

/** The schema that a value names by its discriminator, or that is meant where it names none; undefined where none is known. */
export function chosenBy(discriminator: Discriminator | undefined, value: unknown): SchemaId | undefined {
  if (discriminator === undefined || !isObject(value)) return undefined;
  const { property, mapping, byDefault } = discriminator;
  const name = Object.hasOwn(value, property) ? value[property] : undefined;
  return typeof name === 'string' && Object.hasOwn(mapping, name) ? mapping[name] : byDefault;
}

/** Whether a value names by its discriminator what there is not. */
export function namesNothing(
  { property, mapping, byDefault, isWhole }: Discriminator,
  value: Readonly<Record<string, unknown>>,
): boolean {
  if (isWhole === undefined || byDefault !== undefined || !Object.hasOwn(value, property)) return false;
  const name = value[property];
  return typeof name === 'string' && !Object.hasOwn(mapping, name);
}

export function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'bigint') return 'integer';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** A fraction may have been meant for an integer: it is no text. */
function mayBe(type: string, types: ReadonlySet<string> | undefined): boolean {
  if (types === undefined || types.has(type)) return true;
  return type === 'integer' || type === 'number' ? types.has('number') || types.has('integer') : false;
}

interface Tag {
  /** Some member has to be what the value has. */
  readonly matches: boolean;
  /** Some member has to be something else. */
  readonly contradicts: boolean;
  readonly wrong: string | undefined;
}

function tagOf(id: SchemaId, value: Readonly<Record<string, unknown>>, schemas: Schemas): Tag {
  let matches = false;
  let wrong: string | undefined;
  for (const [name, values] of tagsOf(id, schemas)) {
    if (!Object.hasOwn(value, name)) continue;
    if (values.some((each) => isEqual(each, value[name]))) matches = true;
    else wrong ??= name;
  }
  return { matches, contradicts: wrong !== undefined, wrong };
}

/** The values of a schema's members that have to be one of a few: what may tell it from others. */
function tagsOf(id: SchemaId, schemas: Schemas): Map<string, readonly unknown[]> {
  const tags = new Map<string, readonly unknown[]>();
  for (const { keywords } of alwaysApplied(id, schemas)) {
    for (const [name, part] of Object.entries(keywords.properties ?? {})) {
      const values = valuesOf(part, schemas);
      if (values !== undefined) tags.set(name, values);
    }
    for (const union of [keywords.anyOf, keywords.oneOf]) {
      for (const [name, values] of commonTags(union ?? [], schemas))
        if (!tags.has(name)) tags.set(name, values);
    }
  }
  return tags;
}

/** Of alternatives within: what each of them has a tag for may be any of theirs. */
function commonTags(ids: readonly SchemaId[], schemas: Schemas): Map<string, readonly unknown[]> {
  const [first, ...others] = ids.map((id) => tagsOf(id, schemas));
  const common = new Map<string, readonly unknown[]>();
  for (const [name, values] of first ?? []) {
    const all = others.map((tags) => tags.get(name));
    if (all.every((each) => each !== undefined)) common.set(name, [...values, ...all.flat()]);
  }
  return common;
}

/** The scalars that a schema lists; undefined where it lists none. */
function valuesOf(id: SchemaId, schemas: Schemas): readonly unknown[] | undefined {
  for (const { keywords } of alwaysApplied(id, schemas)) {
    const values = listedValues(keywords);
    if (values?.every((value) => typeof value !== 'object' || value === null)) return values;
  }
  return undefined;
}

/** The types that a schema lets in; undefined where it says nothing of them. */
export function typesOf(id: SchemaId, schemas: Schemas, depth = 0): ReadonlySet<string> | undefined {
  let types: ReadonlySet<string> | undefined;
  const narrow = (to: ReadonlySet<string> | undefined): void => {
    if (to === undefined) return;
    const before = types;
    types = before === undefined ? to : new Set([...to].filter((type) => before.has(type)));
  };
  for (const { keywords } of alwaysApplied(id, schemas)) {
    if (keywords.type !== undefined) narrow(new Set(keywords.type));
    const values = listedValues(keywords);
    if (values !== undefined && keywords.type === undefined) narrow(new Set(values.map(typeOf)));
    for (const union of [keywords.anyOf, keywords.oneOf]) {
      if (union === undefined || depth > MOST_UNIONS) continue;
      const all = union.map((each) => typesOf(each, schemas, depth + 1));
      if (all.every((each) => each !== undefined)) narrow(new Set(all.flatMap((each) => [...each])));
    }
  }
  return types;
}

/** Unions in unions, of which types are asked. */
const MOST_UNIONS = 3;

/** The names that a schema asks for. */
function requiredOf(id: SchemaId, schemas: Schemas): string[] {
  return alwaysApplied(id, schemas).flatMap(({ keywords }) => keywords.required ?? []);
}

function namesOf(id: SchemaId, schemas: Schemas): Set<string> {
  return new Set(
    alwaysApplied(id, schemas).flatMap(({ keywords }) => Object.keys(keywords.properties ?? {})),
  );
}
