import type { Check } from '../check.ts';

/** The response's body can be read: not empty where content is documented, and strict JSON where it is JSON. */
export const malformedBody: Check = {
  id: 'malformed-body',
  *run({ exchange, documented, mediaType, isJson, body }) {
    const hasContent = documented !== undefined && Object.keys(documented.content).length > 0;
    if (body.kind === 'empty') {
      if (!hasContent || exchange.request.method === 'HEAD' || exchange.response.status === 304) return;
      yield {
        message: 'The body is empty where content is documented.',
        target: 'response',
        spec: documented.spec,
        received: 'an empty body',
        documented: Object.keys(documented.content).join(', '),
      };
      return;
    }
    if (!isJson) return;
    const spec = mediaType?.spec ?? documented?.spec;
    const where = { target: 'response' as const, ...(spec !== undefined && { spec }) };
    if (body.kind === 'malformed') {
      yield {
        ...where,
        message: `The body ${body.reason}.`,
        received: 'a malformed body',
        documented: 'JSON',
      };
    } else if (body.duplicate !== undefined) {
      yield {
        ...where,
        message: 'The body has the same key twice in one object; parsers differ in which one they keep.',
        dataPath: body.duplicate,
        received: 'a duplicate key',
        documented: 'each key once',
      };
    }
  },
};
