import type { Contract, Operation } from '../contract.ts';
import type { ExchangeRequest } from '../exchange.ts';
import type { OperationMatch } from '../match-operation.ts';
import { type ContentReader, contentReader } from './content-plan.ts';
import { type ParameterPlan, parameterPlan } from './parameter-plan.ts';
import { documentedStatus, type ResponsePlan, responsePlan } from './response-plan.ts';

/** What is documented of an operation, made ready to be compared with many exchanges. */
export interface OperationPlan {
  readonly operation: Operation;
  readonly parameters: readonly ParameterPlan[];
  /** Null where no body is documented. */
  readonly requestContent: ContentReader | null;
  /** Of several ways to take a path apart, the first whose values are as documented; the first where there is none. */
  settle(request: ExchangeRequest, match: OperationMatch): OperationMatch;
  /** Undefined where the status is not documented. */
  response(status: number): ResponsePlan | undefined;
}

/** A path of more readings than this is made to have them. */
const MOST_READINGS = 1000;

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
  const parameters = operation.parameters.map((parameter) => parameterPlan(contract, parameter));
  const inPath = parameters.filter(({ parameter }) => parameter.in === 'path');
  return {
    operation,
    parameters,
    settle: (request, match) => {
      let left = MOST_READINGS;
      for (const rawValues of match.readings?.() ?? []) {
        const settled = { ...match, rawValues };
        if (inPath.every(({ conforms }) => conforms(request, settled))) return settled;
        if (--left === 0) break;
      }
      return match;
    },
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
