import { show } from '../../printable.ts';
import { placeholderNote } from '../body-problems.ts';
import { type Check, type CheckContext, type FindingDraft, NOTHING } from '../check.ts';
import type { ResponsePlan } from '../operation-plan.ts';

/** Required response headers are there, documented ones are as documented; others are told, but are no fault. */
export const responseHeadersConformance: Check = {
  id: 'response-headers-conformance',
  run(context) {
    const { exchange, response } = context;
    const { headers, headersUnknown = false } = exchange.response;
    if (response === undefined || isFine(headers, response, headersUnknown)) return NOTHING;
    const { spec } = response.documented;
    const drafts: FindingDraft[] = [];
    for (const [name, header] of response.headers)
      drafts.push(...judge(context, headers[name], name, header));
    for (const [name, values] of Object.entries(headers)) {
      if (response.header(name) !== 'news') continue;
      drafts.push({
        severity: 'info',
        message: `The response header ${name} is not documented.`,
        target: 'response',
        dataPath: `header:${name}`,
        spec,
        received: show(values.join(', ')),
        documented: 'no such header',
      });
    }
    return drafts;
  },
};

type Headers = CheckContext['exchange']['response']['headers'];
type HeaderPlan = NonNullable<ReturnType<ResponsePlan['headers']['get']>>;

function isFine(headers: Headers, response: ResponsePlan, mayHaveOthers: boolean): boolean {
  for (const name of response.requiredHeaders)
    if (headers[name] === undefined && !mayHaveOthers) return false;
  for (const name in headers) {
    const header = response.header(name);
    if (header === 'known') continue;
    if (header === 'news' || !textsOf(name, headers[name]).every((text) => header.value.fitsText(text)))
      return false;
  }
  return true;
}

/** Several fields of a name are one list, but for Set-Cookie, whose values have commas. Source: RFC 9110, section 5.3. */
function textsOf(name: string, values: Headers[string] = []): readonly string[] {
  return values.length === 1 || name === 'set-cookie' ? values : [values.join(', ')];
}

function judge(
  context: CheckContext,
  values: Headers[string] | undefined,
  name: string,
  { documented, value }: HeaderPlan,
): FindingDraft[] {
  const where = { target: 'response' as const, dataPath: `header:${name}` };
  const { required, spec } = documented;
  if (values === undefined) {
    const message = `The required response header ${name} is missing.`;
    return required && context.exchange.response.headersUnknown !== true
      ? [{ ...where, message, spec, received: 'no such header', documented: 'required' }]
      : [];
  }
  const what = `The response header ${name}`;
  const scrubbed = context.options.scrubbed?.response;
  const found = textsOf(name, values).map((text) => ({ text, decode: false }));
  const known = found.filter(
    (each) => scrubbed === undefined || !value.mayFit(each, scrubbed) || value.fits(each),
  );
  const problems = known.flatMap((each) => value.problems(each, what, scrubbed));
  const passed: FindingDraft[] = known.length === found.length ? [] : [placeholderNote('response', spec)];
  if (passed.length > 0) context.letPass('placeholder', spec);
  const told = problems.map(({ path: _, cause, ...problem }) => ({
    ...where,
    ...problem,
    cause: { ...cause, location: where.dataPath + cause.location },
  }));
  return [...told, ...passed];
}
