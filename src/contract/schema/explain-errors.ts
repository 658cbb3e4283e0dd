import type { Discriminator, SchemaError, Validator } from '../contract.ts';
import { valueAt } from '../json/pointer.ts';
import { chosenBy } from './choices.ts';
import { innerErrors } from './inner-errors.ts';

/** One thing that is wrong with a value, with what is wrong inside an alternative kept under it. */
export interface SchemaProblem {
  readonly path: string;
  readonly error: SchemaError;
  /** For `anyOf` and `oneOf`: what is wrong with the alternative that the value names, or comes closest to. */
  readonly closest?: {
    readonly schema: string;
    readonly isNamed: boolean;
    readonly problems: readonly SchemaProblem[];
  };
}

type Validators = Readonly<Record<string, Validator>>;

/**
 * What is wrong with a value. ajv lists the errors of every alternative beside those of the value itself: with four
 * kinds of error body one missing field would be told eleven times. Here each failed alternation is one problem.
 */
export function explainErrors(
  id: string,
  value: unknown,
  validators: Validators,
  prefix = '',
): SchemaProblem[] {
  const validator = validators[id] as Validator;
  if (validator(value)) return [];
  const errors = [...(validator.errors ?? [])];
  const alternations = errors.filter((error) => error.keyword === 'anyOf' || error.keyword === 'oneOf');
  const told = new Set<string>();
  const closest = new Map<SchemaError, SchemaProblem['closest']>();
  for (const error of alternations) {
    const at = prefix + error.instancePath;
    const branches = branchesOf(error).map((schema) => ({
      schema,
      problems: explainErrors(schema, valueAt(value, error.instancePath), validators, at),
      raw: rawErrors(schema, valueAt(value, error.instancePath), validators),
    }));
    for (const branch of branches) for (const raw of branch.raw) told.add(keyOf(error.instancePath, raw));
    const failed = branches.filter((branch) => branch.problems.length > 0);
    const name = chosenBy(discriminatorOf(error), valueAt(value, error.instancePath));
    const named = failed.find(({ schema }) => schema === name);
    const best = named ?? failed.sort((a, b) => distance(a.problems) - distance(b.problems))[0];
    if (best !== undefined) {
      closest.set(error, { schema: best.schema, isNamed: named !== undefined, problems: best.problems });
    }
  }
  const inner = innerErrors(errors, value, validators);
  return errors
    .filter((error) => error.keyword !== 'if' && !inner.has(error) && !told.has(keyOf('', error)))
    .flatMap((error): readonly SchemaProblem[] => {
      const inside = closest.get(error);
      const path = prefix + error.instancePath;
      if (inside === undefined) return [{ path, error }];
      return fitsButForBarred(inside) ? inside.problems : [{ path, error, closest: inside }];
    });
}

/** The value is of that alternative, and holds in it what belongs into the other direction. */
function fitsButForBarred({ problems }: NonNullable<SchemaProblem['closest']>): boolean {
  return problems.every(({ error }) => barringKeyword(error) !== undefined);
}

function branchesOf(error: SchemaError): string[] {
  const branches = (error.parentSchema as Record<string, { $ref: string }[]>)[error.keyword] ?? [];
  return branches.map((branch) => branch.$ref);
}

/** What the schema of an alternation says of how its values name their alternative. */
export function discriminatorOf(error: SchemaError): Discriminator | undefined {
  return (error.parentSchema as { 'x-discriminator'?: Discriminator } | undefined)?.['x-discriminator'];
}

/** The keyword that keeps a property out of requests or responses; undefined for any other error. */
export function barringKeyword(error: SchemaError): 'readOnly' | 'writeOnly' | undefined {
  if (error.keyword !== 'not') return undefined;
  return (error.parentSchema as { 'x-barred'?: 'readOnly' | 'writeOnly' } | undefined)?.['x-barred'];
}

function rawErrors(id: string, value: unknown, validators: Validators): readonly SchemaError[] {
  const validator = validators[id] as Validator;
  return validator(value) ? [] : [...(validator.errors ?? [])];
}

function keyOf(prefix: string, error: SchemaError): string {
  return `${prefix}${error.instancePath} ${placeOfError(error)} ${JSON.stringify(error.params)}`;
}

/** An alternative whose type is right but lacks a field is closer than one of another type. */
function distance(problems: readonly SchemaProblem[]): number {
  return problems.reduce((sum, { error }) => sum + weight(error), 0);
}

function weight(error: SchemaError): number {
  if (barringKeyword(error) !== undefined) return 0.1;
  return error.keyword === 'type' || error.keyword === 'not' ? 3 : 1;
}

/** The place of the keyword that failed, as `file:line:column#pointer`. */
export function placeOfError(error: SchemaError): string | undefined {
  const places = (error.parentSchema as { 'x-at'?: Record<string, string> } | undefined)?.['x-at'];
  return places?.[error.keyword] ?? places?.[''];
}
