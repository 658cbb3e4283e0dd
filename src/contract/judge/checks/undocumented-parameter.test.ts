import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Contract } from '../../contract.ts';
import { type VerifyExchangeOptions, verifyExchange } from '../../contract-run.ts';
import { compileObject } from '../../description/compile.test-support.ts';
import { anExchange, type ExchangeParts } from '../../exchange.test-support.ts';

const text = { schema: { type: 'string' } };
const object = (properties: object, more: object = {}) => ({
  schema: { type: 'object', properties, ...more },
});
const query = (name: string, more: object = text) => ({ name, in: 'query', ...more });

let contract: Contract;
beforeAll(async () => {
  const of = (...parameters: object[]) => ({
    get: { parameters, responses: { 200: { description: 'ok' }, 404: {} } },
  });
  const any = { type: 'string' };
  contract = await compileObject({
    paths: {
      '/plain': of(
        query('limit'),
        query('with space'),
        query('ids', { schema: { type: 'array', items: any } }),
      ),
      '/brackets': of(query('filter[status]'), query('tags[]')),
      '/deep': of(query('filter', { style: 'deepObject', ...object({ a: any }) })),
      '/object': of(query('page', object({ size: any }, { allOf: [{ properties: { number: any } }] }))),
      '/flat': of(query('page', { explode: false, ...object({ size: any }) })),
      '/map': of(query('labels', object({ a: any }, { additionalProperties: any }))),
      '/closed': of(query('labels', object({ a: any }, { additionalProperties: false }))),
      '/free': of(query('labels', { schema: { type: 'object' } })),
      '/json': of(query('where', { content: { 'application/json': object({ a: any }) } })),
      '/none': of(),
      '/headers': of(
        { name: 'X-Trace', in: 'header', ...text },
        { name: 'theme', in: 'cookie', ...text },
        query('x-trace'),
      ),
    },
    components: {
      securitySchemes: {
        inQuery: { type: 'apiKey', in: 'query', name: 'api_key' },
        inCookie: { type: 'apiKey', in: 'cookie', name: 'sid' },
        inHeader: { type: 'apiKey', in: 'header', name: 'X-Key' },
      },
    },
    security: [{}, { inQuery: [] }, { inCookie: [] }, { inHeader: [] }],
  });
});

/** `severity dataPath` of each, then what was suggested. */
function told(path: string, parts: ExchangeParts = {}, options: VerifyExchangeOptions = {}): string[] {
  const exchange = anExchange({
    method: 'GET',
    url: `https://x.test${path}`,
    requestHeaders: {},
    headers: {},
    body: undefined,
    ...parts,
  });
  return verifyExchange(contract, exchange, options)
    .filter(({ check }) => check === 'undocumented-parameter')
    .map(({ severity, dataPath, suggestion }) =>
      [severity, dataPath, ...(suggestion === undefined ? [] : [`(${suggestion})`])].join(' '),
    );
}

describe('a query parameter', () => {
  it.each([
    '/plain?limit=1&limit=2',
    '/plain?with+space=1&with%20space=2&l%69mit=3',
    '/plain?ids=1&ids[]=2&ids%5B0%5D=3',
    '/plain?api_key=k',
    '/plain?',
    '/plain?&&=1',
    '/plain#?limt=1',
    '/brackets?filter[status]=1&tags[]=2&tags[0]=3',
    '/deep?filter[a]=1&filter[a][b]=2&filter[c][]=3',
    '/object?size=1&number=2',
    '/flat?page=size,1',
    '/map?anything=1&a=2',
    '/free?anything=1',
    '/closed?a=1',
    '/json?where={"a":1}',
    '/none?api_key=k',
  ])('is documented: %s', (path) => {
    expect(told(path)).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['/plain?limt=1', ['warning query:limt (limit)']],
    ['/plain?Limit=1', ['warning query:Limit (limit)']],
    ['/plain?country=SE&limit=1&limt=3', ['warning query:country', 'warning query:limt (limit)']],
    ['/plain?new=1&new=2', ['warning query:new']],
    ['/plain?new', ['warning query:new']],
    ['/plain?[x]=1', ['warning query:[x]']],
    ['/plain?API_KEY=k', ['warning query:API_KEY']],
    ['/brackets?filter[stauts]=1', ['warning query:filter[stauts] (filter[status])']],
    ['/deep?other[a]=1', ['warning query:other[a]']],
    ['/deep?a=1', ['warning query:a']],
    ['/object?sise=1', ['warning query:sise (size)']],
    ['/flat?size=1', ['warning query:size']],
    ['/closed?b=1', ['warning query:b']],
    ['/json?a=1', ['warning query:a']],
    ['/none?a=1', ['warning query:a']],
  ])('is not: %s', (path, expected) => {
    expect(told(path)).toEqual(expected);
  });

  it.each<[number, number]>([
    [200, 1],
    [302, 1],
    [500, 1],
    [404, 0],
    [400, 0],
    [0, 0],
  ])('with status %d: %d', (status, times) => {
    expect(told('/plain?limt=1', { status })).toHaveLength(times);
  });

  it('is told with what it held, but for a credential', () => {
    const [finding] = verifyExchange(
      contract,
      anExchange({
        method: 'GET',
        url: 'https://x.test/none?token=sk-1234567890abcdef',
        headers: {},
        body: undefined,
      }),
    ).filter(({ check }) => check === 'undocumented-parameter');
    expect(finding).toMatchObject({ dataPath: 'query:token', documented: 'no such query' });
    expect(JSON.stringify(finding)).not.toContain('1234567890');
  });

  it('is listed up to a number that a reader bears', () => {
    const many = Array.from({ length: 5000 }, (_, at) => `p${at}=1`).join('&');
    expect(told(`/none?${many}`)).toHaveLength(50);
  });
});

describe('a header and a cookie', () => {
  const platform = {
    Accept: '*/*',
    'User-Agent': 'x',
    'sec-ch-ua': 'x',
    ':authority': 'x',
    'If-None-Match': 'x',
    'x-stainless-lang': 'js',
    traceparent: 'x',
    Authorization: 'Bearer x',
    'x-key': 'k',
    'X-TRACE': 't',
  };
  it.each<[Record<string, string>, string[]]>([
    [platform, []],
    [{ 'X-Trase': 't' }, ['info header:x-trase (x-trace)']],
    [{ cookie: 'theme=dark; sid=1; _ga=2; __cf_bm=3' }, []],
    [{ cookie: 'them=dark; them=light; theme=x' }, ['info cookie:them (theme)']],
    [{ cookie: '; =1' }, []],
  ])('%j', (requestHeaders, expected) => {
    expect(told('/headers', { requestHeaders })).toEqual(expected);
  });

  it('do not tell what they held', () => {
    const requestHeaders = { 'x-other': 'secret-of-mine', cookie: 'other=secret-of-mine' };
    const exchange = anExchange({
      method: 'GET',
      url: 'https://x.test/none',
      requestHeaders,
      headers: {},
      body: undefined,
    });
    expect(JSON.stringify(verifyExchange(contract, exchange))).not.toContain('secret-of-mine');
  });
});

describe('a parameter that is to be ignored', () => {
  it.each<[string, string[]]>([
    ['utm_*', ['warning query:other', 'info header:x-other']],
    ['x-*', ['warning query:utm_source', 'warning query:other']],
    ['OTHER', ['warning query:utm_source', 'info header:x-other']],
    ['*', []],
    ['other?', ['warning query:utm_source', 'warning query:other', 'info header:x-other']],
  ])('by %s', (glob, expected) => {
    const parts = { requestHeaders: { 'X-Other': '1' } };
    expect(told('/none?utm_source=a&other=b', parts, { ignoreParameters: [glob] })).toEqual(expected);
  });
});
