import type { BodyFault } from '../../exchange.ts';
import { describeRemark } from '../../json/remarks.ts';
import { type Check, type FindingDraft, NOTHING } from '../check.ts';
import type { ResponsePlan } from '../operation-plan.ts';

/** The response's body can be read: not empty where content is documented, and strict JSON where it is JSON. */
export const malformedBody: Check = {
  id: 'malformed-body',
  run({ exchange, response, content, mediaType, body }) {
    if (body.kind === 'clean') return NOTHING;
    const spec = mediaType?.spec ?? response?.documented.spec;
    const where = { target: 'response' as const, ...(spec !== undefined && { spec }) };
    const { bodyFault } = exchange.response;
    if (bodyFault !== undefined) return [{ ...where, ...undecodableBody(bodyFault, response !== undefined) }];
    if (body.kind === 'json') return body.remarks.map((remark) => ({ ...where, ...describeRemark(remark) }));
    if (body.kind === 'malformed') {
      const documented = content.isJson ? 'JSON' : (content.name ?? 'text');
      return [{ ...where, message: `The body ${body.reason}.`, received: 'a malformed body', documented }];
    }
    const { status } = exchange.response;
    const mayBeEmpty = exchange.request.method === 'HEAD' || status === 304;
    if (response === undefined || response.types.length === 0 || mayBeEmpty) return NOTHING;
    return exchange.response.body === undefined ? wasNotKept(response) : isEmpty(response);
  },
};

/** What no check can look into is the server's fault where a body was promised, if its coding is one that is read here. */
export function undecodableBody(
  { reason, isUnsupported }: BodyFault,
  isDocumented: boolean,
): Pick<FindingDraft, 'severity' | 'message' | 'target' | 'received'> {
  return {
    severity: isDocumented && isUnsupported !== true ? 'error' : 'info',
    message: `The body can not be decoded, and was therefore not judged: ${reason}.`,
    target: 'response',
    received: 'a body that can not be decoded',
  };
}

type Documented = Pick<ResponsePlan, 'documented' | 'types'>;

/** Whatever the body was, the recording does not tell: no fault of the server, and no proof either. */
function wasNotKept({ documented, types }: Documented): FindingDraft[] {
  return [
    {
      severity: 'info',
      message: 'The recording does not hold the body, which was therefore not judged.',
      target: 'response',
      spec: documented.spec,
      received: 'a response without its body',
      documented: types.join(', '),
    },
  ];
}

function isEmpty({ documented, types }: Documented): FindingDraft[] {
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
