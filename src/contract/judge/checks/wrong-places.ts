import type { SchemaId, Unread, Wrong } from '../../contract.ts';
import { partsOf, reached } from '../../description/schemas/related.ts';
import { parsePlace } from '../../finding.ts';
import { type Check, type CheckContext, type FindingDraft, NOTHING } from '../check.ts';

/*
 * What is wrong with the description where an exchange passes by, besides the schemas of its bodies: it is told with each, so
 * that nothing is taken for judged that was not. Whatever the server answered.
 */

/** Of the operation, its parameters and the request's media type. */
export const wrongRequest: Check = {
  id: 'request-conformance',
  run(context) {
    const { engine, exchange, match, plan, request } = context;
    const { operationId, unread, wrong = [], requestBody } = match.operation;
    const drafts: FindingDraft[] = [];
    const tell = tellerOf(drafts, 'request');
    if (unread !== undefined) tell(operationId, unread);
    tell(operationId, ...wrong);
    if (requestBody?.unread !== undefined && requestBody.unread !== unread)
      tell('The body of the request', requestBody.unread);
    tell('The body of the request', ...(request?.content.mediaType?.wrong ?? []));
    for (const { parameter, find } of plan.parameters) {
      const all = wrongOf(engine.contract, parameter);
      if (all.length > 0 && find(exchange.request, match) !== undefined)
        tell(`The ${parameter.in} parameter ${parameter.name}`, ...all);
    }
    return drafts.length === 0 ? NOTHING : drafts;
  },
};

/** Of the response, its headers and its media type. */
export const wrongResponse: Check = {
  id: 'response-schema-conformance',
  run({ engine, exchange, response, unread, match, mediaType }) {
    const drafts: FindingDraft[] = [];
    const tell = tellerOf(drafts, 'response');
    const name = `The response ${exchange.response.status}`;
    if (unread !== undefined && unread !== match.operation.unread) tell(name, unread);
    tell(name, ...(response?.documented.wrong ?? []));
    tell('The body', ...(mediaType?.wrong ?? []));
    for (const [header, { documented }] of response?.headers ?? []) {
      if (exchange.response.headers[header] === undefined) continue;
      tell(`The response header ${header}`, ...wrongOf(engine.contract, documented));
    }
    return drafts.length === 0 ? NOTHING : drafts;
  },
};

function tellerOf(
  drafts: FindingDraft[],
  target: FindingDraft['target'],
): (what: string, ...all: readonly (Wrong | Unread)[]) => void {
  return (subject, ...all) => {
    for (const { what, spec, ...unread } of all) {
      const isWrong = !('kind' in unread) || unread.kind === 'wrong';
      const why = isWrong ? 'for the description is wrong' : 'for the description is not understood there';
      drafts.push({
        severity: isWrong ? 'warning' : 'info',
        message: `${subject} was not judged in full, ${why}: ${what}.`,
        target,
        spec,
        documented: what,
        cause: { location: parsePlace(spec).pointer, keyword: 'wrong' },
      });
    }
  };
}

type Described = { readonly schema: SchemaId | null; readonly wrong?: readonly Wrong[] };
type Contract = CheckContext['engine']['contract'];

const known = new WeakMap<Described, readonly Wrong[]>();

/** Of a parameter or a header, itself and all of its schema: a text is taken apart by it as a whole. */
function wrongOf({ schemas }: Contract, described: Described): readonly Wrong[] {
  const before = known.get(described);
  if (before !== undefined) return before;
  const parts = described.schema === null ? [] : reached([described.schema], schemas, partsOf);
  const all = new Map(parts.flatMap(({ wrong = [] }) => wrong.map((each) => [each.spec, each])));
  const found = [...(described.wrong ?? []), ...all.values()];
  known.set(described, found);
  return found;
}
