import { type CheckContext, type FindingDraft, NOTHING } from '../check.ts';
import type { SecurityScheme } from '../contract.ts';
import type { ExchangeRequest } from '../exchange.ts';
import { cookieValue, decodePercent, queryPairs } from './request-values.ts';

/** One of the documented ways to authenticate was used. Its value is never looked at, and never told. */
export function credentialProblems({ exchange, match }: CheckContext): readonly FindingDraft[] {
  const { security, spec } = match.operation;
  if (security.length === 0 || isAuthenticated(security, exchange.request)) return NOTHING;
  return [
    {
      message: 'The request has none of the documented credentials.',
      target: 'request',
      spec: security[0]?.[0]?.spec ?? spec,
      received: 'no credentials',
      documented: security.map((schemes) => schemes.map(say).join(' and ')).join(', or '),
    },
  ];
}

function isAuthenticated(
  security: readonly (readonly SecurityScheme[])[],
  request: ExchangeRequest,
): boolean {
  for (const schemes of security) {
    let isComplete = true;
    for (const scheme of schemes) isComplete &&= isUsed(scheme, request);
    if (isComplete) return true;
  }
  return false;
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
  if (place === 'cookie') return cookieValue(headers, name);
  const value = queryPairs(url).find(([key]) => key === name)?.[1];
  return value === undefined ? undefined : decodePercent(value);
}

function say({ in: place, name, prefix }: SecurityScheme): string {
  return prefix === null ? `${place} ${name}` : `${place} ${name} (${prefix})`;
}
