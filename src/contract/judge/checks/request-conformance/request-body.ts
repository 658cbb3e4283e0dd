import type { RequestBody } from '../../../contract.ts';
import { type ExchangeRequest, hasBody } from '../../../exchange.ts';
import { describeRemark } from '../../../json/remarks.ts';
import type { JudgedBody } from '../../body.ts';
import { bodyProblems } from '../../body-problems.ts';
import { type CheckContext, type FindingDraft, NOTHING } from '../../check.ts';
import type { ContentRead } from '../../values/content.ts';
import { headersUnknown } from './request-parameters.ts';

/** The request's body is there where one is required, is not there where none is documented, and fits its schema. */
export function requestBodyProblems(context: CheckContext): readonly FindingDraft[] {
  const { exchange, match, request } = context;
  const { requestBody, spec } = match.operation;
  if (requestBody?.unread !== undefined) return NOTHING;
  if (exchange.request.bodyUnknown === true) return [wasNotKept(requestBody, spec)];
  if (requestBody === null) {
    return hasBody(exchange.request.body)
      ? [told('The request has a body where none is documented.', spec, 'a body', 'no body')]
      : NOTHING;
  }
  if (request === undefined) return requestBody.required ? [noBody(context, requestBody)] : NOTHING;
  const { content, body } = request;
  const { headers, headersUnknown: isUnknown } = exchange.request;
  if (content.name !== undefined) return problemsOf(context, requestBody, content, body);
  if (isUnknown !== true) {
    const type = headers['content-type']?.[0];
    const isPassed = type === undefined && mayBeLeftOut(context);
    if (!isPassed) return [undocumentedType(type, requestBody)];
    context.letPass('untyped-body', requestBody.spec);
    return [untyped(requestBody), ...problemsOf(context, requestBody, content, body)];
  }
  return [typeNotJudged(requestBody, content), ...problemsOf(context, requestBody, content, body)];
}

/** Where only one media type is documented the body is judged by it: it could be no other. */
function typeNotJudged({ spec, content }: RequestBody, { mediaType }: ContentRead): FindingDraft {
  const what = mediaType === undefined ? 'its content-type and its body were' : 'its content-type was';
  const documented = Object.keys(content).join(', ');
  return { ...headersUnknown(what, spec, documented), dataPath: 'header:content-type' };
}

/** Whether a server took what was recorded, so that what is missing of it may be missing of the recording alone. */
function mayBeLeftOut({ exchange, options }: CheckContext): boolean {
  const { status } = exchange.response;
  return !options.strict && exchange.recorded === true && status >= 200 && status < 300;
}

/**
 * A recorder that drops bodies leaves their headers, and a client that has no body to send, sends none of these. A length
 * of zero says that there was none.
 */
function announcement({ headers }: ExchangeRequest): string | undefined {
  const length = headers['content-length']?.[0]?.trim();
  if (length !== undefined) return /^0*[1-9]\d*$/.test(length) ? `content-length: ${length}` : undefined;
  const type = headers['content-type']?.[0];
  return type === undefined ? undefined : `content-type: ${type}`;
}

function noBody(context: CheckContext, { spec }: RequestBody): FindingDraft {
  const announced = mayBeLeftOut(context) ? announcement(context.exchange.request) : undefined;
  if (announced === undefined) return told('The request has no body.', spec, 'no body', 'a body is required');
  context.letPass('dropped-body', spec);
  const message =
    "The recording does not hold the request's body, which its headers announce: a recorder may have dropped it.";
  return {
    ...told(message, spec, `no body, and ${announced}`, 'a body is required'),
    severity: 'warning',
    once: 'dropped-body',
  };
}

function untyped({ spec, content }: RequestBody): FindingDraft {
  const message = 'The request has a body and no content-type, and the server took it.';
  return {
    ...told(message, spec, 'no content-type', Object.keys(content).join(', ')),
    severity: 'warning',
    dataPath: 'header:content-type',
    once: 'untyped-body',
  };
}

/** Whatever the body was, the recording does not tell: no fault, and no proof either. */
function wasNotKept(documented: RequestBody | null, spec: string): FindingDraft {
  const message = "The recording does not hold the request's body, which was therefore not judged.";
  const types = documented === null ? 'no body' : Object.keys(documented.content).join(', ');
  return {
    ...told(message, documented?.spec ?? spec, 'a request without its body', types),
    severity: 'info',
  };
}

function undocumentedType(header: string | undefined, { spec, content }: RequestBody): FindingDraft {
  const message =
    header === undefined
      ? 'The request has a body and no content-type.'
      : 'The request has an undocumented content-type.';
  const documented = Object.keys(content).join(', ');
  return { ...told(message, spec, header ?? 'no content-type', documented), dataPath: 'header:content-type' };
}

function problemsOf(
  context: CheckContext,
  { spec }: RequestBody,
  { mediaType, name = 'JSON', isJson }: ContentRead,
  judged: JudgedBody,
): readonly FindingDraft[] {
  if (judged.kind === 'clean') return NOTHING;
  if (judged.kind === 'empty') return [told("The request's body is empty.", spec, 'white space', 'JSON')];
  if (judged.kind === 'malformed') {
    const documented = isJson ? 'JSON' : name;
    return [told(`The request's body ${judged.reason}.`, spec, 'a malformed body', documented)];
  }
  const remarks = judged.remarks.map(describeRemark);
  return [
    ...remarks.map((remark) => ({ ...remark, target: 'request' as const, spec })),
    ...(mediaType === undefined ? NOTHING : bodyProblems(context, mediaType, judged, 'request')),
  ];
}

function told(message: string, spec: string, received: string, documented: string): FindingDraft {
  return { message, target: 'request', spec, received, documented };
}
