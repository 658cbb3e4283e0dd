import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Contract } from '../../contract.ts';
import { startContractRun, verifyExchange } from '../../contract-run.ts';
import { anExchange } from '../../exchange.test-support.ts';
import { compileObject, toldOfExchange } from '../compile.test-support.ts';

const ACCOUNT = {
  type: 'object',
  required: ['id', 'name', 'password'],
  properties: {
    id: { type: 'string', readOnly: true },
    name: { type: 'string' },
    password: { $ref: '#/components/schemas/Secret' },
  },
};
const content = { 'application/json': { schema: { $ref: '#/components/schemas/Account' } } };

let contract: Contract;
beforeAll(async () => {
  contract = await compileObject({
    paths: {
      '/accounts': {
        post: {
          operationId: 'create',
          requestBody: { required: true, content },
          responses: { 200: { description: 'ok', content }, 204: { description: 'nothing' } },
        },
      },
    },
    components: {
      schemas: {
        Account: ACCOUNT,
        Secret: { type: 'string', minLength: 3, writeOnly: true },
      },
    },
  });
});

const sent = {
  method: 'POST',
  url: 'https://x.test/accounts',
  requestHeaders: { 'content-type': 'application/json' },
};

function told(request: unknown, response: unknown): string[] {
  return toldOfExchange(contract, { ...sent, requestBody: JSON.stringify(request), body: response });
}

describe('a property that is readOnly or writeOnly', () => {
  const request = { name: 'a', password: 'secret' };
  const response = { id: '1', name: 'a' };

  it('is not required where it may not be', () => {
    expect(told(request, response)).toEqual([]);
  });

  it('is a finding there', () => {
    expect(told({ ...request, id: '1' }, response)).toEqual(['request-conformance /id']);
    expect(told(request, { ...response, password: 'secret' })).toEqual([
      'response-schema-conformance /password',
    ]);
  });

  it('is required, and judged, where it may be', () => {
    expect(told({ name: 'a' }, { name: 'a' })).toEqual([
      'response-schema-conformance ',
      'request-conformance ',
    ]);
    expect(told({ name: 'a', password: 'x' }, response)).toEqual(['request-conformance /password']);
  });

  it('is told as what it is: a secret let out is worse than a field sent for nothing', () => {
    const parts = { ...sent, requestBody: JSON.stringify({ ...request, id: '1' }) };
    const findings = verifyExchange(contract, anExchange({ ...parts, body: { ...response, password: 'x' } }));
    expect(findings).toMatchObject([
      {
        severity: 'error',
        message: '/password is writeOnly, and does not belong in a response.',
        spec: { pointer: '/components/schemas/Account/properties/password' },
      },
      {
        severity: 'warning',
        message: '/id is readOnly, and does not belong in a request.',
        spec: { pointer: '/components/schemas/Account/properties/id/readOnly' },
      },
    ]);
  });

  it('is not asked of the recordings where it may not be', () => {
    const { coverage } = startContractRun(contract).report();
    expect(coverage.ineligible.map(({ kind, name, reason }) => `${kind} ${name}: ${reason}`)).toEqual([
      'property Account.id: readOnly',
      'property Account.password: writeOnly',
    ]);
    expect(coverage.missing.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Account.id', 'Account.password', 'Account.name']),
    );
  });
});

describe('a property that says so beside its $ref', () => {
  const compile = (openapi: string): Promise<Contract> => {
    const properties = { id: { $ref: '#/components/schemas/Id', readOnly: true } };
    const schema = { type: 'object', required: ['id'], properties };
    return compileObject({
      openapi,
      paths: {
        '/accounts': {
          post: {
            requestBody: { content: { 'application/json': { schema } } },
            responses: { 204: { description: 'nothing' } },
          },
        },
      },
      components: { schemas: { Id: { type: 'string' } } },
    });
  };

  it.each(['3.0.4', '3.1.1'])('is told by it, in each version: %s', async (openapi) => {
    const parts = { ...sent, status: 204, headers: {}, body: undefined };
    const of = await compile(openapi);
    expect(toldOfExchange(of, { ...parts, requestBody: '{"id":"x"}' })).toEqual(['request-conformance /id']);
    expect(toldOfExchange(of, { ...parts, requestBody: '{}' })).toEqual([]);
  });
});

describe('what another schema requires of a property that may not be there', () => {
  const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
  const own = { type: 'object', properties: { id: { readOnly: true }, n: {} } };
  const schemas = {
    Req: { type: 'object', required: ['id', 'n'] },
    Far: { allOf: [ref('Req')] },
    Either: { oneOf: [{ required: ['id', 'n'] }, { required: ['x'] }] },
    Knows: own,
  };

  it.each<[string, object]>([
    ['the schema itself', { ...own, required: ['id', 'n'] }],
    ['one beside it', { allOf: [ref('Req'), own] }],
    ['one that follows it', { allOf: [own, ref('Req')] }],
    ['one behind that', { allOf: [ref('Far'), own] }],
    ['an alternative', { allOf: [ref('Either'), own] }],
    ['one beside a $ref', { ...ref('Req'), ...own }],
    ['one beside one that knows it', { allOf: [ref('Knows'), ref('Req')] }],
  ])('is not required: %s', async (_, schema) => {
    const content = { 'application/json': { schema } };
    const strict = await compileObject({
      paths: {
        '/accounts': {
          post: { requestBody: { content }, responses: { 200: { description: 'ok', content } } },
          put: {
            requestBody: { content: { 'application/json': { schema: ref('Req') } } },
            responses: { 200: { description: 'ok', content } },
          },
        },
      },
      components: { schemas },
    });
    const told = (request: object, response: object, method = 'POST'): string[] =>
      toldOfExchange(strict, { ...sent, method, requestBody: JSON.stringify(request), body: response });
    expect(told({ n: 1 }, { id: 1, n: 1 })).toEqual([]);
    expect(told({}, { id: 1, n: 1 })).toEqual(['request-conformance ']);
    expect(told({ n: 1 }, { n: 1 })).toEqual(['response-schema-conformance ']);
    expect(told({ n: 1 }, { id: 1, n: 1 }, 'PUT')).toEqual(['request-conformance ']);
  });
});

describe('what a schema requires of another one it builds on', () => {
  it('does not mean what may not be there', async () => {
    const strict = await compileObject({
      paths: {
        '/accounts': {
          get: {
            responses: {
              200: {
                description: 'ok',
                content: {
                  'application/json': {
                    schema: { allOf: [{ $ref: '#/components/schemas/A' }, { required: ['p', 'q'] }] },
                  },
                },
              },
            },
          },
        },
      },
      components: { schemas: { A: { properties: { p: { writeOnly: true }, q: {} } } } },
    });
    const parts = { method: 'GET', url: 'https://x.test/accounts', requestHeaders: {} };
    expect(toldOfExchange(strict, { ...parts, body: { q: 1 } })).toEqual([]);
    expect(toldOfExchange(strict, { ...parts, body: {} })).toEqual(['response-schema-conformance ']);
  });
});

describe('what says that it is readOnly or writeOnly', () => {
  const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
  const schemas = {
    Id: { type: 'string' },
    Read: { readOnly: true },
    Write: { writeOnly: true },
    Deep: { allOf: [{ $ref: '#/components/schemas/Read' }] },
  };
  const ofList = (keyword: string): object => ({
    type: 'array',
    items: { type: 'object', required: ['p'], properties: { p: { type: 'string', [keyword]: true } } },
  });

  it.each<[string, object, object, unknown]>([
    ['the property', { readOnly: true }, { writeOnly: true }, 'x'],
    ['what it refers to', ref('Read'), ref('Write'), 'x'],
    [
      'a member of its allOf',
      { allOf: [ref('Id'), { readOnly: true }] },
      { allOf: [ref('Id'), { writeOnly: true }] },
      'x',
    ],
    [
      'what a member of its allOf refers to',
      { allOf: [ref('Id'), ref('Deep')] },
      { allOf: [ref('Write')] },
      'x',
    ],
    ['itself beside a $ref', { ...ref('Id'), readOnly: true }, { ...ref('Id'), writeOnly: true }, 'x'],
  ])('may be %s', async (_, read, write, value) => {
    for (const openapi of ['3.0.4', '3.1.1']) {
      const schema = { type: 'object', required: ['r', 'w'], properties: { r: read, w: write } };
      const content = { 'application/json': { schema } };
      const of = await compileObject({
        openapi,
        paths: {
          '/accounts': {
            post: { requestBody: { content }, responses: { 200: { description: 'ok', content } } },
          },
        },
        components: { schemas },
      });
      const told = (request: object, response: object, strict = false): string[] =>
        verifyExchange(of, anExchange({ ...sent, requestBody: JSON.stringify(request), body: response }), {
          strict,
        }).map(({ severity, target, dataPath }) => `${severity} ${target} ${dataPath}`);
      expect(told({ w: value }, { r: value })).toEqual([]);
      expect(told({ w: value, r: value }, { r: value })).toEqual(['warning request /r']);
      expect(told({ w: value, r: value }, { r: value }, true)).toEqual(['error request /r']);
      expect(told({ w: value }, { r: value, w: value })).toEqual(['error response /w']);
      expect(told({}, {})).toEqual(['error response ', 'error request ']);
      const beside = of.limitations.find(({ what }) => what.startsWith('readOnly and writeOnly are taken'));
      expect(beside?.places.length).toBe(
        openapi === '3.0.4' && '$ref' in read && 'readOnly' in read ? 4 : undefined,
      );
    }
  });

  it('may be the items of a list', async () => {
    const content = {
      'application/json': { schema: { properties: { r: ofList('readOnly'), w: ofList('writeOnly') } } },
    };
    const of = await compileObject({
      paths: {
        '/accounts': {
          post: { requestBody: { content }, responses: { 200: { description: 'ok', content } } },
        },
      },
    });
    const told = (request: object, response: object): string[] =>
      toldOfExchange(of, { ...sent, requestBody: JSON.stringify(request), body: response });
    expect(told({ r: [{}], w: [{ p: 'x' }] }, { r: [{ p: 'x' }], w: [{}] })).toEqual([]);
    expect(told({ r: [{ p: 'x' }] }, { w: [{ p: 'x' }] })).toEqual([
      'response-schema-conformance /w/0/p',
      'request-conformance /r/0/p',
    ]);
    expect(told({ w: [{}] }, { r: [{}] })).toEqual([
      'response-schema-conformance /r/0',
      'request-conformance /w/0',
    ]);
  });
});
