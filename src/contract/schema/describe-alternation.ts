import type { Shape } from '../contract.ts';
import { valueAt } from '../json/pointer.ts';
import { nearest } from '../nearest.ts';
import { show } from '../show.ts';
import { chosenBy } from './choices.ts';
import type { ProblemDescription } from './description-of-problem.ts';
import { discriminatorOf, type SchemaProblem } from './explain-errors.ts';

type Shapes = Readonly<Record<string, Shape>>;
type Describe = (problem: SchemaProblem, value: unknown, shapes: Shapes) => ProblemDescription;

/** A value that fits none, or several, of `anyOf` or `oneOf`; `describe` tells what is wrong with the one meant. */
export function describeAlternation(
  problem: SchemaProblem,
  value: unknown,
  shapes: Shapes,
  where: string,
  describe: Describe,
): ProblemDescription {
  const { error } = problem;
  const branches = (error.parentSchema as Record<string, { $ref: string }[]>)[error.keyword] ?? [];
  const names = [...new Set(branches.map(({ $ref }) => shapes[$ref]?.name ?? $ref))].join(', ');
  const passing = error.params['passingSchemas'];
  if (Array.isArray(passing)) {
    return {
      message: `${where} fits several of ${names}, and must fit one.`,
      received: show(value),
      documented: `one of ${names}`,
    };
  }
  const misnamed = misnamedBy(error, value);
  return {
    message: `${where} fits none of ${names}.${misnamed?.text ?? closestReason(problem, value, shapes, describe)}`,
    received: show(value),
    documented: `one of ${names}`,
    ...(misnamed?.suggestion !== undefined && { suggestion: misnamed.suggestion }),
  };
}

/** What is wrong with the alternative that was meant, as far as that can be told. */
function closestReason(
  { path, error, closest }: SchemaProblem,
  value: unknown,
  shapes: Shapes,
  describe: Describe,
): string {
  const first = closest?.problems[0];
  if (closest === undefined || first === undefined) return '';
  const name = shapes[closest.schema]?.name;
  const property = discriminatorOf(error)?.property;
  const subject = closest.isNamed ? `Its ${show(property)} says ${name}` : `Closest is ${name}`;
  const inside = { ...first, path: first.path.slice(path.length) };
  const { message } = describe(inside, valueAt(value, inside.path), shapes);
  return ` ${subject}: ${message.replace(/^The value/, 'it')}`;
}

/** A value that is to name its alternative, and names none that is known. */
function misnamedBy(
  error: SchemaProblem['error'],
  value: unknown,
): { text: string; suggestion: string | undefined } | undefined {
  const discriminator = discriminatorOf(error);
  if (discriminator === undefined || chosenBy(discriminator, value) !== undefined) return undefined;
  const name = (value as Record<string, unknown> | null)?.[discriminator.property];
  if (typeof name !== 'string') return undefined;
  const near = nearest(name, Object.keys(discriminator.mapping));
  return {
    text: ` Its ${show(discriminator.property)} names none of them.`,
    suggestion: near === undefined ? undefined : show(near),
  };
}
