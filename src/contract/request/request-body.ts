import type { CheckContext, FindingDraft } from '../check.ts';
import type { MediaType, RequestBody } from '../contract.ts';
import { valueAt } from '../json/pointer.ts';
import { readJson } from '../json/read-json.ts';
import { documentedFor, isJsonType, parseContentType } from '../media-type.ts';
import { hasBody } from '../response-body.ts';
import { describeProblem } from '../schema/describe-problem.ts';
import { explainErrors, placeOfError } from '../schema/explain-errors.ts';

/** The request's body is there where one is required, is not there where none is documented, and fits its schema. */
export function* requestBodyProblems(context: CheckContext): Iterable<FindingDraft> {
  const { body, headers } = context.exchange.request;
  const { requestBody, spec } = context.match.operation;
  if (!hasBody(body)) {
    if (requestBody?.required) {
      const documented = 'a body is required';
      yield {
        message: 'The request has no body.',
        target: 'request',
        spec: requestBody.spec,
        received: 'no body',
        documented,
      };
    }
    return;
  }
  if (requestBody === null) {
    const message = 'The request has a body where none is documented.';
    yield { message, target: 'request', spec, received: 'a body', documented: 'no body' };
    return;
  }
  const header = headers['content-type']?.[0];
  const type = header === undefined ? undefined : parseContentType(header);
  const mediaType = type === undefined ? undefined : documentedFor(requestBody.content, type.essence);
  if (type === undefined || mediaType === undefined) {
    yield {
      message:
        header === undefined
          ? 'The request has a body and no content-type.'
          : 'The request has an undocumented content-type.',
      target: 'request',
      dataPath: 'header:content-type',
      spec: requestBody.spec,
      received: header ?? 'no content-type',
      documented: Object.keys(requestBody.content).join(', '),
    };
  } else if (isJsonType(type.essence)) yield* judgeJson(context, requestBody, mediaType);
}

function* judgeJson(
  { contract, exchange }: CheckContext,
  requestBody: RequestBody,
  { schema }: MediaType,
): Iterable<FindingDraft> {
  const json = readJson(exchange.request.body);
  if (json.kind !== 'json') {
    const reason = json.kind === 'malformed' ? json.reason : 'is empty';
    yield {
      message: `The request's body ${reason}.`,
      target: 'request',
      spec: requestBody.spec,
      documented: 'JSON',
    };
    return;
  }
  if (schema === null) return;
  for (const problem of explainErrors(schema, json.value, contract.validators)) {
    yield {
      ...describeProblem(problem, valueAt(json.value, problem.path), contract.shapes),
      target: 'request',
      dataPath: problem.path,
      spec: placeOfError(problem.error) ?? requestBody.spec,
    };
  }
}
