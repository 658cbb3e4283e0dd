import type { Discriminator, Place, Schema, SchemaId, Wrong } from '../../contract.ts';
import type { Applied, AppliedSchemas } from './applied.ts';
import { namesNothing } from './meant.ts';
import { type At, locationOf, pathOf } from './parts.ts';

/** What there is to tell of a value that fits its schema all the same. */
export type Note = {
  /** JSON Pointer into the value. */
  readonly path: string;
  readonly location: string;
  readonly value: unknown;
} & (
  | {
      /** A property that no schema names which applies to it. */
      readonly kind: 'undocumented';
      readonly name: string;
      /** The schema of the object that holds it, the names that it does document, and what it has beside the property. */
      readonly holder: Schema;
      readonly documented: readonly string[];
      readonly siblings: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'barred'; readonly by: NonNullable<Schema['barred']>; readonly schema: Schema }
  /** Null, which only the meaning of `nullable` lets in. */
  | { readonly kind: 'null'; readonly schema: Schema }
  /** A text that is JSON, of which a schema says more. */
  | { readonly kind: 'content'; readonly content: SchemaId; readonly spec: Place }
  /** By its discriminator it names what there is not. */
  | { readonly kind: 'unnamed'; readonly schema: Schema; readonly discriminator: Discriminator }
  /** The description is wrong where it should say what may stand here. */
  | { readonly kind: 'wrong'; readonly wrong: Wrong }
);

/** Goes over a value next to its schemas, as the survey does, and says what and where. */
export function* notesOn(all: AppliedSchemas, start: Applied, value: unknown, at?: At): Generator<Note> {
  const applied = all.settle(start, value);
  const here = { path: '', location: '', value };
  if (applied.hasNotes) {
    Object.assign(here, { path: pathOf(at), location: locationOf(at) });
    for (const schema of applied.schemas) {
      if (schema.barred !== undefined) yield { ...here, kind: 'barred', by: schema.barred, schema };
      if (schema.content !== undefined && typeof value === 'string')
        yield { ...here, kind: 'content', content: schema.content, spec: schema.spec };
      for (const wrong of schema.wrong ?? []) yield { ...here, kind: 'wrong', wrong };
    }
  }
  if (value === null) {
    const schema = applied.schemas.find(({ meantNull }) => meantNull !== undefined);
    if (schema !== undefined)
      yield { path: pathOf(at), location: locationOf(at), value, kind: 'null', schema };
  }
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const [key, item] of value.entries()) {
      const isDeclared = applied.schemas.some(({ keywords }) => keywords.prefixItems?.[key] !== undefined);
      yield* notesOn(all, all.item(applied, key), item, { parent: at, key, isDeclared });
    }
    return;
  }
  for (const schema of applied.schemas) {
    const { discriminator } = schema;
    if (discriminator === undefined || !namesNothing(discriminator, value as Record<string, unknown>))
      continue;
    yield { path: pathOf(at), location: locationOf(at), value, kind: 'unnamed', schema, discriminator };
  }
  const { owner, members } = applied;
  for (const [name, part] of Object.entries(value)) {
    const member = all.member(applied, name);
    const below: At = { parent: at, key: name, isDeclared: member?.isDeclared ?? true };
    if (member !== undefined) yield* notesOn(all, all.ofMember(member), part, below);
    else if (owner !== undefined) {
      yield {
        kind: 'undocumented',
        path: pathOf(below),
        // Of the object: the name is told beside it.
        location: locationOf(at),
        value: part,
        name,
        holder: owner,
        documented: [...members.keys()],
        siblings: value as Readonly<Record<string, unknown>>,
      };
    }
  }
}
