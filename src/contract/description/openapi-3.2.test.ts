import { describe, expect, it } from '@jest/globals';
import type { Contract } from '../contract.ts';
import { compileFiles, compileObject, toldOfExchange } from './compile.test-support.ts';

const THING = { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } };
const OK = { 200: { content: { 'application/json': { schema: THING } } } };

function inOpenapi32(paths: unknown, more: Readonly<Record<string, unknown>> = {}): Promise<Contract> {
  return compileObject({ openapi: '3.2.0', paths, ...more });
}

function told(contract: Contract, method: string, url: string, body: unknown = { id: 1 }): string[] {
  return toldOfExchange(contract, { method, url: `https://x.test${url}`, requestHeaders: {}, body });
}

function limits({ limitations }: Contract): string[] {
  return limitations.map(({ what }) => what);
}

describe('the methods of OpenAPI 3.2', () => {
  const item = {
    query: { responses: OK },
    additionalOperations: { LINK: { responses: OK } },
  };

  it.each(['QUERY', 'LINK'])('are judged: %s', async (method) => {
    const contract = await inOpenapi32({ '/a': item });
    expect(told(contract, method, '/a')).toEqual([]);
    expect(told(contract, method, '/a', { id: 'x' })).toEqual(['response-schema-conformance /id']);
    expect(told(contract, 'GET', '/a')).toEqual(['undocumented-operation']);
  });

  it('are read through references', async () => {
    const contract = await inOpenapi32(
      { '/a': { $ref: '#/components/pathItems/A' } },
      {
        components: { pathItems: { A: { additionalOperations: { LINK: { $ref: '#/x-link' } } } } },
        'x-link': { responses: OK },
      },
    );
    expect(contract.operations.map(({ method }) => method)).toEqual(['LINK']);
  });

  it('are none of 3.1, which is told', async () => {
    const contract = await compileObject({ paths: { '/a': { ...item, get: { responses: OK } } } });
    expect(contract.operations.map(({ method }) => method)).toEqual(['GET']);
    expect(limits(contract)).toEqual([
      'query is not judged: OpenAPI 3.1 does not have it',
      'additionalOperations is not judged: OpenAPI 3.1 does not have it',
    ]);
  });

  it('have a field of their own, or a name among the others', async () => {
    const contract = await inOpenapi32({
      '/a': { additionalOperations: { GET: {}, LINK: { responses: OK } } },
    });
    expect(contract.operations.map(({ method }) => method)).toEqual(['LINK']);
    expect(limits(contract)).toEqual([
      'GET is not read among additionalOperations, for it has a field of its own',
    ]);
  });
});

describe('a query as one value', () => {
  const search = {
    type: 'object',
    required: ['q'],
    properties: { q: { type: 'string' }, n: { type: 'integer' } },
  };
  const asking = (type: string, media: object, required = true): Promise<Contract> =>
    inOpenapi32({
      '/a': {
        get: {
          parameters: [{ name: 'whole', in: 'querystring', required, content: { [type]: media } }],
          responses: OK,
        },
      },
    });
  const form = 'application/x-www-form-urlencoded';
  const json = 'application/json';
  const wrong = ['request-conformance querystring:whole'];

  it.each<[string, string, string, string[]]>([
    ['a form', form, '?q=a+b&n=1', []],
    ['a form of another type', form, '?q=a&n=b', wrong],
    ['a form that lacks a name', form, '?n=1', wrong],
    ['a form with a name that is not documented', form, '?q=a&o=1', ['undocumented-parameter query:o']],
    ['JSON', json, '?%7B%22q%22%3A%22a%22%7D', []],
    ['JSON of another type', json, '?%7B%22q%22%3A1%7D', wrong],
    ['no JSON', json, '?q=a', wrong],
    ['none', form, '', wrong],
  ])('is judged: %s', async (_, type, query, expected) => {
    const contract = await asking(type, { schema: search });
    expect(told(contract, 'GET', `/a${query}`)).toEqual(expected);
  });

  it('goes by its encoding', async () => {
    const encoding = { tags: { style: 'form', explode: false } };
    const schema = { type: 'object', properties: { tags: { type: 'array', items: { type: 'integer' } } } };
    const contract = await asking(form, { schema, encoding });
    expect(told(contract, 'GET', '/a?tags=1,2')).toEqual([]);
    expect(told(contract, 'GET', '/a?tags=1,x')).toEqual(wrong);
  });

  it('may be missing where it is not required', async () => {
    expect(told(await asking(form, { schema: search }, false), 'GET', '/a')).toEqual([]);
  });
});

it('a document is known by the URI that it gives itself', async () => {
  const media = (ref: string) => ({ content: { 'application/json': { schema: { $ref: ref } } } });
  const paths = {
    '/absolute': {
      get: { responses: { 200: media('https://x.test/api/openapi#/components/schemas/Thing') } },
    },
    '/relative': { get: { responses: { 200: media('openapi#/components/schemas/Thing') } } },
    '/other': { get: { responses: { 200: media('other.yaml#/Thing') } } },
  };
  const whole = {
    openapi: '3.2.0',
    $self: 'https://x.test/api/openapi',
    paths,
    components: { schemas: { Thing: THING } },
  };
  const contract = await compileFiles({
    'a.json': JSON.stringify(whole),
    'other.yaml': JSON.stringify({ Thing: THING }),
  });
  expect(limits(contract)).toEqual([]);
  for (const path of Object.keys(paths))
    expect(told(contract, 'GET', path, { id: 'x' })).toEqual(['response-schema-conformance /id']);
});

it('media types and security schemes are referred to', async () => {
  const contract = await inOpenapi32(
    {
      '/a': {
        get: {
          security: [{ '#/components/securitySchemes/device': [] }],
          responses: { 200: { content: { 'application/json': { $ref: '#/components/mediaTypes/Thing' } } } },
        },
      },
    },
    {
      components: {
        mediaTypes: { Thing: { schema: THING } },
        securitySchemes: { device: { type: 'oauth2', flows: { deviceAuthorization: { scopes: {} } } } },
      },
    },
  );
  expect(limits(contract)).toEqual([]);
  expect(told(contract, 'GET', '/a', { id: 'x' })).toEqual([
    'response-schema-conformance /id',
    'request-conformance',
  ]);
});

it('a security scheme in a file that nothing else refers to is told, and no crash', async () => {
  const paths = { '/a': { get: { security: [{ './other.yaml#/Key': [] }], responses: OK } } };
  expect(limits(await inOpenapi32(paths))).toEqual([
    '$ref leads to a file that nothing else refers to: ./other.yaml#/Key',
  ]);
});

it('a cookie of the style cookie is read as it stands', async () => {
  const schema = { type: 'string', enum: ['a%20b'] };
  const contract = await inOpenapi32({
    '/a': { get: { parameters: [{ name: 'c', in: 'cookie', style: 'cookie', schema }], responses: OK } },
  });
  const sent = (cookie: string) =>
    toldOfExchange(contract, {
      method: 'GET',
      url: 'https://x.test/a',
      requestHeaders: { cookie },
      body: { id: 1 },
    });
  expect(sent('c=a%20b')).toEqual([]);
  expect(sent('c=a b')).toEqual(['request-conformance cookie:c']);
});

it('XML is not judged, which is told', async () => {
  const contract = await inOpenapi32({
    '/a': { get: { responses: { 200: { content: { 'application/xml': { schema: THING } } } } } },
  });
  expect(limits(contract)).toEqual(['bodies of type application/xml are not judged by their schema']);
});
