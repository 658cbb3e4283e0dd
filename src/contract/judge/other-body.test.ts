import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Contract } from '../contract.ts';
import { verifyExchange, verifyExchanges } from '../contract-run.ts';
import { compileObject, toldOfExchange } from '../description/compile.test-support.ts';
import { anExchange } from '../exchange.test-support.ts';

const FORM = {
  type: 'object',
  required: ['name', 'age'],
  properties: {
    name: { type: 'string' },
    age: { type: 'integer' },
    tags: { type: 'array', items: { type: 'string' }, maxItems: 2 },
    agreed: { type: 'boolean' },
  },
};

let contract: Contract;
beforeAll(async () => {
  contract = await compileObject({
    paths: {
      '/things': {
        post: {
          requestBody: {
            required: true,
            content: {
              'application/x-www-form-urlencoded': { schema: FORM },
              'text/plain': { schema: { type: 'string', maxLength: 3 } },
              'multipart/form-data': { schema: FORM },
            },
          },
          responses: {
            200: {
              description: 'ok',
              content: {
                'text/plain; charset=utf-8': { schema: { type: 'string', pattern: '^a' } },
                'text/*': { schema: { type: 'string', pattern: '^a' } },
                'application/problem+json': { schema: { type: 'object', required: ['title'] } },
                'application/*': { schema: { type: 'object', required: ['id'] } },
              },
            },
          },
        },
      },
    },
  });
});

function told(
  [requestType, requestBody]: [string, string | undefined],
  [type, body]: [string, unknown] = ['application/json', { id: 1 }],
): string[] {
  return toldOfExchange(contract, {
    method: 'POST',
    url: 'https://x.test/things',
    requestHeaders: { 'content-type': requestType },
    ...(requestBody !== undefined && { requestBody }),
    headers: { 'content-type': type },
    body,
  });
}

describe('a request body that is no JSON', () => {
  const form = 'application/x-www-form-urlencoded';

  it.each<[string, string, string | undefined, string[]]>([
    ['a form', form, 'name=a&age=3', []],
    ['a form of a list, a boolean and a space', form, 'name=a+b&age=3&tags=x&tags=y&agreed=true', []],
    ['a form with a text for a number', form, 'name=a&age=b', ['request-conformance /age']],
    [
      'a form with a list that is too long',
      form,
      'name=a&age=3&tags=x&tags=y&tags=z',
      ['request-conformance /tags'],
    ],
    ['a form without what is required', form, 'name=a', ['request-conformance ']],
    ['a text', 'text/plain', 'abc', []],
    ['a text that is too long', 'text/plain; charset=utf-8', 'abcd', ['request-conformance ']],
    ['none where one is required', form, undefined, ['request-conformance']],
    [
      'parts without what is required',
      'multipart/form-data; boundary=x',
      '--x--',
      ['request-conformance ', 'request-conformance '],
    ],
    ['another type', 'image/png', 'x', ['request-conformance header:content-type']],
  ])('is judged: %s', (_, type, body, expected) => {
    expect(told([type, body])).toEqual(expected);
  });
});

describe('a response body', () => {
  const request: [string, string] = ['text/plain', 'abc'];

  it.each<[string, string, unknown, string[]]>([
    ['plain text', 'text/plain', 'abc', []],
    ['plain text that does not fit', 'text/plain', 'xyz', ['response-schema-conformance ']],
    ['plain text that is not UTF-8', 'text/plain', new Uint8Array([0xff]), ['malformed-body']],
    ['text of its charset', 'text/plain; charset=iso-8859-1', new Uint8Array([0x61, 0xe9]), []],
    [
      'text of its charset that does not fit',
      'text/plain; charset=iso-8859-1',
      new Uint8Array([0xe9]),
      ['response-schema-conformance '],
    ],
    [
      'text that is not of its charset',
      'text/plain; charset=shift_jis',
      new Uint8Array([0x61, 0x81]),
      ['malformed-body'],
    ],
    [
      'text of a charset that nobody knows',
      'text/plain; charset=x-mine',
      new Uint8Array([0x61, 0xe9]),
      ['malformed-body'],
    ],
    ['text of a range', 'text/csv', 'abc', []],
    ['text of a range that does not fit', 'text/csv', 'xyz', ['response-schema-conformance ']],
    ['text of a range of no known charset', 'text/csv', new Uint8Array([0xff]), []],
    ['XML under a range, which is not judged', 'text/xml', 'xyz', []],
    ['JSON of its own name', 'application/problem+json', { title: 'x' }, []],
    ['JSON of its own name, wrong', 'application/problem+json', { id: 1 }, ['response-schema-conformance ']],
    ['JSON under a range', 'application/vnd.x+json', { title: 'x' }, ['response-schema-conformance ']],
    ['no JSON under a range', 'application/pdf', '%PDF', []],
    ['JSON that is called text', 'text/json', '"b"', ['response-schema-conformance ']],
  ])('is judged by the most specific type that it falls under: %s', (_, type, body, expected) => {
    expect(told(request, [type, body])).toEqual(expected);
  });
});

describe('JSON of whatever name', () => {
  it('is judged by a range of a suffix, which is no limitation', async () => {
    const content = { 'application/*+json': { schema: { type: 'object', required: ['id'] } } };
    const of = await compileObject({
      paths: { '/a': { get: { responses: { 200: { description: 'ok', content } } } } },
    });
    const exchange = { method: 'GET', url: 'https://x.test/a', requestHeaders: {}, body: {} };
    const headers = { 'content-type': 'application/vnd.x+json' };
    expect(toldOfExchange(of, { ...exchange, headers })).toEqual(['response-schema-conformance ']);
    expect(of.limitations).toEqual([]);
  });
});

describe('a form whose properties are encoded', () => {
  const form = 'application/x-www-form-urlencoded';
  const POINT = { type: 'object', required: ['x'], properties: { x: { type: 'integer' } } };
  const LIST = { type: 'array', items: { type: 'string', maxLength: 2 } };
  const json = { contentType: 'application/json' };
  const compile = (a: unknown, encoding?: unknown): Promise<Contract> =>
    compileObject({
      paths: {
        '/f': {
          post: {
            requestBody: {
              content: {
                [form]: {
                  schema: { type: 'object', properties: { a, b: {} } },
                  ...(encoding ? { encoding: { a: encoding } } : {}),
                },
              },
            },
            responses: { 204: { description: 'nothing' } },
          },
        },
      },
    });
  const judged = async (body: string, a: unknown, encoding?: unknown): Promise<string[]> =>
    toldOfExchange(await compile(a, encoding), {
      method: 'POST',
      url: 'https://x.test/f',
      requestHeaders: { 'content-type': form },
      requestBody: body,
      status: 204,
      headers: {},
      body: undefined,
    });

  it.each<[string, unknown, unknown, string, string]>([
    ['JSON', POINT, json, 'a=%7B%22x%22:1%7D', 'a=%7B%22x%22:%221%22%7D'],
    ['JSON, as an object is by default', POINT, undefined, 'a=%7B%22x%22:1%7D', 'a=x'],
    ['a list as JSON', LIST, json, 'a=%5B%22x%22%5D', 'a=%5B%22xyz%22%5D'],
    ['a list in one value', LIST, { style: 'form', explode: false }, 'a=xy,z', 'a=xyz'],
    ['a list apart by pipes', LIST, { style: 'pipeDelimited' }, 'a=xy%7Cz', 'a=xyz'],
    ['a list by default', LIST, undefined, 'a=xy&a=z&b=1', 'a=xy,z'],
    ['an object of names', POINT, { style: 'form' }, 'x=1&b=2', 'x=a'],
    ['a deep object', POINT, { style: 'deepObject', explode: true }, 'a[x]=1', 'a[x]=b'],
    ['plain text', { enum: [1, 'x'] }, { contentType: 'text/plain' }, 'a=1', 'a=y'],
    ['a text with a number sign', { const: '#1' }, undefined, 'a=#1', 'a=%231x'],
  ])('may have %s', async (_, schema, encoding, good, bad) => {
    expect(await judged(good, schema, encoding)).toEqual([]);
    expect(await judged(bad, schema, encoding)).toEqual([expect.stringMatching(/^request-conformance \/a/)]);
  });

  it.each<[string, string[]]>([
    ['a[x][y]=1', []],
    ['a[]=1&a[x]=1', []],
    ['a[x]=1&a[x]=2', []],
    ['a[x][y]=1&a[y]=b', ['undocumented-property /a/y']],
    ['a[y][]=1', ['undocumented-property /a/y', 'request-conformance /a']],
    ['a[x][y]=1&b=2', []],
  ])('is not judged where nothing says what it means: %s', async (body, expected) => {
    expect(await judged(body, POINT, { style: 'deepObject' })).toEqual(expected);
  });

  it.each(['a[0]=1', 'a[0][plan]=x&a[1][plan]=y', 'a[]=x&a[]=y'])(
    'is not judged where a list is a deep object: %s',
    async (body) => {
      expect(await judged(body, { type: 'array', maxItems: 1 }, { style: 'deepObject' })).toEqual([]);
    },
  );

  it.each<[unknown, string[]]>([
    [json, []],
    [{ contentType: 'application/xml' }, ['forms whose property a is encoded like this are not judged']],
    [
      { style: 'deepObject' },
      [
        'unless --strict, lists and objects in a deepObject are not judged: nothing says how they are written',
      ],
    ],
  ])('as %j has these limitations', async (encoding, expected) => {
    expect((await compile(POINT, encoding)).limitations.map(({ what }) => what)).toEqual(expected);
    expect(await judged('a=<x/>', {}, { contentType: 'application/xml' })).toEqual([]);
  });
});

describe('plain text', () => {
  it.each<[string, unknown, unknown, unknown]>([
    ['a number', { type: 'integer' }, '12', '1x'],
    ['a number with a line break', { type: 'number' }, '1.5\n', '\n'],
    ['a boolean', { type: 'boolean' }, 'true', 'yes'],
    ['a listed number', { enum: [1, 2] }, '2', '3'],
    [
      'a number or a word',
      { oneOf: [{ type: 'integer' }, { type: 'string', pattern: '^[a-z]+$' }] },
      '12',
      '1x',
    ],
    ['a text of digits', { type: 'string', maxLength: 2 }, '12', '123'],
    ['a text as it stands', { type: 'string', pattern: '\\n$' }, 'a\n', 'a'],
  ])('may be %s', async (_, schema, good, bad) => {
    const content = { 'text/plain': { schema } };
    const of = await compileObject({
      paths: { '/count': { get: { responses: { 200: { description: 'ok', content } } } } },
    });
    const judged = (body: unknown): string[] =>
      toldOfExchange(of, {
        method: 'GET',
        url: 'https://x.test/count',
        requestHeaders: {},
        headers: { 'content-type': 'text/plain' },
        body,
      });
    expect(judged(good)).toEqual([]);
    expect(judged(bad)).toEqual(['response-schema-conformance ']);
  });

  it('that is malformed is not told to be JSON', () => {
    const exchange = anExchange({
      method: 'POST',
      url: 'https://x.test/things',
      requestHeaders: { 'content-type': 'text/plain' },
      requestBody: 'abc',
      headers: { 'content-type': 'text/plain' },
      body: new Uint8Array([0xff]),
    });
    expect(verifyExchange(contract, exchange)).toMatchObject([
      { message: 'The body is not UTF-8.', documented: 'text/plain; charset=utf-8' },
    ]);
  });
});

it('shows what it has, also where an integer is beyond what a double holds', async () => {
  const exchange = anExchange({
    method: 'POST',
    url: 'https://x.test/things',
    requestHeaders: { 'content-type': 'application/x-www-form-urlencoded' },
    requestBody: 'name=a&age=9007199254740993',
    headers: { 'content-type': 'application/json' },
    body: { id: 1 },
  });
  const { coverage, findings } = await verifyExchanges(contract, [exchange]);
  expect(findings).toEqual([]);
  expect(coverage.missing.map(({ name }) => name)).not.toContain('/things request.age');
  expect(coverage.kinds.property).toMatchObject({ covered: 2 });
});
