import type { Contract, Operation } from '../contract.ts';
import { type ContentReader, contentReader } from './content-plan.ts';
import { type ParameterPlan, parameterPlan } from './parameter-plan.ts';
import { documentedStatus, type ResponsePlan, responsePlan } from './response-plan.ts';

/** What is documented of an operation, made ready to be compared with many exchanges. */
export interface OperationPlan {
  readonly operation: Operation;
  readonly parameters: readonly ParameterPlan[];
  /** Null where no body is documented. */
  readonly requestContent: ContentReader | null;
  /** Undefined where the status is not documented. */
  response(status: number): ResponsePlan | undefined;
}

export function operationPlan(contract: Contract, operation: Operation): OperationPlan {
  const byKey = new Map<string, ResponsePlan>();
  const byStatus = new Map<number, ResponsePlan | undefined>();
  const planOf = (key: string): ResponsePlan => {
    const known =
      byKey.get(key) ??
      responsePlan(contract, key, operation.responses[key] as Operation['responses'][string]);
    byKey.set(key, known);
    return known;
  };
  return {
    operation,
    parameters: operation.parameters.map((parameter) => parameterPlan(contract, parameter)),
    requestContent: operation.requestBody === null ? null : contentReader(operation.requestBody.content),
    response: (status) => {
      const known = byStatus.get(status);
      if (known !== undefined || byStatus.has(status)) return known;
      const key = documentedStatus(operation, status);
      const plan = key === undefined ? undefined : planOf(key);
      byStatus.set(status, plan);
      return plan;
    },
  };
}
