import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Contract } from '../contract.ts';
import { verifyExchange } from '../contract-run.ts';
import { compileObject } from '../description/compile.test-support.ts';
import { anExchange, type ExchangeParts } from '../exchange.test-support.ts';

const SCHEMA = { type: 'object', required: ['a'], properties: { a: { type: 'integer' } } };
const operation = (content: object) => ({
  post: { requestBody: { required: true, content }, responses: { 201: { description: 'made' } } },
});

let contract: Contract;
beforeAll(async () => {
  contract = await compileObject({
    paths: {
      '/things': operation({ 'application/json': { schema: SCHEMA } }),
      '/files': operation({ 'application/json': {}, 'text/plain': {} }),
    },
  });
});

const made = (parts: ExchangeParts) =>
  anExchange({ url: 'https://x.test/things', status: 201, headers: {}, body: undefined, ...parts });

/** `severity place`, as read from a recording. */
function told(parts: ExchangeParts, options = {}): string[] {
  return verifyExchange(contract, { ...made(parts), recorded: true }, options).map(
    ({ severity, dataPath = '' }) => `${severity} ${dataPath}`.trim(),
  );
}

describe('a body that a recorder may have dropped', () => {
  it.each<[string, Record<string, string>, ExchangeParts, string[]]>([
    ['of a length', { 'content-length': '12', 'content-type': 'application/json' }, {}, ['warning']],
    ['of a type alone', { 'content-type': 'application/json' }, {}, ['warning']],
    ['of no length', { 'content-length': '0', 'content-type': 'application/json' }, {}, ['error']],
    ['that nothing announces', { accept: '*/*' }, {}, ['error']],
    ['that the server missed', { 'content-type': 'application/json' }, { status: 500 }, ['error', 'error']],
  ])('%s', (_, requestHeaders, parts, expected) => {
    expect(told({ requestHeaders, ...parts })).toEqual(expected);
    expect(told({ requestHeaders, ...parts }, { strict: true })).toEqual(expected.map(() => 'error'));
  });

  it('is missing where nobody removed anything', () => {
    const exchange = made({ requestHeaders: { 'content-type': 'application/json' } });
    expect(verifyExchange(contract, exchange).map(({ severity }) => severity)).toEqual(['error']);
  });

  it('is told once, and with the same fingerprint of each operation', () => {
    const requestHeaders = { 'content-type': 'application/json' };
    const prints = ['things', 'files'].map((path) => {
      const exchange = made({ url: `https://x.test/${path}`, requestHeaders });
      return verifyExchange(contract, { ...exchange, recorded: true })[0]?.fingerprint;
    });
    expect(new Set(prints).size).toBe(1);
  });
});

describe('a key in front of the host', () => {
  it.each([
    ['https://user:<PASSWORD>@x.test/paid', []],
    ['https://x.test/paid?to=https://user@y.test/', ['warning']],
    ['https://user:<PASSWORD>@x.test/token', ['warning']],
  ])('%s: %p', async (url, expected) => {
    const get = (scheme: string) => ({
      security: [{ [scheme]: [] }],
      responses: { 201: { description: 'ok' } },
    });
    const guarded = await compileObject({
      paths: { '/paid': { get: get('basic') }, '/token': { get: get('bearer') } },
      components: {
        securitySchemes: {
          basic: { type: 'http', scheme: 'Basic' },
          bearer: { type: 'http', scheme: 'bearer' },
        },
      },
    });
    const exchange = made({ method: 'GET', url, requestHeaders: { accept: '*/*' } });
    const found = verifyExchange(guarded, { ...exchange, recorded: true });
    expect(
      found.filter(({ check }) => check === 'request-conformance').map(({ severity }) => severity),
    ).toEqual(expected);
  });
});

describe('a body without content-type that the server took', () => {
  it.each<[string, ExchangeParts, string[]]>([
    ['fits the only type', { requestBody: '{"a":1}' }, ['warning header:content-type']],
    ['is judged by it', { requestBody: '{"a":"x"}' }, ['warning header:content-type', 'error /a']],
    ['of several types', { url: 'https://x.test/files', requestBody: '{' }, ['warning header:content-type']],
  ])('%s', (_, parts, expected) => {
    const whole = { requestHeaders: { accept: '*/*' }, ...parts };
    expect(told(whole)).toEqual(expected);
    expect(told(whole, { strict: true })).toEqual(['error header:content-type']);
  });

  it('is an error where another type was named, or the server failed', () => {
    const requestBody = '{"a":1}';
    expect(told({ requestHeaders: { 'content-type': 'text/html' }, requestBody })).toEqual([
      'error header:content-type',
    ]);
    expect(told({ requestHeaders: { accept: '*/*' }, requestBody, status: 503 })).toContain(
      'error header:content-type',
    );
  });
});
