import type { Contract, Schema, SchemaId } from '../../contract.ts';
import { type Assertion, brokenBy } from './assertions.ts';
import { type At, locationOf, pathOf } from './at.ts';
import { evaluatedItems, evaluatedMembers } from './evaluated.ts';
import { meantOf } from './meant.ts';
import { forItem, forMember, hasMember } from './parts.ts';

/** One thing that is wrong with a value: what it breaks, and where. */
export interface Fault {
  /** The keyword that it breaks; `false` where nothing may stand. */
  readonly keyword: string;
  /** The innermost schema that says so. */
  readonly id: SchemaId;
  /** JSON Pointer into the value. */
  readonly path: string;
  /** The path without what only the value names. */
  readonly location: string;
  readonly value: unknown;
  /** The name that the keyword is about: of a missing property, say. */
  readonly name?: string;
  /** More of what was found, by the keyword: two equal items, or the alternatives that all fit. */
  readonly found?: unknown;
}

/** Asks of values whether they fit schemas, and why not. Both remember what was asked of which value. */
export interface FaultFinder {
  fits(id: SchemaId, value: unknown): boolean;
  faults(id: SchemaId, value: unknown): Fault[];
}

type Children = (schema: Schema, value: object, take: TakeChild) => void;
type TakeChild = (id: SchemaId, key: string | number, isDeclared: boolean) => void;

/**
 * JSON Schema by its keywords, one after the other: which of the schemas in a schema apply to what of the value, and what is
 * wrong there. Each schema is asked once of each object and list of a value, so that the time is that of schema and value
 * multiplied, whatever stands in whatever. Always of the opinion of the contract's validators, which are faster.
 */
export function faultFinder({ schemas }: Pick<Contract, 'schemas'>): FaultFinder {
  const known = new WeakMap<object, Map<SchemaId, boolean>>();
  const ofNull = new Map<SchemaId, boolean>();

  const fits = (id: SchemaId, value: unknown): boolean => {
    if (typeof value !== 'object') return isWhole(id, value);
    const answers = (value === null ? ofNull : known.get(value)) ?? new Map<SchemaId, boolean>();
    if (value !== null) known.set(value, answers);
    let answer = answers.get(id);
    if (answer === undefined) {
      answer = isWhole(id, value);
      answers.set(id, answer);
    }
    return answer;
  };

  const isWhole = (id: SchemaId, value: unknown): boolean => {
    const schema = schemas[id] as Schema;
    if (schema.never) return false;
    if (schema.barred !== undefined) return true;
    if (brokenBy(schema, value, fits).length > 0) return false;
    if (!inPlace(schema, value).every((each) => fits(each, value))) return false;
    if (!unions(schema).every(([keyword, ids]) => holds(keyword, ids, value))) return false;
    if (typeof value !== 'object' || value === null) return true;
    let isFine = true;
    eachChild(schema, value, (child, key) => {
      isFine &&= fits(child, (value as Record<string | number, unknown>)[key]);
    });
    return isFine;
  };

  const holds = (keyword: string, ids: readonly SchemaId[], value: unknown): boolean =>
    keyword === 'anyOf'
      ? ids.some((id) => fits(id, value))
      : ids.filter((id) => fits(id, value)).length === 1;

  /** The schemas that apply to the value itself. */
  const inPlace = ({ keywords }: Schema, value: unknown): SchemaId[] => {
    const ids: (SchemaId | undefined)[] = [keywords.$ref, ...(keywords.allOf ?? [])];
    if (keywords.if !== undefined) ids.push(fits(keywords.if, value) ? keywords.then : keywords.else);
    for (const [name, id] of Object.entries(keywords.dependentSchemas ?? {})) {
      if (hasMember(value, name)) ids.push(id);
    }
    return ids.filter((id) => id !== undefined);
  };

  const eachChild: Children = (schema, value, take) => {
    const { unevaluatedProperties, unevaluatedItems, items, prefixItems } = schema.keywords;
    if (Array.isArray(value)) {
      const isEvaluated =
        unevaluatedItems === undefined ? undefined : evaluatedItems(schema, value, schemas, fits);
      if (items === undefined && prefixItems === undefined && isEvaluated === undefined) return;
      for (let index = 0; index < value.length; index++) {
        const id = forItem(schema, index);
        if (id !== undefined) take(id, index, prefixItems?.[index] !== undefined);
        else if (isEvaluated?.(index) === false) take(unevaluatedItems as SchemaId, index, false);
      }
      return;
    }
    const isEvaluated =
      unevaluatedProperties === undefined
        ? undefined
        : evaluatedMembers(schema, value as Record<string, unknown>, schemas, fits);
    for (const name of Object.keys(value)) {
      forMember(schema, name, (id, isDeclared) => take(id, name, isDeclared));
      if (isEvaluated?.(name) === false) take(unevaluatedProperties as SchemaId, name, false);
    }
  };

  const faults = (root: SchemaId, whole: unknown): Fault[] => {
    const found: Fault[] = [];
    const told = new WeakMap<object, Set<SchemaId>>();
    const scalars = new Set<string>();
    const add = (id: SchemaId, value: unknown, at: At | undefined, { keyword, ...more }: Assertion): void => {
      found.push({ keyword, id, path: pathOf(at), location: locationOf(at), value, ...more });
    };
    const isTold = (id: SchemaId, value: unknown, at: At | undefined): boolean => {
      if (typeof value !== 'object' || value === null) {
        const key = `${id} ${pathOf(at)}`;
        const before = scalars.has(key);
        scalars.add(key);
        return before;
      }
      const ids = told.get(value) ?? new Set();
      told.set(value, ids);
      const before = ids.has(id);
      ids.add(id);
      return before;
    };
    const explain = (id: SchemaId, value: unknown, at: At | undefined): void => {
      if (fits(id, value) || isTold(id, value, at)) return;
      const schema = schemas[id] as Schema;
      if (schema.never) {
        add(id, value, at, { keyword: 'false' });
        return;
      }
      for (const assertion of brokenBy(schema, value, fits)) add(id, value, at, assertion);
      for (const other of inPlace(schema, value)) explain(other, value, at);
      for (const [keyword, ids] of unions(schema)) explainUnion(id, keyword, ids, value, at);
      if (typeof value !== 'object' || value === null) return;
      eachChild(schema, value, (child, key, isDeclared) => {
        const part = (value as Record<string | number, unknown>)[key];
        // A closed object is told as such, and not each of its members as what must not be there.
        if (schemas[child]?.never && !isDeclared) {
          const keyword = closedBy(schema, child, value);
          if (keyword !== 'items') add(id, value, at, { keyword, name: String(key) });
          else if (key === (schema.keywords.prefixItems?.length ?? 0)) add(id, value, at, { keyword });
        } else explain(child, part, { parent: at, key, isDeclared });
      });
    };
    const explainUnion = (
      id: SchemaId,
      keyword: 'anyOf' | 'oneOf',
      ids: readonly SchemaId[],
      value: unknown,
      at: At | undefined,
    ): void => {
      const fitting = ids.filter((each) => fits(each, value));
      if (fitting.length === 1 || (keyword === 'anyOf' && fitting.length > 0)) return;
      if (fitting.length > 1) {
        add(id, value, at, { keyword, found: { fitting } });
        return;
      }
      const { discriminator } = schemas[id] as Schema;
      const meant = meantOf(ids, discriminator, value, schemas);
      if (meant.id !== undefined && !fits(meant.id, value)) explain(meant.id, value, at);
      else
        add(id, value, at, {
          keyword,
          ...(meant.misnamed !== undefined && { found: { misnamed: meant.misnamed } }),
        });
    };
    explain(root, whole, undefined);
    return found;
  };
  return { fits, faults };
}

function unions({ keywords }: Schema): (readonly ['anyOf' | 'oneOf', readonly SchemaId[]])[] {
  const found: (readonly ['anyOf' | 'oneOf', readonly SchemaId[]])[] = [];
  if (keywords.anyOf !== undefined) found.push(['anyOf', keywords.anyOf]);
  if (keywords.oneOf !== undefined) found.push(['oneOf', keywords.oneOf]);
  return found;
}

/** The keyword by which nothing more may be there. */
function closedBy({ keywords }: Schema, id: SchemaId, value: object): string {
  if (Array.isArray(value)) return keywords.items === id ? 'items' : 'unevaluatedItems';
  if (keywords.additionalProperties === id) return 'additionalProperties';
  return keywords.unevaluatedProperties === id ? 'unevaluatedProperties' : 'patternProperties';
}
