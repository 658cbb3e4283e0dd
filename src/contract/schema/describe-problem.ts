import type { Shape } from '../contract.ts';
import { nearest } from '../nearest.ts';
import { shorten, show } from '../show.ts';
import { describeAlternation } from './describe-alternation.ts';
import type { ProblemDescription } from './description-of-problem.ts';
import { barringKeyword, type SchemaProblem } from './explain-errors.ts';

type Shapes = Readonly<Record<string, Shape>>;

/** `value` is what stands at the problem's path. */
export function describeProblem(problem: SchemaProblem, value: unknown, shapes: Shapes): ProblemDescription {
  const { error } = problem;
  const where = problem.path === '' ? 'The value' : problem.path;
  const limit = show(error.schema);
  const said = (message: string, documented: string, received = show(value)): ProblemDescription => ({
    message: `${where} ${message}.`,
    received,
    documented,
  });
  const otherwise = (): ProblemDescription =>
    said(error.message ?? `breaks ${error.keyword}`, `${error.keyword}: ${limit}`);
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
    case 'not':
      return barringKeyword(error) === undefined
        ? said('is what it must not be', `not: ${ownText(error.schema)}`)
        : barred(error, said);
    case 'uniqueItems':
      return said('has equal items, and each must differ', 'no two items are equal', equalItems(error));
    case 'contains':
      return said(
        `must have ${numberOf(error)} of the documented kind`,
        `contains: ${ownText(error.schema)}`,
      );
    case 'propertyNames':
      return said(
        'has a property whose name is not as documented',
        `propertyNames: ${ownText(error.schema)}`,
        show(error.params['propertyName']),
      );
    case 'anyOf':
    case 'oneOf':
      return describeAlternation(problem, value, shapes, where, describeProblem);
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
      return otherwise();
  }
}

/** OpenAPI says of both that they SHOULD NOT be there; what a server lets out may be a secret, what it is sent it ignores. */
function barred(
  error: SchemaProblem['error'],
  said: (message: string, documented: string) => ProblemDescription,
): ProblemDescription {
  return barringKeyword(error) === 'writeOnly'
    ? said('is writeOnly, and does not belong in a response', 'writeOnly')
    : { ...said('is readOnly, and does not belong in a request', 'readOnly'), severity: 'warning' };
}

function withSuggestion(
  description: ProblemDescription,
  value: unknown,
  documented: readonly unknown[],
): ProblemDescription {
  if (typeof value !== 'string') return description;
  const near = nearest(
    value,
    documented.filter((one) => typeof one === 'string'),
  );
  return near === undefined ? description : { ...description, suggestion: show(near) };
}

/** `j` and `i` are where ajv found them. */
function equalItems({ params }: SchemaProblem['error']): string {
  return `items ${params['j']} and ${params['i']} are equal`;
}

function numberOf({ params }: SchemaProblem['error']): string {
  const { minContains: least = 1, maxContains: most } = params;
  const number =
    most === undefined ? `at least ${least}` : least === most ? `${most}` : `${least} to ${most}`;
  return `${number} ${number.endsWith(' 1') || number === '1' ? 'item' : 'items'}`;
}

/** A schema as the description has it, without the marks that were made in it. */
function ownText(schema: unknown): string {
  const text = JSON.stringify(schema, (name, value: unknown) => (name.startsWith('x-') ? undefined : value));
  return shorten(text ?? '');
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function lengthOf(value: unknown): string {
  return `${[...String(value)].length} characters`;
}
