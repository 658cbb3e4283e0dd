import { type Check, type FindingDraft, NOTHING } from '../check.ts';
import { describeRemark } from '../json/describe-remark.ts';

/** The response's body can be read: not empty where content is documented, and strict JSON where it is JSON. */
export const malformedBody: Check = {
  id: 'malformed-body',
  run({ exchange, response, mediaType, body }) {
    if (body.kind === 'clean') return NOTHING;
    const spec = mediaType?.spec ?? response?.documented.spec;
    const where = { target: 'response' as const, ...(spec !== undefined && { spec }) };
    if (body.kind === 'json') return body.remarks.map((remark) => ({ ...where, ...describeRemark(remark) }));
    if (body.kind === 'malformed') {
      return [
        { ...where, message: `The body ${body.reason}.`, received: 'a malformed body', documented: 'JSON' },
      ];
    }
    const { status } = exchange.response;
    const mayBeEmpty = exchange.request.method === 'HEAD' || status === 304;
    return response === undefined || response.types.length === 0 || mayBeEmpty ? NOTHING : isEmpty(response);
  },
};

function isEmpty({
  documented,
  types,
}: {
  readonly documented: { readonly spec: string };
  readonly types: readonly string[];
}): FindingDraft[] {
  return [
    {
      message: 'The body is empty where content is documented.',
      target: 'response',
      spec: documented.spec,
      received: 'an empty body',
      documented: types.join(', '),
    },
  ];
}
