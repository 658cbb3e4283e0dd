import type { ErrorAnswer } from './error-answers.ts';
import { type ErrorBody, gatewayError, serviceError } from './error-bodies.ts';
import { type HeaderSource, jsonHeaders } from './headers.ts';
import { renderOnce } from './render.ts';

/** A response that is decided, but not yet under way: what both forms of the simulator deliver. */
export interface Answer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer with a JSON body and the observed headers. */
export function jsonAnswer(status: number, value: object, source: HeaderSource): Answer {
  const rendered = renderOnce(value);
  return { status, headers: jsonHeaders(rendered, source), body: rendered.body };
}

/** An error, answering a request for `path`. */
export function errorAnswer(error: ErrorAnswer, path: string, source: HeaderSource): Answer {
  const answer = jsonAnswer(error.status, errorBody(error, path, source), source);
  if (error.retryAfter === undefined) return answer;
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(error.retryAfter) } };
}

function errorBody(error: ErrorAnswer, path: string, source: HeaderSource): ErrorBody {
  if (error.shape === 'service') return serviceError(error.status, error.message, path, source.now());
  if (error.shape === 'bare') return { error: error.message };
  return gatewayError(source.hex(16), error.message, error.tag);
}
