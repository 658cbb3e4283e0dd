import type { Check } from '../check.ts';
import { valueAt } from '../json/pointer.ts';
import { describeProblem } from '../schema/describe-problem.ts';
import { explainErrors, placeOfError } from '../schema/explain-errors.ts';

/** The response's body is what the schema of its status and media type says. */
export const responseSchemaConformance: Check = {
  id: 'response-schema-conformance',
  *run({ contract, mediaType, isJson, body }) {
    const id = mediaType?.schema ?? null;
    if (id === null || !isJson || body.kind !== 'json') return;
    if (contract.validators[id]?.(body.value)) return;
    for (const problem of explainErrors(id, body.value, contract.validators)) {
      const spec = placeOfError(problem.error);
      yield {
        ...describeProblem(problem, valueAt(body.value, problem.path), contract.shapes),
        target: 'response',
        dataPath: problem.path,
        ...(spec !== undefined && { spec }),
      };
    }
  },
};
