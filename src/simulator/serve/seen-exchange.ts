import { REDACTED } from '../../secrets/redact-by-name.ts';
import { type Answer, hasBody } from '../answers.ts';
import type { Incoming, Redactor, RequestEntry } from './request-log.ts';

/** One request with its answer, as it could be recorded. The key is already gone from it. */
export interface SeenExchange {
  readonly request: {
    readonly method: string;
    readonly url: string;
    /** Lower-case names to values. */
    readonly headers: Readonly<Record<string, readonly string[]>>;
    readonly body: string | undefined;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, readonly string[]>>;
    readonly body: string;
  };
  /** What the log says about it. */
  readonly entry: RequestEntry;
}

const SECRET_HEADERS: ReadonlySet<string> = new Set([
  'x-api-key',
  'authorization',
  'cookie',
  'proxy-authorization',
]);

export function seenExchange(
  incoming: Incoming,
  answer: Answer,
  entry: RequestEntry,
  redact: Redactor,
): SeenExchange {
  const { status, headers, body } = answer;
  return {
    request: {
      method: incoming.method,
      url: redact(incoming.url.href),
      headers: fields(incoming.headers.entries(), redact),
      body: incoming.body === undefined ? undefined : redact(incoming.body),
    },
    response: {
      status,
      headers: fields(Object.entries(headers), redact),
      body: hasBody(incoming.method, status) ? redact(body) : '',
    },
    entry,
  };
}

function fields(pairs: Iterable<[string, string]>, redact: Redactor): Record<string, readonly string[]> {
  const map: Record<string, readonly string[]> = Object.create(null);
  for (const [name, value] of pairs) map[name] = [SECRET_HEADERS.has(name) ? redacted(value) : redact(value)];
  return map;
}

/** The scheme stays: that a bearer token was sent is no secret. */
function redacted(value: string): string {
  return /^bearer /i.test(value) ? `Bearer ${REDACTED}` : REDACTED;
}
