import { type CheckContext, type FindingDraft, NOTHING } from '../check.ts';
import type { SecurityScheme } from '../contract.ts';
import type { ExchangeRequest } from '../exchange.ts';
import { headersUnknown } from './headers-unknown.ts';
import { cookieValue, decodePercent, queryPairs } from './request-values.ts';

/** One of the documented ways to authenticate was used. Its value is never looked at, and never told. */
export function credentialProblems({ exchange, match }: CheckContext): readonly FindingDraft[] {
  const { security, spec } = match.operation;
  const { request } = exchange;
  if (security.length === 0 || isAuthenticated(security, request, isUsed)) return NOTHING;
  const place = security[0]?.[0]?.spec ?? spec;
  const documented = security.map((schemes) => schemes.map(say).join(' and ')).join(', or ');
  if (isAuthenticated(security, request, mayBeUsed))
    return [headersUnknown('whether it was authenticated was', place, documented)];
  return [
    {
      message: 'The request has none of the documented credentials.',
      target: 'request',
      spec: place,
      received: 'no credentials',
      documented,
    },
  ];
}

type SchemeTest = (scheme: SecurityScheme, request: ExchangeRequest) => boolean;

function isAuthenticated(
  security: readonly (readonly SecurityScheme[])[],
  request: ExchangeRequest,
  test: SchemeTest,
): boolean {
  for (const schemes of security) {
    let isComplete = true;
    for (const scheme of schemes) isComplete &&= test(scheme, request);
    if (isComplete) return true;
  }
  return false;
}

const isUsed: SchemeTest = (scheme, request) => {
  const value = credentialOf(scheme, request)?.trim();
  if (value === undefined || value === '') return false;
  if (scheme.prefix === null || value.toLowerCase().startsWith(`${scheme.prefix} `)) return true;
  return isScrubbed(value);
};

const mayBeUsed: SchemeTest = (scheme, request) =>
  isUsed(scheme, request) || (request.headersUnknown === true && scheme.in !== 'query');

/**
 * What scrubbers write in place of a whole value: `<TOKEN>`, `[redacted]`, `{{token}}`, `$TOKEN`, `***`, `FILTERED`. A
 * recording is asked to be scrubbed, and the scheme then went with the key.
 */
const SCRUBBED =
  /^(?:<[^<>]+>|\[[^[\]]+\]|\{\{?[^{}]+\}\}?|\$\{?\w+\}?|%\w+%|[*•…]+|x{3,}|-*(?:redacted|filtered|scrubbed|masked|hidden|removed|sanitized|censored|placeholder|dummy)-*)$/i;

function isScrubbed(value: string): boolean {
  return SCRUBBED.test(value.replace(/^(["'])(.*)\1$/s, '$2'));
}

function credentialOf(
  { in: place, name }: SecurityScheme,
  { headers, url }: ExchangeRequest,
): string | undefined {
  if (place === 'header') return headers[name]?.join(', ');
  if (place === 'cookie') {
    const all = headers['cookie']?.join('; ').trim();
    return all !== undefined && isScrubbed(all) ? all : cookieValue(headers, name);
  }
  const value = queryPairs(url).find(([key]) => key === name)?.[1];
  return value === undefined ? undefined : decodePercent(value);
}

function say({ in: place, name, prefix }: SecurityScheme): string {
  return prefix === null ? `${place} ${name}` : `${place} ${name} (${prefix})`;
}
