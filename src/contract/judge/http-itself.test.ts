import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Contract } from '../contract.ts';
import { startContractRun } from '../contract-run.ts';
import { compileObject } from '../description/compile.test-support.ts';
import { anExchange, type ExchangeParts } from '../exchange.test-support.ts';
import { createEngine } from './engine.ts';
import { createJudge, type Judgement } from './judge.ts';

const content = { 'application/json': { schema: { type: 'object', required: ['id'] } } };
const ok = {
  description: 'ok',
  headers: { 'X-Id': { required: true, schema: { type: 'integer' } } },
  content,
};

let contract: Contract;
beforeAll(async () => {
  const operation = (operationId: string, responses: object) => ({ operationId, responses });
  contract = await compileObject({
    paths: {
      '/plain': {
        get: operation('get', { 200: ok }),
        put: {
          ...operation('put', { 200: ok }),
          parameters: [{ name: 'n', in: 'query', required: true, schema: { type: 'integer' } }],
        },
      },
      '/ranges': { get: operation('ranges', { '2XX': ok, '3XX': ok, '4XX': ok, '5XX': ok, default: ok }) },
      '/exact': {
        get: operation(
          'exact',
          Object.fromEntries([101, 206, 304, 412, 416, 520].map((status) => [status, ok])),
        ),
      },
      '/own': { options: operation('options', { 200: ok }), head: operation('head', { 200: ok }) },
    },
  });
});

interface Parts extends ExchangeParts {
  readonly path?: string;
  readonly strict?: boolean;
  readonly headersUnknown?: true;
}

function judge({ path = '/plain', strict = false, headersUnknown, ...parts }: Parts): Judgement {
  const exchange = anExchange({
    method: 'GET',
    url: `https://x.test${path}`,
    requestHeaders: {},
    headers: {},
    body: undefined,
    ...parts,
  });
  const request = { ...exchange.request, ...(headersUnknown && { headersUnknown }) };
  return createJudge(createEngine(contract), { strict })({ ...exchange, request });
}

/** `severity check` of each finding, then each rule that let something pass. */
function told(parts: Parts): string[] {
  const { findings, lenient = [] } = judge(parts);
  return [
    ...findings.map(({ severity, check }) => `${severity} ${check}`),
    ...lenient.map(({ rule }) => rule),
  ];
}

const DRIFT = ['error status-code-conformance'];
const UNKNOWN = ['warning undocumented-operation'];
const cloudflare = { server: 'cloudflare' };
const preflight = (method: string) => ({ origin: 'https://y.test', 'access-control-request-method': method });

describe("HTTP's own doing is no drift", () => {
  it.each<[string, Parts]>([
    ['304 to If-None-Match', { status: 304, requestHeaders: { 'if-none-match': '"x"' } }],
    ['304 to If-Modified-Since', { status: 304, requestHeaders: { 'if-modified-since': 'x' } }],
    [
      "304 with the cache's body",
      {
        status: 304,
        requestHeaders: { 'if-none-match': '"x"' },
        headers: { 'content-type': 'text/html' },
        body: '<p>',
      },
    ],
    ['412 to If-Match', { method: 'PUT', status: 412, requestHeaders: { 'if-match': '"x"' } }],
    ['412 to If-Unmodified-Since', { status: 412, requestHeaders: { 'if-unmodified-since': 'x' } }],
    [
      '206 to Range, a part of a body',
      {
        status: 206,
        requestHeaders: { range: 'bytes=0-1' },
        headers: { 'content-type': 'application/json' },
        body: '{"',
      },
    ],
    ['416 to Range', { status: 416, requestHeaders: { range: 'bytes=9-' } }],
    ['101 to Upgrade', { status: 101, requestHeaders: { upgrade: 'websocket' } }],
    ['a preflight', { method: 'OPTIONS', status: 204, requestHeaders: preflight('GET') }],
    ['a preflight that is refused', { method: 'OPTIONS', status: 403, requestHeaders: preflight('put') }],
    [
      '304 where a range and a default are documented',
      { path: '/ranges', status: 304, requestHeaders: { 'if-none-match': '"x"' } },
    ],
    [
      '206 where a range and a default are documented',
      { path: '/ranges', status: 206, requestHeaders: { range: 'x' } },
    ],
  ])('%s', (_, parts) => {
    expect(told(parts)).toEqual(['http-itself']);
    expect(judge(parts).verified).toBe(false);
    expect(told({ ...parts, strict: true })).not.toEqual([]);
  });

  it.each<[string, Parts, string[]]>([
    ['304', { status: 304 }, DRIFT],
    ['304 to If-Match', { status: 304, requestHeaders: { 'if-match': '"x"' } }, DRIFT],
    ['412', { status: 412 }, DRIFT],
    ['206', { status: 206 }, DRIFT],
    ['416', { status: 416 }, DRIFT],
    ['101', { status: 101 }, DRIFT],
    [
      '200 to a conditional request',
      {
        status: 200,
        headers: { 'x-id': '1', 'content-type': 'application/json' },
        body: {},
        requestHeaders: { 'if-none-match': '"x"' },
      },
      ['error response-schema-conformance'],
    ],
    ['OPTIONS that is no preflight', { method: 'OPTIONS', status: 204 }, UNKNOWN],
    [
      'a preflight of a method that is not described',
      { method: 'OPTIONS', status: 204, requestHeaders: preflight('DELETE') },
      UNKNOWN,
    ],
    [
      'a preflight of a path that is not described',
      { path: '/x', method: 'OPTIONS', status: 204, requestHeaders: preflight('GET') },
      UNKNOWN,
    ],
    [
      'a preflight where OPTIONS is described',
      { path: '/own', method: 'OPTIONS', status: 204, requestHeaders: preflight('GET') },
      DRIFT,
    ],
    [
      '412 that a range describes',
      { path: '/ranges', status: 412, requestHeaders: { 'if-match': 'x' } },
      ['error response-headers-conformance', 'info malformed-body'],
    ],
  ])('but %s is', (_, parts, expected) => {
    expect(told(parts)).toEqual(expected);
  });

  it.each([101, 206, 304, 412, 416])('and %d is as documented where it is documented itself', (status) => {
    const asked = { upgrade: 'x', range: 'x', 'if-none-match': 'x' };
    expect(told({ path: '/exact', status, requestHeaders: asked })).toContain(
      'error response-headers-conformance',
    );
  });

  it('nor hides what is wrong with the request', () => {
    const requestHeaders = { 'if-match': '"x"', range: 'x' };
    expect(told({ method: 'PUT', path: '/plain?n=x', status: 206, requestHeaders })).toEqual([
      'error request-conformance',
      'http-itself',
    ]);
  });

  it.each([101, 206, 304, 412, 416])(
    'is %d for information where the request headers were not kept',
    (status) => {
      expect(told({ status, headersUnknown: true })).toEqual(['info status-code-conformance', 'http-itself']);
      expect(told({ status, headersUnknown: true, strict: true })).toEqual(DRIFT);
    },
  );
});

describe('HEAD where GET is described', () => {
  const headers = { 'x-id': '1', 'content-type': 'application/json' };
  it.each<[string, Parts, string[]]>([
    ['is as GET without its body', { headers }, ['http-itself']],
    ['has its status', { headers, status: 404 }, [...DRIFT, 'http-itself']],
    ['has its headers', { headers: {} }, ['error response-headers-conformance', 'http-itself']],
    ['has no body', { headers, body: { id: 1 } }, ['error content-type-conformance', 'http-itself']],
    ['is as HEAD where that is described', { path: '/own', headers }, []],
    ['is not described where only POST is', { path: '/x', headers }, UNKNOWN],
    ['is not described, strictly', { headers, strict: true }, UNKNOWN],
  ])('%s', (_, parts, expected) => {
    const status = 200;
    expect(told({ method: 'HEAD', status, ...parts })).toEqual(expected);
  });

  it('is verified', () => {
    const { verified, body } = judge({ method: 'HEAD', headers });
    expect([verified, body]).toEqual([true, undefined]);
  });
});

describe('a status of Cloudflare', () => {
  it.each([520, 521, 522, 523, 524, 525, 526, 527, 529, 530])('%d is a warning', (status) => {
    const parts = { status, headers: { ...cloudflare, 'content-type': 'text/html' }, body: '<p>' };
    for (const path of ['/plain', '/ranges']) {
      expect(told({ path, ...parts })).toEqual(['warning status-code-conformance', 'gateway-status']);
    }
    expect(told({ ...parts, strict: true })).toEqual(DRIFT);
    expect(judge(parts).verified).toBe(false);
  });

  it.each<[string, Parts]>([
    ['of nobody', { status: 520 }],
    ['of another server', { status: 520, headers: { server: 'not-cloudflare' } }],
    ['that is no such', { status: 528, headers: cloudflare }],
    ['that any server has', { status: 502, headers: cloudflare }],
  ])('is not one %s', (_, parts) => {
    expect(told(parts)).toEqual(DRIFT);
  });

  it('is judged where it is documented itself', () => {
    expect(told({ path: '/exact', status: 520, headers: cloudflare })).toContain(
      'error response-headers-conformance',
    );
  });
});

describe('no response', () => {
  it.each(['/plain', '/ranges'])('is one information, and not verified: %s', (path) => {
    expect(told({ path, status: 0 })).toEqual(['info status-code-conformance', 'no-response']);
    expect(told({ path, status: 0, strict: true })).toEqual(DRIFT);
    expect(judge({ path, status: 0 }).verified).toBe(false);
  });

  it('says nothing of its request', () => {
    expect(told({ method: 'PUT', path: '/plain?n=x', status: 0 })).toHaveLength(2);
  });
});

describe('coverage', () => {
  it('takes nothing from what HTTP does of itself', () => {
    const run = startContractRun(contract);
    const add = (parts: ExchangeParts): void => {
      run.add(
        anExchange({
          method: 'GET',
          url: 'https://x.test/plain',
          headers: cloudflare,
          body: undefined,
          ...parts,
        }),
      );
    };
    add({ status: 304, requestHeaders: { 'if-none-match': 'x' } });
    add({ status: 520 });
    add({ status: 0 });
    add({ method: 'OPTIONS', requestHeaders: preflight('GET') });
    add({ method: 'HEAD', headers: { 'x-id': '1' } });
    expect(run.report().coverage.covered).toBe(0);
    add({ status: 404 });
    expect(run.report().coverage.covered).toBe(1);
  });
});

describe('whether a body was kept', () => {
  const headers = { 'x-id': '1', 'content-type': 'application/json' };
  it.each<[Parts, Judgement['body']]>([
    [{ headers, body: { id: 1 } }, 'kept'],
    [{ headers, body: '' }, 'kept'],
    [{ headers, body: undefined }, 'not kept'],
    [{ headers, status: 404, body: 'x' }, undefined],
    [{ headers, status: 304, requestHeaders: { 'if-none-match': 'x' } }, undefined],
    [{ path: '/exact', status: 304 }, undefined],
    [{ path: '/x', body: 'x' }, undefined],
  ])('%j: %s', (parts, expected) => {
    expect(judge(parts).body).toBe(expected);
  });
});
