import type { Contract, Discriminator, Schema, SchemaId } from '../../contract.ts';
import { type Marks, mergeMarks, type PointsOf } from './marks.ts';
import { chosenBy, meantOf } from './meant.ts';
import { forItem, forMember, hasMember } from './parts.ts';

/**
 * All schemas that apply to one value, seen as one: what they say together of its members and items. Made once for each
 * set of schemas, so that a walk over a body looks up and does not compute.
 */
export interface Applied {
  readonly ids: readonly SchemaId[];
  readonly schemas: readonly Schema[];
  /** What the value still decides; empty once it is settled. */
  readonly choices: readonly Choice[];
  readonly marks: Marks;
  /** A schema of these that names properties: where none does, nothing is undocumented. */
  readonly owner: Schema | undefined;
  /** Members that a schema names. */
  readonly members: ReadonlyMap<string, Member>;
  /** Any other member; null where that depends on its name, undefined where it is not documented. */
  readonly others: Member | null | undefined;
  /** There is something to tell of a value that comes here: that it must not, that a schema is wrong, what a text holds. */
  readonly hasNotes: boolean;
  /** By which values say what they are. */
  readonly discriminators: readonly Discriminator[];
  /** Null is let in here as one of the schemas means it, and not as it says. */
  readonly meansNull: boolean;
  /** By the schemas that values chose. */
  readonly settled: Map<string, Applied>;
  /** A text shows nothing here but itself. */
  readonly isPlain: boolean;
  /** Of items without a place of their own in `prefixItems`; made when first met. */
  rest?: Applied;
}

/** What is said of one member; its schemas are seen as one when it is first met. */
export interface Member {
  readonly ids: readonly SchemaId[];
  /** The description names it. */
  readonly isDeclared: boolean;
  /** Coverage points that its presence shows. */
  readonly marks: readonly number[];
  applied?: Applied;
}

/** A schema's say that other schemas apply or not, by the value. */
type Choice =
  | {
      readonly kind: 'alternatives';
      readonly ids: readonly SchemaId[];
      readonly discriminator: Discriminator | undefined;
    }
  | {
      readonly kind: 'condition';
      readonly test: SchemaId;
      readonly then?: SchemaId;
      readonly else?: SchemaId;
    }
  | { readonly kind: 'dependence'; readonly property: string; readonly id: SchemaId };

export interface AppliedSchemas {
  of(ids: readonly SchemaId[]): Applied;
  /** What applies to this very value. */
  settle(applied: Applied, value: unknown): Applied;
  /** Undefined where the member is not documented. */
  member(applied: Applied, name: string): Member | undefined;
  item(applied: Applied, index: number): Applied;
  ofMember(member: Member): Applied;
}

export function appliedSchemas(
  { schemas, validators }: Pick<Contract, 'schemas' | 'validators'>,
  pointsOf: PointsOf = () => undefined,
): AppliedSchemas {
  const known = new Map<string, Applied>();
  const of = (ids: readonly SchemaId[]): Applied => {
    const key = ids.length === 1 ? (ids[0] as string) : ids.join(' ');
    let applied = known.get(key);
    if (applied === undefined) {
      applied = together(schemas, [], ids, pointsOf);
      known.set(key, applied);
    }
    return applied;
  };
  const settle = (start: Applied, value: unknown): Applied => {
    let applied = start;
    while (applied.choices.length > 0) {
      let chosen = '';
      for (const choice of applied.choices) {
        for (const id of chosenIds(choice, value, schemas, validators)) chosen += `${id} `;
      }
      let next = applied.settled.get(chosen);
      if (next === undefined) {
        next = together(schemas, applied.ids, chosen.split(' '), pointsOf);
        applied.settled.set(chosen, next);
      }
      applied = next;
    }
    return applied;
  };
  const ofMember = (member: Member): Applied => {
    member.applied ??= of(member.ids);
    return member.applied;
  };
  const member = (applied: Applied, name: string): Member | undefined => {
    const named = applied.members.get(name) ?? applied.others;
    return named === null ? memberOf(applied.schemas, name, []) : named;
  };
  const itemAt = (applied: Applied, index: number): Applied => {
    const ids = applied.schemas.map((schema) => forItem(schema, index) ?? schema.keywords.unevaluatedItems);
    return of(ids.filter((id) => id !== undefined));
  };
  const item = (applied: Applied, index: number): Applied => {
    if (applied.rest !== undefined) return applied.rest;
    if (applied.schemas.some(({ keywords }) => keywords.prefixItems !== undefined))
      return itemAt(applied, index);
    applied.rest = itemAt(applied, index);
    return applied.rest;
  };
  return { of, settle, member, item, ofMember };
}

/** The known schemas, and those added with all that they refer to, seen as one. Choices of the known are settled. */
function together(
  schemas: Contract['schemas'],
  known: readonly SchemaId[],
  added: readonly SchemaId[],
  pointsOf: PointsOf,
): Applied {
  const ids = new Set(known);
  const choices: Choice[] = [];
  const visit = (id: SchemaId): void => {
    const schema = schemas[id];
    if (schema === undefined || ids.has(id)) return;
    ids.add(id);
    choices.push(...choicesOf(schema));
    const { $ref, allOf = [] } = schema.keywords;
    if ($ref !== undefined) visit($ref);
    for (const other of allOf) visit(other);
  };
  for (const id of added) visit(id);
  const list = [...ids];
  const applied = list.map((id) => schemas[id] as Schema);
  const marks = mergeMarks(list, pointsOf);
  const hasNotes = applied.some(({ barred, wrong, content }) => (barred ?? wrong ?? content) !== undefined);
  const names = new Set(applied.flatMap(({ keywords }) => Object.keys(keywords.properties ?? {})));
  const named = [...names].map((name): [string, Member] => [
    name,
    memberOf(applied, name, marks.properties.get(name) ?? []) as Member,
  ]);
  return {
    ids: list,
    schemas: applied,
    choices,
    marks,
    owner: applied.find(({ keywords }) => keywords.properties !== undefined),
    members: new Map(named),
    others: othersOf(applied),
    hasNotes,
    discriminators: applied.flatMap(({ discriminator = [] }) => discriminator),
    meansNull: applied.some(({ meantNull }) => meantNull !== undefined),
    settled: new Map(),
    isPlain: choices.length === 0 && marks.values === undefined && !hasNotes,
  };
}

function memberOf(schemas: readonly Schema[], name: string, marks: readonly number[]): Member | undefined {
  const ids: SchemaId[] = [];
  let isDeclared = false;
  for (const schema of schemas) {
    const before = ids.length;
    forMember(schema, name, (id, declared) => {
      ids.push(id);
      isDeclared ||= declared;
    });
    const { unevaluatedProperties } = schema.keywords;
    if (ids.length === before && unevaluatedProperties !== undefined) ids.push(unevaluatedProperties);
  }
  const isKnown = ids.length > 0 || schemas.every(({ keywords }) => keywords.properties === undefined);
  return isKnown ? { ids, isDeclared, marks } : undefined;
}

/** A member that no schema names. */
function othersOf(schemas: readonly Schema[]): Member | null | undefined {
  const patterned = schemas.some(({ keywords }) => keywords.patternProperties !== undefined);
  return patterned ? null : memberOf(schemas.map(withoutNames), '', []);
}

function withoutNames(schema: Schema): Schema {
  const { properties, ...keywords } = schema.keywords;
  // That it names some still counts: where none does, nothing is undocumented.
  return properties === undefined ? schema : { ...schema, keywords: { ...keywords, properties: {} } };
}

function choicesOf({ keywords, discriminator }: Schema): Choice[] {
  const choices: Choice[] = [];
  const { anyOf = [], oneOf = [], if: test, then, else: otherwise } = keywords;
  const ids = [...anyOf, ...oneOf];
  if (ids.length > 0 || discriminator !== undefined)
    choices.push({ kind: 'alternatives', ids, discriminator });
  if (test !== undefined) {
    choices.push({
      kind: 'condition',
      test,
      ...(then !== undefined && { then }),
      ...(otherwise !== undefined && { else: otherwise }),
    });
  }
  for (const [property, id] of Object.entries(keywords.dependentSchemas ?? {})) {
    choices.push({ kind: 'dependence', property, id });
  }
  return choices;
}

const NONE: readonly SchemaId[] = [];

function chosenIds(
  choice: Choice,
  value: unknown,
  schemas: Contract['schemas'],
  validators: Contract['validators'],
): readonly SchemaId[] {
  switch (choice.kind) {
    case 'alternatives':
      return alternativesFor(choice.ids, choice.discriminator, value, schemas, validators);
    case 'condition': {
      const { test, then, else: otherwise } = choice;
      const ids = validators[test]?.(value) ? [test, then] : [otherwise];
      return ids.filter((id) => id !== undefined);
    }
    case 'dependence':
      return hasMember(value, choice.property) ? [choice.id] : NONE;
  }
}

/**
 * The alternative that the value names, or those that it fits. Where it fits none, the one that was meant, or all of them:
 * the value is wrong already, and what it has was meant for one.
 */
function alternativesFor(
  ids: readonly SchemaId[],
  discriminator: Discriminator | undefined,
  value: unknown,
  schemas: Contract['schemas'],
  validators: Contract['validators'],
): readonly SchemaId[] {
  const named = chosenBy(discriminator, value);
  if (named !== undefined && (ids.length === 0 || validators[named]?.(value))) return [named];
  const fitting = ids.filter((id) => validators[id]?.(value));
  if (fitting.length > 0 || ids.length === 0) return fitting;
  const meant = meantOf(ids, discriminator, value, schemas).id;
  return meant === undefined ? ids : [meant];
}
