import { type CheckContext, type FindingDraft, NOTHING } from '../check.ts';
import type { Serialized } from '../plan/deserialize.ts';
import type { ParameterPlan } from '../plan/parameter-plan.ts';

/** Path, query, header and cookie parameters: required ones are there, each is as its schema says. */
export function parameterProblems({ exchange, match, plan }: CheckContext): readonly FindingDraft[] {
  let problems: FindingDraft[] | undefined;
  for (const parameter of plan.parameters) {
    if (parameter.conforms(exchange.request, match)) continue;
    problems ??= [];
    problems.push(...judge(parameter, parameter.find(exchange.request, match)));
  }
  return problems ?? NOTHING;
}

function judge({ parameter, value }: ParameterPlan, found: Serialized | undefined): FindingDraft[] {
  const what = `The ${parameter.in} parameter ${parameter.name}`;
  const where = { target: 'request' as const, dataPath: `${parameter.in}:${parameter.name}` };
  const { spec } = parameter;
  if (found === undefined) {
    const message = `${what} is missing.`;
    return [{ ...where, message, spec, received: 'no such parameter', documented: 'required' }];
  }
  return value.problems(found).map(({ path, ...problem }) => ({
    ...where,
    ...problem,
    message: problem.message.replace(/^The value/, what).replace(path, path === '' ? '' : `${what} ${path}`),
    spec: problem.spec ?? spec,
  }));
}
