import type { Shape } from '../contract.ts';
import { valueAt } from '../json/pointer.ts';
import { nearest } from '../nearest.ts';
import { show } from '../show.ts';
import type { SchemaProblem } from './explain-errors.ts';

/** A schema problem in words: the sentence, what was received, and what is documented. */
export interface Description {
  readonly message: string;
  readonly received: string;
  readonly documented: string;
  readonly suggestion?: string;
}

type Shapes = Readonly<Record<string, Shape>>;

/** `value` is what stands at the problem's path. */
export function describeProblem(problem: SchemaProblem, value: unknown, shapes: Shapes): Description {
  const { error } = problem;
  const where = problem.path === '' ? 'The value' : problem.path;
  const limit = show(error.schema);
  const said = (message: string, documented: string, received = show(value)): Description => ({
    message: `${where} ${message}.`,
    received,
    documented,
  });
  switch (error.keyword) {
    case 'required':
    case 'dependentRequired': {
      const name = String(error.params['missingProperty']);
      return said(
        `lacks the required property ${show(name)}`,
        `${show(name)} is required`,
        'no such property',
      );
    }
    case 'type': {
      const types = [error.schema].flat().join(' or ');
      return said(`must be ${types}, not ${typeOf(value)}`, types);
    }
    case 'enum':
      return withSuggestion(
        said(`is not one of the documented values`, (error.schema as unknown[]).map(show).join(', ')),
        value,
        error.schema as unknown[],
      );
    case 'const':
      return withSuggestion(said(`must be ${limit}`, limit), value, [error.schema]);
    case 'format':
      return said(`is not a valid ${error.schema}`, `format ${error.schema}`);
    case 'maxLength':
      return said(`is longer than ${limit} characters`, `at most ${limit} characters`, lengthOf(value));
    case 'minLength':
      return said(`is shorter than ${limit} characters`, `at least ${limit} characters`, lengthOf(value));
    case 'anyOf':
    case 'oneOf':
      return alternation(problem, value, shapes, where);
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const name = error.params['additionalProperty'] ?? error.params['unevaluatedProperty'];
      return said(
        `has the property ${show(name)}, and the schema is closed`,
        'no further property',
        show(name),
      );
    }
    default:
      return said(error.message ?? `breaks ${error.keyword}`, `${error.keyword}: ${limit}`);
  }
}

function withSuggestion(
  description: Description,
  value: unknown,
  documented: readonly unknown[],
): Description {
  if (typeof value !== 'string') return description;
  const near = nearest(
    value,
    documented.filter((one) => typeof one === 'string'),
  );
  return near === undefined ? description : { ...description, suggestion: show(near) };
}

function alternation(
  { path, error, closest }: SchemaProblem,
  value: unknown,
  shapes: Shapes,
  where: string,
): Description {
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
  const first = closest?.problems[0];
  const inside =
    first === undefined
      ? ''
      : ` Closest is ${shapes[closest?.schema ?? '']?.name}: ${closestReason(first, path, value, shapes)}`;
  return {
    message: `${where} fits none of ${names}.${inside}`,
    received: show(value),
    documented: `one of ${names}`,
  };
}

function closestReason(problem: SchemaProblem, base: string, value: unknown, shapes: Shapes): string {
  const relative = { ...problem, path: problem.path.slice(base.length) };
  const text = describeProblem(relative, valueAt(value, relative.path), shapes).message;
  return text.replace(/^The value/, 'it');
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function lengthOf(value: unknown): string {
  return `${[...String(value)].length} characters`;
}
