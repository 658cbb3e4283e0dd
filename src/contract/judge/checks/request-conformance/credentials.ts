import type { Operation, SecurityScheme } from '../../../contract.ts';
import type { ExchangeRequest } from '../../../exchange.ts';
import { type CheckContext, type FindingDraft, NOTHING } from '../../check.ts';
import { cookieValue, decodePercent, queryPairs } from '../../values/request-parts.ts';
import { headersUnknown } from './request-parameters.ts';

/** One of the documented ways to authenticate was used. Its value is never looked at, and never told. */
export function credentialProblems(context: CheckContext): readonly FindingDraft[] {
  const { exchange, match, options } = context;
  const { security, spec } = match.operation;
  const missing = missingCredential(context);
  if (missing === undefined) return NOTHING;
  if (isAuthenticated(security, exchange.request, mayBeUsed)) {
    const { spec: place = spec, documented = '' } = missing;
    return [headersUnknown('whether it was authenticated was', place, documented)];
  }
  if (options.strict || exchange.recorded !== true) return [missing];
  return [
    {
      ...missing,
      severity: 'warning',
      message: 'The recording holds none of the documented credentials: a recorder may have removed them.',
      once: requirementOf(security),
    },
  ];
}

/** What is wrong where one of the documented ways had to be used, and none was; undefined where one was. */
export function missingCredential({ exchange, match }: CheckContext): FindingDraft | undefined {
  const { security, spec } = match.operation;
  if (security.length === 0 || isAuthenticated(security, exchange.request, isUsed)) return undefined;
  return {
    message: 'The request has none of the documented credentials.',
    target: 'request',
    spec: security[0]?.[0]?.spec ?? spec,
    received: 'no credentials',
    documented: security.map((schemes) => schemes.map(say).join(' and ')).join(', or '),
  };
}

/** Names what an operation asks for: equal for all that ask for the same. */
export function requirementOf(security: Operation['security']): string {
  const names = security.map((schemes) => schemes.map(({ scheme }) => scheme).join(' and '));
  return `missing-credential ${names.join(', or ')}`;
}

type SchemeTest = (scheme: SecurityScheme, request: ExchangeRequest) => boolean;

function isAuthenticated(
  security: Operation['security'],
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

/** Whether a request carries what a scheme asks for, or what stands for it. */
export const isUsed: SchemeTest = (scheme, request) => {
  const value = credentialOf(scheme, request)?.trim();
  if (value === undefined || value === '') return isBasic(scheme) && hasUser(request.url);
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

function isBasic({ in: place, prefix }: SecurityScheme): boolean {
  return place === 'header' && prefix === 'basic';
}

/** A client sends what stands before the host as a header of its own. Source: RFC 3986, section 3.2.1, and RFC 7617. */
function hasUser(url: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\/[^/?#@]+@/i.test(url);
}

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
