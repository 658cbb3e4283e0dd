import { placeholderNote } from '../../body-problems.ts';
import { type CheckContext, type FindingDraft, NOTHING } from '../../check.ts';
import type { ScrubbedReader } from '../../scrubbed.ts';
import { type Serialized, withPlainCommas } from '../../values/deserialize.ts';
import type { ParameterPlan } from '../../values/parameter.ts';

/** Path, query, header and cookie parameters: required ones are there, each is as its schema says. */
export function parameterProblems(context: CheckContext): readonly FindingDraft[] {
  const { exchange, match, plan } = context;
  const { scrubbed } = context.options;
  const { request } = exchange;
  let problems: FindingDraft[] | undefined;
  for (const parameter of plan.parameters) {
    // One that is there is judged, whatever else was not kept.
    const isUnknown =
      request.headersUnknown === true &&
      isInHeaders(parameter) &&
      parameter.find(request, match) === undefined;
    if (!isUnknown && parameter.conforms(request, match)) continue;
    problems ??= [];
    const found = isUnknown ? undefined : asMeant(context, parameter, parameter.find(request, match));
    if (isUnknown) problems.push(notJudged(parameter));
    else if (found?.hasEncodedCommas && parameter.value.fits(found))
      context.letPass('encoded-comma', parameter.parameter.spec);
    else if (found !== undefined && scrubbed !== undefined && parameter.value.mayFit(found, scrubbed.request))
      problems.push(...passOver(context, parameter, found));
    else problems.push(...judge(parameter, found, scrubbed?.request));
  }
  return problems ?? NOTHING;
}

/**
 * A client that encodes each value of a query encodes the commas of its lists, which by RFC 6570 are delimiters only where
 * they stand plain. Servers decode the whole value before they take it apart, and see no difference.
 */
function asMeant(
  { options }: CheckContext,
  { parameter, value: { form } }: ParameterPlan,
  found: Serialized | undefined,
): Serialized | undefined {
  if (options.strict || found === undefined || parameter.in !== 'query') return found;
  return (form !== 'json' && form.isArray ? withPlainCommas(found) : undefined) ?? found;
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

/** A placeholder is what we ask for where a credential stands, and nothing to be told of. */
function passOver(
  context: CheckContext,
  { parameter }: ParameterPlan,
  found: Serialized,
): readonly FindingDraft[] {
  const { in: place, name, spec } = parameter;
  const key = place === 'header' ? name.toLowerCase() : name;
  const isCredential = context.match.operation.security
    .flat()
    .some((scheme) => scheme.in === place && scheme.name === key);
  if (isCredential) return NOTHING;
  if (found.undefined !== undefined) {
    context.letPass('deep-object', spec);
    return NOTHING;
  }
  context.letPass('placeholder', spec);
  return [placeholderNote('request', spec)];
}

function judge(
  { parameter, value }: ParameterPlan,
  found: Serialized | undefined,
  scrubbed: ScrubbedReader | undefined,
): FindingDraft[] {
  const what = `The ${parameter.in} parameter ${parameter.name}`;
  const where = { target: 'request' as const, dataPath: `${parameter.in}:${parameter.name}` };
  const { spec } = parameter;
  if (found === undefined) {
    const message = `${what} is missing.`;
    return [{ ...where, message, spec, received: 'no such parameter', documented: 'required' }];
  }
  return value.problems(found, what, scrubbed).map(({ path: _, cause, ...problem }) => ({
    ...where,
    ...problem,
    // A schema that several parameters share is none of them.
    cause: { ...cause, location: where.dataPath + cause.location },
  }));
}

/** What could not be judged because the recording does not tell which headers were sent: no fault, and no proof either. */
export function headersUnknown(what: string, spec: string, documented: string): FindingDraft {
  return {
    severity: 'info',
    message: `The recording does not hold the request's headers: ${what} not judged.`,
    target: 'request',
    spec,
    received: 'a request without its headers',
    documented,
  };
}
