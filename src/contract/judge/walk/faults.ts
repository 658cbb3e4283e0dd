import type { Contract, Schema, SchemaId } from '../../contract.ts';
import { isEqual } from '../../description/schemas/equal.ts';
import { type Asked, type Assertion, brokenBy, saysOfScalars } from './assertions.ts';
import { meantOf } from './meant.ts';
import {
  type At,
  evaluatedItems,
  evaluatedMembers,
  forItem,
  forMember,
  hasMember,
  locationOf,
  pathOf,
} from './parts.ts';

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

/**
 * How a value is read that is not known, for a placeholder stands there: as whatever fits, or as whatever does not. What
 * must not fit is read the other way, so that no fault is told that the true value may not have.
 */
type Reading = 'best' | 'worst';

const OTHER: Readonly<Record<Reading, Reading>> = { best: 'worst', worst: 'best' };

type Children = (schema: Schema, value: object, take: TakeChild, reading: Reading) => void;
type TakeChild = (id: SchemaId, key: string | number, isDeclared: boolean) => void;

const UNKNOWN: readonly Assertion[] = [{ keyword: 'type' }];

/** More answers about placeholders are not remembered. */
const MOST_REMEMBERED = 10_000;

/**
 * JSON Schema by its keywords, one after the other: which of the schemas in a schema apply to what of the value, and what is
 * wrong there. Each schema is asked once of each object and list of a value, so that the time is that of schema and value
 * multiplied, whatever stands in whatever. Always of the opinion of the contract's validators, which are faster; but of
 * values that `isPlaceholder` says stand for others nothing is said that may not be so.
 */
export function faultFinder(
  { schemas }: Pick<Contract, 'schemas'>,
  isPlaceholder?: (value: unknown) => boolean,
): FaultFinder {
  const known = new WeakMap<object, Map<string, boolean>>();
  const ofScalars = new Map<string, boolean>();

  const fitsAs = (id: SchemaId, value: unknown, given: Reading): boolean => {
    // Where nothing is unknown both readings are one.
    const reading = isPlaceholder === undefined ? 'best' : given;
    const key = reading === 'best' ? id : `${id} at worst`;
    if (typeof value !== 'object' || value === null) {
      if (value !== null && isPlaceholder?.(value) !== true) return isWhole(id, value, reading);
      const name = value === null ? `${key} null` : `${key} of ${String(value)}`;
      const answer = ofScalars.get(name) ?? isWhole(id, value, reading);
      if (ofScalars.size < MOST_REMEMBERED) ofScalars.set(name, answer);
      return answer;
    }
    const answers = known.get(value) ?? new Map<string, boolean>();
    known.set(value, answers);
    let answer = answers.get(key);
    if (answer === undefined) {
      answer = isWhole(id, value, reading);
      answers.set(key, answer);
    }
    return answer;
  };
  const fits = (id: SchemaId, value: unknown): boolean => fitsAs(id, value, 'best');
  const fitsAtWorst = (id: SchemaId, value: unknown): boolean => fitsAs(id, value, 'worst');
  const fitsIn = { best: fits, worst: fitsAtWorst };

  // The name of a member is what it is: whoever wrote a placeholder there changed what the object has.
  const names = isPlaceholder === undefined ? { fits } : faultFinder({ schemas });
  const holdsPlaceholder = (value: unknown): boolean => {
    if (isPlaceholder === undefined) return false;
    if (typeof value !== 'object' || value === null) return isPlaceholder(value);
    return Object.values(value).some(holdsPlaceholder);
  };
  const mayEqual = (documented: unknown, value: unknown): boolean => {
    if (isPlaceholder?.(value) === true) return true;
    if (!holdsPlaceholder(value)) return isEqual(documented, value);
    if (typeof documented !== 'object' || documented === null) return false;
    const names = Object.keys(value as object);
    return (
      Array.isArray(documented) === Array.isArray(value) &&
      names.length === Object.keys(documented).length &&
      names.every(
        (name) => Object.hasOwn(documented, name) && mayEqual(partOf(documented, name), partOf(value, name)),
      )
    );
  };
  const nameFits: Asked['nameFits'] = (id, name) => names.fits(id, name);
  const asked: Readonly<Record<Reading, Asked>> = {
    best: { fits, fitsOtherwise: fitsAtWorst, nameFits, isUnknown: holdsPlaceholder, equals: mayEqual },
    worst: {
      fits: fitsAtWorst,
      fitsOtherwise: fits,
      nameFits,
      isUnknown: () => false,
      equals: (documented, value) => !holdsPlaceholder(value) && isEqual(documented, value),
    },
  };

  const broken = (schema: Schema, value: unknown, reading: Reading): readonly Assertion[] => {
    if (isPlaceholder?.(value) !== true) return brokenBy(schema, value, asked[reading]);
    const { not } = schema.keywords;
    if (reading === 'worst') return saysOfScalars(schema, value) ? UNKNOWN : [];
    return not !== undefined && fitsAtWorst(not, value) ? [{ keyword: 'not' }] : [];
  };

  const isWhole = (id: SchemaId, value: unknown, reading: Reading): boolean => {
    const schema = schemas[id] as Schema;
    if (schema.never) return false;
    if (schema.barred !== undefined) return true;
    if (broken(schema, value, reading).length > 0) return false;
    if (!inPlace(schema, value, reading).every((ids) => ids.some((each) => fitsAs(each, value, reading))))
      return false;
    if (!unions(schema).every(([keyword, ids]) => holds(keyword, ids, value, reading))) return false;
    if (typeof value !== 'object' || value === null) return true;
    let isFine = true;
    eachChild(
      schema,
      value,
      (child, key) => {
        isFine &&= fitsAs(child, partOf(value, key), reading);
      },
      reading,
    );
    return isFine;
  };

  const holds = (keyword: string, ids: readonly SchemaId[], value: unknown, reading: Reading): boolean => {
    const fitting = ids.filter((id) => fitsAs(id, value, reading)).length;
    if (keyword === 'anyOf' || isPlaceholder === undefined)
      return keyword === 'anyOf' ? fitting > 0 : fitting === 1;
    return fitting > 0 && ids.filter((id) => fitsAs(id, value, OTHER[reading])).length <= 1;
  };

  /** The schemas that apply to the value itself; one of each, where it is not known which. */
  const inPlace = ({ keywords }: Schema, value: unknown, reading: Reading): (readonly SchemaId[])[] => {
    const { $ref, allOf = [], if: test, then, else: otherwise } = keywords;
    const ids: (readonly (SchemaId | undefined)[])[] = [[$ref], ...allOf.map((each) => [each])];
    if (test !== undefined) {
      const may = fits(test, value);
      const must = isPlaceholder === undefined ? may : fitsAtWorst(test, value);
      if (may === must) ids.push([may ? then : otherwise]);
      else if (reading === 'worst') ids.push([then], [otherwise]);
      else if (then !== undefined && otherwise !== undefined) ids.push([then, otherwise]);
    }
    for (const [name, id] of Object.entries(keywords.dependentSchemas ?? {})) {
      if (hasMember(value, name)) ids.push([id]);
    }
    return ids.map((each) => each.filter((id) => id !== undefined)).filter((each) => each.length > 0);
  };

  const eachChild: Children = (schema, value, take, reading) => {
    const { unevaluatedProperties, unevaluatedItems, items, prefixItems } = schema.keywords;
    if (Array.isArray(value)) {
      const isEvaluated =
        unevaluatedItems === undefined ? undefined : evaluatedItems(schema, value, schemas, fitsIn[reading]);
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
        : evaluatedMembers(schema, value as Record<string, unknown>, schemas, fitsIn[reading]);
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
      for (const assertion of broken(schema, value, 'best')) add(id, value, at, assertion);
      for (const [other, ...more] of inPlace(schema, value, 'best')) {
        if (!more.some((each) => fits(each, value))) explain(other as SchemaId, value, at);
      }
      for (const [keyword, ids] of unions(schema)) explainUnion(id, keyword, ids, value, at);
      if (typeof value !== 'object' || value === null) return;
      eachChild(
        schema,
        value,
        (child, key, isDeclared) => {
          const part = partOf(value, key);
          // A closed object is told as such, and not each of its members as what must not be there.
          if (schemas[child]?.never && !isDeclared) {
            const keyword = closedBy(schema, child, value);
            if (keyword !== 'items') add(id, value, at, { keyword, name: String(key) });
            else if (key === (schema.keywords.prefixItems?.length ?? 0)) add(id, value, at, { keyword });
          } else explain(child, part, { parent: at, key, isDeclared });
        },
        'best',
      );
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
        if (fitting.filter((each) => fitsAtWorst(each, value)).length <= 1 && isPlaceholder !== undefined)
          return;
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
    return withoutEchoes(found);
  };
  return { fits, faults };
}

/** What a value of another type can't be either. */
const OF_A_TYPE: ReadonlySet<string> = new Set(['type', 'enum', 'const', 'format', 'pattern']);

/** A value of another type is told as that, and once: that it is none of an enum either says nothing more. */
function withoutEchoes(faults: readonly Fault[]): Fault[] {
  const first = new Map<string, Fault>();
  for (const fault of faults) {
    if (fault.keyword === 'type' && !first.has(fault.path)) first.set(fault.path, fault);
  }
  return faults.filter((fault) => {
    const told = first.get(fault.path);
    return told === undefined || told === fault || !OF_A_TYPE.has(fault.keyword);
  });
}

function partOf(value: unknown, key: string | number): unknown {
  return (value as Record<string | number, unknown>)[key];
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
