import { describe, expect, it } from '@jest/globals';
import { bundledContract } from './bundled-contract.ts';
import { verifyExchange } from './contract-run.ts';
import { anExchange, ENRICHMENT, type ExchangeParts } from './exchange.test-support.ts';
import { runCheck } from './judge/judge.ts';

const KEY = 'test-key-1234567890';
const URL = 'https://api.exa.ai/websets/v0/websets/webset_1/enrichments/wenrich_1';
const GATEWAY_ERROR = { requestId: 'r1', error: 'bad key' };

/** `check dataPath` of every finding. */
function told(parts: ExchangeParts): string[] {
  const findings = verifyExchange(bundledContract, anExchange(parts));
  return findings.map(({ check, dataPath }) => (dataPath === undefined ? check : `${check} ${dataPath}`));
}

/** Every finding in words. */
function said(parts: ExchangeParts): string[] {
  const findings = verifyExchange(bundledContract, anExchange(parts));
  return findings.map(
    ({ severity, message, received, documented }) => `${severity}: ${message} ${received} | ${documented}`,
  );
}

function enrichment(change: Record<string, unknown>): Record<string, unknown> {
  return { ...ENRICHMENT, ...change };
}

describe('an exchange that the contract allows', () => {
  it.each<[string, ExchangeParts]>([
    ['a cancel answered with pending', {}],
    ['a read', { method: 'GET', url: URL }],
    ['a method in lower case', { method: 'post' }],
    [
      'another host with the same base path',
      { url: `${URL.replace('https://api.exa.ai', 'http://127.0.0.1:4010')}/cancel` },
    ],
    ['an externalId of odd characters', { url: `${URL.replace('webset_1', 'a%2Fb%20%C3%BC%25')}/cancel` }],
    [
      'a query that nobody described, where it was refused',
      { url: `${URL}/cancel?x=1`, status: 401, body: GATEWAY_ERROR },
    ],
    [
      'the empty object as the body of a cancel',
      { requestBody: '{}', requestHeaders: { 'X-Api-Key': KEY, 'content-type': 'application/json' } },
    ],
    ['a bearer token', { requestHeaders: { Authorization: `Bearer ${KEY}` } }],
    [
      'no key, where the server refused the call for it',
      { requestHeaders: {}, status: 401, body: GATEWAY_ERROR },
    ],
    ['a content-type without charset', { headers: { 'content-type': 'application/json' } }],
    ['a quoted charset in capitals', { headers: { 'content-type': 'Application/JSON; Charset="UTF-8"' } }],
    ['metadata left out', { body: enrichment({ metadata: undefined }) }],
    [
      'headers of proxies',
      {
        headers: {
          'content-type': 'application/json',
          'cf-ray': 'x',
          vary: 'Origin',
          'access-control-allow-origin': '*',
        },
      },
    ],
  ])('%s gives no finding', (_, parts) => {
    expect(told(parts)).toEqual([]);
  });
});

describe('each difference is told once, by the check whose claim it breaks', () => {
  const differences: readonly [string, ExchangeParts, string[]][] = [
    [
      'a path next door',
      { url: 'https://api.exa.ai/websets/v0/websets/webset_1/cancel' },
      ['undocumented-operation'],
    ],
    [
      'a base path that is missing',
      { url: 'https://api.exa.ai/v0/websets/a/enrichments/b/cancel' },
      ['undocumented-operation'],
    ],
    ['a query that nobody described', { url: `${URL}/cancel?x=1` }, ['undocumented-parameter query:x']],
    ['a method that is not described', { method: 'DELETE', url: URL }, ['undocumented-operation']],
    [
      'a dot segment for an id',
      { url: `${URL.replace('wenrich_1', '..')}/cancel` },
      ['undocumented-operation'],
    ],
    [
      'an encoded dot segment',
      { url: `${URL.replace('wenrich_1', '%2E%2e')}/cancel` },
      ['undocumented-operation'],
    ],
    ['a status that is not documented', { status: 201 }, ['status-code-conformance']],
    ['no content-type', { headers: {} }, ['content-type-conformance header:content-type']],
    [
      'another charset',
      { headers: { 'content-type': 'application/json; charset=iso-8859-1' } },
      ['content-type-conformance header:content-type'],
    ],
    [
      'a content-type that is none',
      { headers: { 'content-type': 'json' } },
      ['content-type-conformance header:content-type'],
    ],
    [
      'an HTML page',
      { headers: { 'content-type': 'text/html' }, body: '<h1>Hi</h1>' },
      ['content-type-conformance header:content-type'],
    ],
    [
      'JSON called plain text, with a fault of its own',
      { headers: { 'content-type': 'text/plain' }, body: enrichment({ id: 1 }) },
      ['content-type-conformance header:content-type', 'response-schema-conformance /id'],
    ],
    ['an empty body', { body: '' }, ['malformed-body']],
    ['no body', { body: undefined }, ['malformed-body']],
    ['a truncated body', { body: JSON.stringify(ENRICHMENT).slice(0, 50) }, ['malformed-body']],
    ['a byte order mark', { body: `\uFEFF${JSON.stringify(ENRICHMENT)}` }, ['malformed-body']],
    ['bytes that are not UTF-8', { body: new Uint8Array([0x22, 0xff, 0x22]) }, ['malformed-body']],
    ['NaN', { body: JSON.stringify(ENRICHMENT).replace('null', 'NaN') }, ['malformed-body']],
    ['something after the end', { body: `${JSON.stringify(ENRICHMENT)};` }, ['malformed-body']],
    [
      'a key twice',
      { body: JSON.stringify(ENRICHMENT).replace('{', '{"id":"other",') },
      ['malformed-body /id'],
    ],
    ['a missing property', { body: enrichment({ websetId: undefined }) }, ['response-schema-conformance ']],
    [
      'a status that does not exist',
      { body: enrichment({ status: 'cancelled' }) },
      ['response-schema-conformance /status'],
    ],
    [
      'a number for a text',
      { body: enrichment({ description: 1 }) },
      ['response-schema-conformance /description'],
    ],
    [
      'a null where none may be',
      { body: enrichment({ createdAt: null }) },
      ['response-schema-conformance /createdAt'],
    ],
    [
      'a space in a date',
      { body: enrichment({ createdAt: '2025-01-01 00:00:00Z' }) },
      ['response-schema-conformance /createdAt'],
    ],
    [
      'an option without label',
      { body: enrichment({ options: [{ label: 'a' }, {}] }) },
      ['response-schema-conformance /options/1'],
    ],
    [
      'metadata that is too long',
      { body: enrichment({ metadata: { a: 'x'.repeat(1001) } }) },
      ['response-schema-conformance /metadata/a'],
    ],
    ['null for a body', { body: null }, ['response-schema-conformance ']],
    ['an array for a body', { body: [] }, ['response-schema-conformance ']],
    [
      'an error body of no known form',
      { status: 404, body: { hello: 1 } },
      ['response-schema-conformance ', 'undocumented-property /hello'],
    ],
    [
      'an undocumented property',
      { body: enrichment({ surprise: true }) },
      ['undocumented-property /surprise'],
    ],
    [
      'an undocumented property in a list',
      { body: enrichment({ options: [{ label: 'a', x: 1 }] }) },
      ['undocumented-property /options/0/x'],
    ],
    [
      'an undocumented property in an error',
      { status: 401, body: { ...GATEWAY_ERROR, hint: 'x' } },
      ['undocumented-property /hint'],
    ],
    [
      'an undocumented header',
      { headers: { 'content-type': 'application/json', 'x-new': '1' } },
      ['response-headers-conformance header:x-new'],
    ],
    ['no credentials', { requestHeaders: {} }, ['request-conformance']],
    ['empty credentials', { requestHeaders: { 'x-api-key': ' ' } }, ['request-conformance']],
    [
      'credentials of another scheme',
      { requestHeaders: { authorization: `Basic ${KEY}` } },
      ['request-conformance'],
    ],
    ['an empty id', { url: `${URL.replace('wenrich_1', '')}/cancel` }, ['request-conformance path:id']],
    ['a body with a read', { method: 'GET', url: URL, requestBody: '{}' }, ['request-conformance']],
    [
      'a body of a cancel that is not the empty object',
      { requestBody: '{"id":1}', requestHeaders: { 'x-api-key': KEY, 'content-type': 'application/json' } },
      ['request-conformance '],
    ],
    ['a body without content-type', { requestBody: '{}' }, ['request-conformance header:content-type']],
  ];

  it.each(differences)('%s', (_, parts, wanted) => {
    expect(told(parts)).toEqual(wanted);
  });

  it('and in words', () => {
    expect(differences.flatMap(([name, parts]) => [`${name}:`, ...said(parts)])).toMatchSnapshot();
  });
});

describe('what the recording does not hold', () => {
  it.each<[string, ExchangeParts, string]>([
    [
      'a body',
      { body: undefined },
      'malformed-body: The recording does not hold the body, which was therefore not judged.',
    ],
    [
      'a response',
      { status: 0, headers: {}, body: undefined },
      'status-code-conformance: The recording holds no response: the request was aborted, blocked or never answered.',
    ],
  ])('is no fault of the server, and is said: %s', (_, parts, said) => {
    const findings = verifyExchange(bundledContract, anExchange(parts));
    expect(findings.map(({ check, severity, message }) => [severity, `${check}: ${message}`])).toEqual([
      ['info', said],
    ]);
  });
});

describe('a request body that the recording does not hold', () => {
  it.each([
    ['may be there', 'POST', `${URL}/cancel`],
    ['is not documented', 'GET', URL],
  ])('is no missing one, and is said: one that %s', (_, method, url) => {
    const exchange = anExchange({ method, url });
    const request = { ...exchange.request, bodyUnknown: true as const };
    const findings = verifyExchange(bundledContract, { ...exchange, request });
    expect(findings.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      "info: The recording does not hold the request's body, which was therefore not judged.",
    ]);
  });
});

describe('an undocumented operation', () => {
  const exchange = anExchange({ url: 'https://api.exa.ai/websets/v0/imports' });

  it.each([
    ['warn', ['warning']],
    ['error', ['error']],
    ['ignore', []],
  ] as const)('is, with the strategy %s, %j', (undocumented, severities) => {
    expect(
      verifyExchange(bundledContract, exchange, { undocumented }).map(({ severity }) => severity),
    ).toEqual(severities);
  });
});

describe('a check that crashes', () => {
  it('is told as an error, not swallowed', () => {
    const context = {} as Parameters<typeof runCheck>[1];
    const broken = {
      id: 'malformed-body' as const,
      run: (): never => {
        throw new Error('no such thing');
      },
    };
    expect(runCheck(broken, context)).toEqual([
      [
        'check-crashed',
        { message: 'The check malformed-body could not run: no such thing', target: 'response' },
      ],
    ]);
  });
});
