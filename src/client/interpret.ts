import { createStatusError } from './create-status-error.ts';
import type { Enrichment } from './enrichment.ts';
import { ResponseValidationError } from './errors/response-validation-error.ts';
import type { Limits } from './limits.ts';
import type { Operation } from './operation.ts';
import { decodeText, parseJson } from './parse-json.ts';
import type { Reply } from './transport.ts';

/** What a reply means: an enrichment that matches the schema, or an error that says what it is instead. */
export function interpret(
  reply: Reply,
  { validate }: Operation,
  validation: Limits['validation'],
  now: number,
  warn: (error: ResponseValidationError) => void,
): Enrichment {
  const { status, headers } = reply;
  if (status < 200 || status > 299) throw createStatusError(status, headers, decodeText(reply.body), now);
  const body = parseJson(reply);
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  if (validation === 'off' && isObject) return body as Enrichment;
  if (validate(body)) return body;
  const issues = (validate.errors ?? []).map(({ instancePath, message = '', keyword }) => ({
    path: instancePath,
    message,
    keyword,
  }));
  const list = issues.slice(0, 3).map(({ path, message }) => `${path} ${message}`.trim());
  const error = new ResponseValidationError(`the answer (${status}) is no enrichment: ${list.join('; ')}.`, {
    status,
    issues,
    body,
    requestId: headers.get('x-request-id') ?? undefined,
    mayHaveSucceeded: true,
  });
  if (validation !== 'warn' || !isObject) throw error;
  warn(error);
  return body as Enrichment;
}
