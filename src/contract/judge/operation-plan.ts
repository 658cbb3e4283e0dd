import type { Contract, DocumentedHeader, DocumentedResponse, Operation } from '../contract.ts';
import type { ExchangeRequest } from '../exchange.ts';
import type { OperationMatch } from './match/match-operation.ts';
import { type ContentReader, contentReader } from './values/content.ts';
import { type ParameterPlan, parameterPlan } from './values/parameter.ts';
import { type TextValue, textValue } from './values/text-value.ts';
import { isWellKnownHeader } from './well-known-headers.ts';

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

/** What is documented of a response, made ready to be compared with many. */
export interface ResponsePlan {
  /** The documented status: itself, its range, or `default`. */
  readonly status: string;
  readonly documented: DocumentedResponse;
  /** Documented media types. */
  readonly types: readonly string[];
  readonly content: ContentReader;
  readonly headers: ReadonlyMap<string, HeaderPlan>;
  readonly requiredHeaders: readonly string[];
  /** What is said of a header: how it is documented; nothing, and it is news; or that it says nothing of the API. */
  header(name: string): HeaderPlan | 'news' | 'known';
}

export interface HeaderPlan {
  readonly documented: DocumentedHeader;
  readonly value: TextValue;
}

const MOST_REMEMBERED = 1000;

function responsePlan(contract: Contract, status: string, documented: DocumentedResponse): ResponsePlan {
  const headers = new Map(
    Object.entries(documented.headers).map(([name, header]) => [
      name,
      { documented: header, value: textValue(contract, header, 'simple') },
    ]),
  );
  const verdicts = new Map<string, HeaderPlan | 'news' | 'known'>(headers);
  return {
    status,
    documented,
    types: Object.keys(documented.content),
    content: contentReader(documented.content),
    headers,
    requiredHeaders: [...headers].filter(([, header]) => header.documented.required).map(([name]) => name),
    header: (name) => {
      const before = verdicts.get(name);
      if (before !== undefined) return before;
      const verdict = isWellKnownHeader(name) ? 'known' : 'news';
      if (verdicts.size < MOST_REMEMBERED) verdicts.set(name, verdict);
      return verdict;
    },
  };
}

/** An exact status, then its range, then `default`. Source: OpenAPI 3.1.1, "Responses Object". */
function documentedStatus({ responses }: Operation, status: number): string | undefined {
  const keys = [String(status), `${Math.floor(status / 100)}XX`, 'default'];
  return keys.find((key) => Object.hasOwn(responses, key));
}
