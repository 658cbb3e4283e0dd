import type { Validator } from '../../generated/client-validators.js';
import type { Core } from './core.ts';
import { createStatusError } from './create-status-error.ts';
import { ResponseValidationError } from './errors/response-validation-error.ts';
import { callSafely } from './notify.ts';
import type { Call } from './operation.ts';
import { decodeText, parseJson } from './parse-json.ts';
import { redactError } from './redact.ts';
import { parseRetryAfter } from './retry-after.ts';
import type { Reply } from './transport.ts';

/** What a reply means: a body that matches the schema, or an error that says what it is instead. */
export function interpret<Result>(
  { runtime, logger }: Core,
  { ids, limits, key, route }: Call<Result>,
  reply: Reply,
  validate: Validator<Result>,
): Result {
  const { status, headers } = reply;
  if (status < 200 || status > 299) {
    throw createStatusError(status, headers, decodeText(reply.body), runtime.date(), key);
  }
  if ('asked' in route) route.asked = parseRetryAfter(headers, runtime.date());
  const body = parseJson(reply);
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  // Whatever the validation: that another one is canceled says nothing about this one. (The Webset can't be told by its
  // id: it may have been addressed by its externalId.)
  const { id } = Object(body);
  const isOther = typeof id === 'string' && id !== ids.id;
  if (limits.validation === 'off' && isObject && !isOther) return body as Result;
  if (validate(body) && !isOther) return body;
  const issues = isOther
    ? [{ path: '/id', message: 'must be the id that was asked for', keyword: 'const' }]
    : (validate.errors ?? []).map(({ instancePath, message, keyword }) => ({
        path: instancePath,
        message,
        keyword,
      }));
  const list = issues.slice(0, 3).map(({ path, message }) => `${path} ${message}`.trim());
  const error = new ResponseValidationError(
    `the answer (${status}) is not as documented: ${list.join('; ')}.`,
    {
      status,
      issues,
      body,
      requestId: headers.get('x-request-id') ?? undefined,
      mayHaveSucceeded: true,
    },
  );
  if (limits.validation === 'error' || !isObject || isOther) throw error;
  const { message } = redactError(error, key);
  callSafely(() => logger?.warn(`exa-enrichments: ${message}`, { issues: error.issues }));
  return body as Result;
}
