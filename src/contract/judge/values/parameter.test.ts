import { describe, expect, it } from '@jest/globals';
import type { Contract } from '../../contract.ts';
import { compileObject, toldOfExchange } from '../../description/compile.test-support.ts';

interface Described {
  readonly name?: string;
  readonly in: string;
  readonly schema?: unknown;
  readonly style?: string;
  readonly explode?: boolean;
  readonly required?: boolean;
  readonly allowEmptyValue?: boolean;
  readonly content?: unknown;
}

/** What is told of a request to `/things/{id}` whose one described parameter is `p`. */
async function told(
  parameter: Described,
  {
    path = '1',
    query = '',
    headers = {},
  }: { path?: string; query?: string; headers?: Record<string, string> },
): Promise<string[]> {
  const exchange = {
    method: 'GET',
    url: `https://x.test/things/${path}${query}`,
    requestHeaders: headers,
    status: 204,
    headers: {},
    body: undefined,
  };
  return toldOfExchange(await describing(parameter), exchange, { ignoreParameters: ['q'] });
}

function describing(parameter: Described): Promise<Contract> {
  return compileObject({
    paths: {
      '/things/{p}': {
        get: { parameters: [{ name: 'p', ...parameter }], responses: { 204: { description: 'nothing' } } },
      },
    },
  });
}

const INTEGER = { type: 'integer' };
const INTEGERS = { type: 'array', items: INTEGER, minItems: 2 };
const POINT = { type: 'object', required: ['x', 'y'], properties: { x: INTEGER, y: INTEGER } };

describe('a parameter is read as its style writes it', () => {
  it.each<[string, Described, Parameters<typeof told>[1], Parameters<typeof told>[1]]>([
    ['a number in the path', { in: 'path', schema: INTEGER }, { path: '12' }, { path: '1x' }],
    [
      'an encoded text',
      { in: 'path', schema: { type: 'string', maxLength: 3 } },
      { path: '%C3%BC%2Fa' },
      { path: 'abcd' },
    ],
    ['a list in the path', { in: 'path', schema: INTEGERS }, { path: '1,2' }, { path: '1,a' }],
    [
      'an encoded comma is no delimiter',
      { in: 'path', schema: { type: 'array', maxItems: 1 } },
      { path: 'a%2Cb' },
      { path: 'a,b' },
    ],
    ['an object in the path', { in: 'path', schema: POINT }, { path: 'x,1,y,2' }, { path: 'x,1,y' }],
    ['an exploded one', { in: 'path', schema: POINT, explode: true }, { path: 'x=1,y=2' }, { path: 'x=1' }],
    ['a label', { in: 'path', schema: INTEGER, style: 'label' }, { path: '.5' }, { path: '.a' }],
    [
      'a list of labels',
      { in: 'path', schema: INTEGERS, style: 'label', explode: true },
      { path: '.1.2' },
      { path: '.1' },
    ],
    [
      'a list in one label',
      { in: 'path', schema: INTEGERS, style: 'label' },
      { path: '.1,2' },
      { path: '.1' },
    ],
    [
      'a matrix parameter',
      { in: 'path', schema: INTEGER, style: 'matrix' },
      { path: ';p=5' },
      { path: ';p=a' },
    ],
    [
      'a matrix list',
      { in: 'path', schema: INTEGERS, style: 'matrix' },
      { path: ';p=1,2' },
      { path: ';p=1' },
    ],
    [
      'an exploded one',
      { in: 'path', schema: INTEGERS, style: 'matrix', explode: true },
      { path: ';p=1;p=2' },
      { path: ';p=1' },
    ],
    [
      'a matrix object',
      { in: 'path', schema: POINT, style: 'matrix', explode: true },
      { path: ';x=1;y=2' },
      { path: ';x=1' },
    ],
    ['a number in the query', { in: 'query', schema: INTEGER }, { query: '?p=1' }, { query: '?p=' }],
    ['a boolean', { in: 'query', schema: { type: 'boolean' } }, { query: '?p=true' }, { query: '?p=TRUE' }],
    ['null', { in: 'query', schema: { type: ['integer', 'null'] } }, { query: '?p=' }, { query: '?p=x' }],
    [
      'a space written as plus',
      { in: 'query', schema: { const: 'a b' } },
      { query: '?p=a+b' },
      { query: '?p=a%2Bb' },
    ],
    [
      'a name that comes twice',
      { in: 'query', schema: INTEGERS },
      { query: '?p=1&q=x&p=2' },
      { query: '?p=1' },
    ],
    ['a name that may come once', { in: 'query', schema: INTEGER }, { query: '?p=1' }, { query: '?p=1&p=2' }],
    [
      'a list in one value',
      { in: 'query', schema: INTEGERS, explode: false },
      { query: '?p=1,2' },
      { query: '?p=1' },
    ],
    [
      'a list apart by spaces',
      { in: 'query', schema: INTEGERS, style: 'spaceDelimited' },
      { query: '?p=1%202' },
      { query: '?p=1,2' },
    ],
    [
      'a list apart by pipes',
      { in: 'query', schema: INTEGERS, style: 'pipeDelimited' },
      { query: '?p=1|2' },
      { query: '?p=1,2' },
    ],
    [
      'an object of parameters',
      { in: 'query', schema: POINT },
      { query: '?x=1&q=a&y=2' },
      { query: '?x=1&y=a' },
    ],
    [
      'an object in one value',
      { in: 'query', schema: POINT, explode: false },
      { query: '?p=x,1,y,2' },
      { query: '?p=x,1' },
    ],
    [
      'a deep object',
      { in: 'query', schema: POINT, style: 'deepObject' },
      { query: '?p[x]=1&p%5By%5D=2' },
      { query: '?p[x]=1' },
    ],
    [
      'JSON',
      { in: 'query', content: { 'application/json': { schema: POINT } } },
      { query: '?p=%7B%22x%22:1,%22y%22:2%7D' },
      { query: '?p=%7B%7D' },
    ],
    ['a header', { in: 'header', schema: INTEGERS }, { headers: { P: '1, 2' } }, { headers: { p: '1' } }],
    [
      'a cookie',
      { in: 'cookie', schema: INTEGER },
      { headers: { cookie: 'q=a; p=1' } },
      { headers: { cookie: 'p=a' } },
    ],
    ['a number of a list', { in: 'query', schema: { enum: [1, 2] } }, { query: '?p=1' }, { query: '?p=3' }],
    [
      'a number that is the only one',
      { in: 'query', schema: { const: 5 } },
      { query: '?p=5' },
      { query: '?p=6' },
    ],
    ['a boolean of a list', { in: 'path', schema: { enum: [true] } }, { path: 'true' }, { path: 'false' }],
    ['null of a list', { in: 'query', schema: { enum: [null, 1] } }, { query: '?p=' }, { query: '?p=2' }],
    ['a text of a list', { in: 'path', schema: { enum: ['1', 'a'] } }, { path: '1' }, { path: '2' }],
    [
      'a number beside texts',
      { in: 'query', schema: { enum: [1, 'a'] } },
      { query: '?p=1' },
      { query: '?p=2' },
    ],
    [
      'a number beside texts in the path',
      { in: 'path', schema: { enum: [1, 'a'] } },
      { path: '1' },
      { path: '2' },
    ],
    [
      'a list of numbers and texts',
      { in: 'query', schema: { type: 'array', items: { enum: [1, 'a'] } } },
      { query: '?p=1&p=a' },
      { query: '?p=2' },
    ],
    [
      'a number, or a text that is none',
      { in: 'path', schema: { oneOf: [{ type: 'integer' }, { type: 'string', pattern: '^[a-z]+$' }] } },
      { path: '12' },
      { path: '1.5' },
    ],
    [
      'a name that needs no value',
      { in: 'query', schema: { type: 'boolean' }, allowEmptyValue: true },
      { query: '?p' },
      { query: '?p=x' },
    ],
    [
      'a name that needs no value but has to be there',
      { in: 'query', schema: { type: 'integer' }, allowEmptyValue: true, required: true },
      { query: '?p=' },
      { query: '' },
    ],
    [
      'one that has to be there',
      { in: 'query', required: true, schema: {} },
      { query: '?p' },
      { query: '?' },
    ],
    [
      'one behind a fragment is not there',
      { in: 'query', schema: INTEGER },
      { query: '?p=1#?p=x' },
      { query: '?p=x#?p=1' },
    ],
  ])('%s', async (_, parameter, good, bad) => {
    expect(await told(parameter, good)).toEqual([]);
    expect(new Set(await told(parameter, bad))).toEqual(new Set([`request-conformance ${parameter.in}:p`]));
  });

  it.each([['Accept'], ['Content-Type'], ['authorization']])(
    'but not a header %s, which says nothing',
    async (name) => {
      expect(await told({ name, in: 'header', required: true, schema: INTEGER }, {})).toEqual([]);
    },
  );

  it.each([
    [{ in: 'body' }, 'a parameter is `in` path, query, header or cookie'],
    [
      { in: 'query', style: 'matrix' },
      'the style of a query parameter is form, spaceDelimited, pipeDelimited, deepObject',
    ],
    [{ in: 'query', name: 3 as unknown as string }, 'a parameter needs a name'],
  ])('and %j is wrong in the description, and not judged', async (parameter, message) => {
    const { limitations } = await describing(parameter);
    expect(limitations).toMatchObject([{ kind: 'wrong', what: expect.stringContaining(message) }]);
  });
});

describe('a deep object', () => {
  const FILTER = {
    type: 'object',
    required: ['plain'],
    properties: {
      plain: INTEGER,
      status: { type: 'array', items: { enum: ['open'] } },
      labels: { type: 'object', maxProperties: 1 },
      either: { anyOf: [{ type: 'object' }, INTEGER] },
    },
  };
  const deep = (schema: object): Described => ({ in: 'query', style: 'deepObject', schema });

  it.each<[string, Described, string, string[]]>([
    ['a list by one name', deep(FILTER), '?p[status]=1&p[status]=3&p[plain]=1', []],
    ['a list by brackets', deep(FILTER), '?p[status][]=shut&p[plain]=1', []],
    ['a list of one', deep(FILTER), '?p[status]=shut&p[plain]=1', []],
    ['an object', deep(FILTER), '?p[labels][a]=1&p[labels][b]=1&p[plain]=1', []],
    ['a member twice', deep(FILTER), '?p[plain]=1&p[plain]=2', []],
    ['brackets without a name', deep(FILTER), '?p[]=1', []],
    ['a list as a whole', deep(INTEGERS), '?p[0]=x', []],
    ['objects in a list', deep(INTEGERS), '?p[0][plan]=a&p[1][plan]=b', []],
    ['a plain member', deep(FILTER), '?p[plain]=x', ['request-conformance query:p']],
    [
      'a plain member beside a list',
      deep(FILTER),
      '?p[status][]=open&p[plain]=x',
      ['request-conformance query:p'],
    ],
    ['a plain member that is missing', deep(FILTER), '?p[status][]=open', ['request-conformance query:p']],
    [
      'a plain member that may be an object',
      deep(FILTER),
      '?p[either]=x&p[plain]=1',
      ['request-conformance query:p'],
    ],
  ])('%s is judged by what is defined of it', async (_, parameter, query, expected) => {
    expect(await told(parameter, { query })).toEqual(expected);
  });
});
