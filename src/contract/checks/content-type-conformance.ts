import type { Check, FindingDraft } from '../check.ts';
import type { DocumentedResponse } from '../contract.ts';
import { documentedFor, isJsonType, parseContentType } from '../media-type.ts';
import { hasBody } from '../response-body.ts';

/** The response's content-type is there where there is a body, is well-formed, documented, and UTF-8 if it is JSON. */
export const contentTypeConformance: Check = {
  id: 'content-type-conformance',
  *run({ exchange, documented }) {
    if (documented === undefined) return;
    const { headers, body } = exchange.response;
    const types = Object.keys(documented.content);
    const values = [...new Set(headers['content-type'] ?? [])];
    if (!hasBody(body)) return;
    if (types.length === 0) {
      yield draft(documented, 'A body came where none is documented.', values[0] ?? 'a body', 'no body');
    } else if (values.length === 0) {
      yield draft(
        documented,
        'The response has a body and no content-type.',
        'no content-type',
        types.join(', '),
      );
    } else if (values.length > 1) {
      yield draft(documented, 'The response has several content-types.', values.join(', '), types.join(', '));
    } else yield* judge(documented, values[0] as string, types);
  },
};

function* judge(
  documented: DocumentedResponse,
  value: string,
  types: readonly string[],
): Iterable<FindingDraft> {
  const type = parseContentType(value);
  if (type === undefined) {
    yield draft(documented, 'The content-type can not be read.', value, types.join(', '));
  } else if (documentedFor(documented.content, type.essence) === undefined) {
    yield draft(documented, `The content-type ${type.essence} is not documented.`, value, types.join(', '));
  } else if (isJsonType(type.essence) && type.charset !== undefined && !/^utf-?8$/.test(type.charset)) {
    // RFC 8259 section 8.1: JSON between systems is UTF-8. `us-ascii` is a subset, but nobody has business to say so.
    yield draft(documented, `JSON must be UTF-8, not ${type.charset}.`, value, 'charset=utf-8, or none');
  }
}

function draft(
  response: DocumentedResponse,
  message: string,
  received: string,
  documented: string,
): FindingDraft {
  return {
    message,
    target: 'response',
    dataPath: 'header:content-type',
    spec: response.spec,
    received,
    documented,
  };
}
