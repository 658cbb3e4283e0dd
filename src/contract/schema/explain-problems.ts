import type { Contract } from '../contract.ts';
import { valueAt } from '../json/pointer.ts';
import { describeProblem } from './describe-problem.ts';
import type { ProblemDescription } from './description-of-problem.ts';
import { explainErrors, placeOfError } from './explain-errors.ts';

/** What is wrong with a value, in words, and where. */
export interface ProblemDraft extends ProblemDescription {
  /** JSON Pointer into the value. */
  readonly path: string;
  readonly spec?: string;
}

export function explainProblems(contract: Contract, schema: string, value: unknown): ProblemDraft[] {
  return explainErrors(schema, value, contract.validators).map((problem) => {
    const spec = placeOfError(problem.error);
    const said = describeProblem(problem, valueAt(value, problem.path), contract.shapes);
    return { ...said, path: problem.path, ...(spec !== undefined && { spec }) };
  });
}
