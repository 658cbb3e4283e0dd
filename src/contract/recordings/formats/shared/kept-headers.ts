import { isCredentialHeader } from '../../../../secrets/credential-names.ts';
import { redactCredential } from '../../../../secrets/redact-by-name.ts';
import type { HeaderMap } from '../../../exchange.ts';

/**
 * What a recording keeps, by name: a list of the harmless, for a list of the harmful is never complete.
 * `content-encoding`, `content-length` and `transfer-encoding` are left out because a recording holds the decoded
 * body, of which they would be wrong.
 */
const REQUEST: ReadonlySet<string> = new Set(['accept', 'content-type']);

const RESPONSE: ReadonlySet<string> = new Set([
  'allow',
  'cache-control',
  'cf-cache-status',
  'cf-ray',
  'content-language',
  'content-type',
  'date',
  'deprecation',
  'etag',
  'last-modified',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
  'retry-after',
  'server',
  'sunset',
  'vary',
  'x-request-id',
]);

/** Cookies are dropped with their names. Of other credentials the name stays, and the marker for a value. */
export function keptRequestHeaders(headers: HeaderMap): HeaderMap {
  return keep(headers, (name, values) => {
    if (REQUEST.has(name)) return values;
    return isCredentialHeader(name) && !name.includes('cookie') ? values.map(redactCredential) : undefined;
  });
}

export function keptResponseHeaders(headers: HeaderMap): HeaderMap {
  return keep(headers, (name, values) => (RESPONSE.has(name) ? values : undefined));
}

function keep(
  headers: HeaderMap,
  choose: (name: string, values: readonly string[]) => readonly string[] | undefined,
): HeaderMap {
  const kept: Record<string, readonly string[]> = Object.create(null);
  for (const name of Object.keys(headers).sort()) {
    const values = choose(name, headers[name] ?? []);
    if (values !== undefined) kept[name] = values;
  }
  return kept;
}
