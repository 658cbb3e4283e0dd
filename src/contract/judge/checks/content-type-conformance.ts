import { hasBody } from '../../exchange.ts';
import { type Check, type FindingDraft, NOTHING } from '../check.ts';
import { isBodiless } from '../http-itself.ts';

/** What a HAR keeps of its body is the cache's. */
const NOT_MODIFIED = 304;

/** The response's content-type is there where there is a body, is well-formed, documented, and UTF-8 if it is JSON. */
export const contentTypeConformance: Check = {
  id: 'content-type-conformance',
  run(context) {
    const { exchange, response, content } = context;
    const { headers, body, status } = exchange.response;
    const values = headers['content-type'];
    if (response === undefined || !hasBody(body) || status === NOT_MODIFIED) return NOTHING;
    const hasNone = isBodiless(exchange);
    if (content.conforms && values?.length === 1 && !hasNone) return NOTHING;
    const { types } = response;
    const { spec, contentUnsaid } = response.documented;
    const draft = (message: string, received: string, documented = types.join(', ')): FindingDraft => ({
      message,
      target: 'response',
      dataPath: 'header:content-type',
      spec,
      received,
      documented,
    });
    const told = (...words: Parameters<typeof draft>): FindingDraft[] => [draft(...words)];
    const [value, ...others] = new Set(values);
    if (types.length === 0) {
      const surprise = draft('A body came where none is documented.', value ?? 'a body', 'no body');
      if (hasNone || !contentUnsaid || context.options.strict) return [surprise];
      context.letPass('no-content', spec);
      return [{ ...surprise, severity: 'warning' }];
    }
    if (hasNone) {
      const answer = exchange.request.method === 'HEAD' ? 'HEAD' : `status ${status}`;
      return told(`A body came with ${answer}, which has none.`, value ?? 'a body', 'no body');
    }
    if (value === undefined && exchange.response.headersUnknown === true) {
      const what = "The recording does not hold the response's headers: its content-type was not judged.";
      return [{ ...draft(what, 'a response without its headers'), severity: 'info' }];
    }
    if (value === undefined) return told('The response has a body and no content-type.', 'no content-type');
    if (others.length > 0)
      return told('The response has several content-types.', [value, ...others].join(', '));
    if (content.type === undefined) return told('The content-type can not be read.', value);
    if (content.name === undefined) {
      const { essence } = content.type;
      const isKnown = types.some((type) => type.startsWith(`${essence};`));
      return told(
        `The content-type ${essence} is not documented${isKnown ? ' with these parameters' : ''}.`,
        value,
      );
    }
    if (content.conforms) return NOTHING;
    return told(`JSON must be UTF-8, not ${content.type.charset}.`, value, 'charset=utf-8, or none');
  },
};
