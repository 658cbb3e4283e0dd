import { type CheckContext, type FindingDraft, NOTHING } from '../check.ts';
import type { Serialized } from '../plan/deserialize.ts';
import type { ParameterPlan } from '../plan/parameter-plan.ts';
import { headersUnknown } from './headers-unknown.ts';

/** Path, query, header and cookie parameters: required ones are there, each is as its schema says. */
export function parameterProblems({ exchange, match, plan }: CheckContext): readonly FindingDraft[] {
  const { request } = exchange;
  let problems: FindingDraft[] | undefined;
  for (const parameter of plan.parameters) {
    const isUnknown = request.headersUnknown === true && isInHeaders(parameter);
    if (!isUnknown && parameter.conforms(request, match)) continue;
    problems ??= [];
    if (isUnknown) problems.push(notJudged(parameter));
    else problems.push(...judge(parameter, parameter.find(request, match)));
  }
  return problems ?? NOTHING;
}

function isInHeaders({ parameter }: ParameterPlan): boolean {
  return parameter.in === 'header' || parameter.in === 'cookie';
}

function notJudged({ parameter }: ParameterPlan): FindingDraft {
  const { in: place, name, required, spec } = parameter;
  const what = `the ${place} parameter ${name} was`;
  return {
    ...headersUnknown(what, spec, required ? 'required' : 'optional'),
    dataPath: `${place}:${name}`,
  };
}

function judge({ parameter, value }: ParameterPlan, found: Serialized | undefined): FindingDraft[] {
  const what = `The ${parameter.in} parameter ${parameter.name}`;
  const where = { target: 'request' as const, dataPath: `${parameter.in}:${parameter.name}` };
  const { spec } = parameter;
  if (found === undefined) {
    const message = `${what} is missing.`;
    return [{ ...where, message, spec, received: 'no such parameter', documented: 'required' }];
  }
  return value.problems(found, what).map(({ path: _, cause, ...problem }) => ({
    ...where,
    ...problem,
    // A schema that several parameters share is none of them.
    cause: { ...cause, location: where.dataPath + cause.location },
  }));
}
