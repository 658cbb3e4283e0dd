import type { CheckContext, FindingDraft } from '../check.ts';
import type { SecurityScheme } from '../contract.ts';
import type { ExchangeRequest } from '../exchange.ts';
import { cookieValue, queryValues } from './request-values.ts';

/** One of the documented ways to authenticate was used. Its value is never looked at, and never told. */
export function* credentialProblems({ exchange, match }: CheckContext): Iterable<FindingDraft> {
  const { security } = match.operation;
  if (security.length === 0) return;
  if (security.some((schemes) => schemes.every((scheme) => isUsed(scheme, exchange.request)))) return;
  yield {
    message: 'The request has none of the documented credentials.',
    target: 'request',
    spec: security[0]?.[0]?.spec ?? match.operation.spec,
    received: 'no credentials',
    documented: security.map((schemes) => schemes.map(say).join(' and ')).join(', or '),
  };
}

function isUsed(scheme: SecurityScheme, request: ExchangeRequest): boolean {
  const value = credentialOf(scheme, request)?.trim();
  if (value === undefined || value === '') return false;
  if (scheme.prefix === null) return true;
  return value.toLowerCase().startsWith(`${scheme.prefix} `);
}

function credentialOf(
  { in: place, name }: SecurityScheme,
  { headers, url }: ExchangeRequest,
): string | undefined {
  if (place === 'header') return headers[name]?.join(', ');
  return place === 'query' ? queryValues(url, name)?.[0] : cookieValue(headers, name);
}

function say({ in: place, name, prefix }: SecurityScheme): string {
  return prefix === null ? `${place} ${name}` : `${place} ${name} (${prefix})`;
}
