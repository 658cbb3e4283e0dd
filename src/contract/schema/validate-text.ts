import type { Contract } from '../contract.ts';
import { valueAt } from '../json/pointer.ts';
import { type Description, describeProblem } from './describe-problem.ts';
import { explainErrors, placeOfError } from './explain-errors.ts';

export interface TextProblem extends Description {
  readonly spec?: string;
}

/**
 * Judges a header or parameter, which travels as text, by a schema that may ask for a number or a list. Source of the form:
 * OpenAPI 3.1.1, style `simple`, which is the default of headers and path parameters.
 */
export function validateText(contract: Contract, schema: string | null, text: string): TextProblem[] {
  if (schema === null) return [];
  const value = fromText(text, typesOf(contract, schema));
  return explainErrors(schema, value, contract.validators).map((problem) => {
    const spec = placeOfError(problem.error);
    const said = describeProblem(problem, valueAt(value, problem.path), contract.shapes);
    return spec === undefined ? said : { ...said, spec };
  });
}

function typesOf(contract: Contract, id: string, seen: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  const shape = contract.shapes[id];
  if (shape === undefined || seen.has(id)) return new Set();
  const further = [...(shape.all ?? []), ...(shape.some ?? [])].flatMap((other) => [
    ...typesOf(contract, other, new Set([...seen, id])),
  ]);
  return new Set([...(shape.types ?? []), ...further]);
}

function fromText(text: string, types: ReadonlySet<string>): unknown {
  if (types.has('string') || types.size === 0) return text;
  if (
    (types.has('integer') || types.has('number')) &&
    /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)
  ) {
    return Number(text);
  }
  if (types.has('boolean') && /^(?:true|false)$/.test(text)) return text === 'true';
  if (types.has('array')) return text.split(',').map((item) => item.trim());
  return text;
}
