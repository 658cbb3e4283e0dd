import { describe, expect, it } from '@jest/globals';
import type { Contract } from '../../contract.ts';
import { compileObject, toldOfExchange } from '../../description/compile.test-support.ts';
import { pathOf } from '../values/request-parts.ts';
import { destinations } from './destinations.ts';
import type { OperationMatcher } from './match-operation.ts';

const NOTHING = { responses: { 204: { description: 'nothing' } } };

function matcherOf(contract: Contract): OperationMatcher {
  const destinationOf = destinations(contract, { isPlaceholder: () => false });
  return (method, url) => destinationOf(url).match(method, url);
}

/** The matched operation and its raw path parameters, as `id a=1`. */
async function matcher(
  paths: Readonly<Record<string, readonly string[]>>,
  servers: readonly unknown[] = [],
): Promise<(method: string, url: string) => string | undefined> {
  const items = Object.entries(paths).map(([path, methods]) => [
    path,
    Object.fromEntries(methods.map((method) => [method, { operationId: `${method} ${path}`, ...NOTHING }])),
  ]);
  const contract = await compileObject({ servers, paths: Object.fromEntries(items) });
  const match = matcherOf(contract);
  return (method, url) => {
    const found = match(method, url);
    return (
      found &&
      [found.operation.path, ...found.names.map((name, at) => `${name}=${found.rawValues[at]}`)].join(' ')
    );
  };
}

describe('the operation of a request', () => {
  it.each<[string, string | undefined]>([
    ['/me', '/me'],
    ['/you', '/{name} name=you'],
    ['/me/', undefined],
    ['/me?x=/you', '/me'],
    ['/a.json', '/{name}.json name=a'],
    ['/.json', '/{name}.json name='],
    ['/files/a/me', '/files/{id}/me id=a'],
    ['/files/a/b', '/files/{id}/{part} id=a part=b'],
    ['/files/me/x', '/files/me/{part} part=x'],
    ['/files/me/me', '/files/me/{part} part=me'],
    ['/files/a%2Fb/me', '/files/{id}/me id=a%2Fb'],
    ['/files//me', '/files/{id}/me id='],
    ['/files/../me', undefined],
    ['/files/%2e./me', undefined],
    ['/files/.../me', '/files/{id}/me id=...'],
    ['/v1.2', '/v{major}.{minor} major=1 minor=2'],
    ['/a+(b)', '/a+(b)'],
    ['', '/{name} name='],
    ['/', '/{name} name='],
  ])('to %s is %s, and again', async (path, expected) => {
    const match = await matcher({
      '/{name}': ['get'],
      '/me': ['get'],
      '/{name}.json': ['get'],
      '/v{major}.{minor}': ['get'],
      '/files/{id}/{part}': ['get'],
      '/files/{id}/me': ['get'],
      '/files/me/{part}': ['get'],
      '/a+(b)': ['get'],
    });
    for (const origin of ['https://x.test', 'http://127.0.0.1:1', '//x.test']) {
      expect(match('GET', origin + path)).toBe(expected);
      expect(match('GET', origin + path)).toBe(expected);
    }
  });

  it.each<[string, string, string | undefined]>([
    ['/{id}-{slug}', '/12-my-nice-post', 'id=12 slug=my-nice-post'],
    ['/{a}-{b}', '/-', 'a= b='],
    ['/{a}-{b}', '/ab', undefined],
    ['/{a}...{b}', '/a....b', 'a=a b=.b'],
    ['/{a}{b}', '/ab', 'a= b=ab'],
    ['/{a}--{b}-{c}', '/-----', 'a= b= c=--'],
    ['/x{a}x', '/x', undefined],
    ['/x{a}x', '/xx', 'a='],
    ['/{a}-{b}-{c}.json', `/${'-'.repeat(50_000)}`, undefined],
    ['/{a}-{b}-{c}-{d}-{e}!', `/${'-'.repeat(50_000)}?`, undefined],
    ['/{id}:cancel', '/1%3Acancel', 'id=1'],
    ['/{id}:cancel', '/a%2Fb%3acancel', 'id=a%2Fb'],
  ])('%s of %.30s has the values %s', async (template, path, values) => {
    const match = await matcher({ [template]: ['get'] });
    expect(match('GET', `https://x.test${path}`)).toBe(values && `${template} ${values}`);
  });

  it.each<[string, string]>([
    ['/größe', '/gr%C3%B6%C3%9Fe'],
    ['/größe', '/gr%c3%b6%c3%9fe'],
    ['/gr%C3%B6%C3%9Fe', '/gr%c3%b6%c3%9fe'],
    ['/gr%C3%B6%C3%9Fe', '/größe'],
    ['/a b', '/a%20b'],
    ['/@me', '/%40me'],
  ])('to %s may be written %s, and is not that of a template', async (described, sent) => {
    const match = await matcher({ '/{a}': ['get'], [described]: ['get'] });
    expect(match('GET', `https://x.test${sent}`)).toBe(described);
  });

  it('has the method that the description gives the path', async () => {
    const match = await matcher({ '/{a}': ['get'], '/{b}': ['post'] });
    expect(match('GET', 'https://x.test/1')).toBe('/{a} a=1');
    expect(match('POST', 'https://x.test/1')).toBe('/{b} b=1');
    expect(match('post', 'https://x.test/1')).toBe('/{b} b=1');
    expect(match('PUT', 'https://x.test/1')).toBeUndefined();
  });

  it('stays the one of the more concrete path when the other was asked for before', async () => {
    const match = await matcher({ '/{a}': ['get'], '/me': ['get'] });
    const all = ['/x', '/me', '/x', '/me'].map((path) => match('GET', `https://x.test${path}`));
    expect(all).toEqual(['/{a} a=x', '/me', '/{a} a=x', '/me']);
  });
});

describe('the base path of a server', () => {
  it.each<[string, string]>([
    ['https://x.test', ''],
    ['https://x.test/', ''],
    ['https://x.test/api/', '/api'],
    ['/api', '/api'],
    ['./api/', '/api'],
    ['api/v1', '/api/v1'],
    ['https://x.test/api?x=1', '/api'],
    ['{scheme}://{host}/api', '/api'],
    ['//x.test/api', '/api'],
    ['//x.test', ''],
  ])('of %s is %s', async (url, base) => {
    const match = await matcher({ '/things': ['get'] }, [{ url }]);
    expect(match('GET', `http://localhost:1${base}/things`)).toBe('/things');
    if (base !== '') expect(match('GET', 'http://localhost:1/things')).toBeUndefined();
  });

  it('may have variables, each with the values that are documented', async () => {
    const variables = { version: { default: 'v2', enum: ['v1', 'v2'] } };
    const match = await matcher({ '/things': ['get'] }, [{ url: 'https://x.test/{version}', variables }]);
    expect(match('GET', 'https://x.test/v1/things')).toBe('/things');
    expect(match('GET', 'https://x.test/v2/things')).toBe('/things');
    expect(match('GET', 'https://x.test/v3/things')).toBeUndefined();
  });

  const variable = (value: string, ...values: string[]): unknown => ({
    default: value,
    ...(values.length > 0 && { enum: values }),
  });
  const many = Array.from({ length: 15 }, (_, at) => `v${at}`);

  it.each<[string, unknown, string[], string[], string[]]>([
    ['https://x.test/{a}/v1', { a: variable('demo') }, ['/demo/v1', '/acme/v1'], ['/v1', '/a/b/v1'], []],
    ['https://x.test/v{a}', { a: variable('1') }, ['/v1', '/v2'], ['/1', '/v', '/va:b', '/va@b'], []],
    ['https://x.test/{a}', { a: variable('') }, ['', '/acme'], ['/a/b'], []],
    ['https://x.test/{a}', {}, ['/acme'], [''], []],
    [
      'https://{a}.x.test:{b}/v1',
      { a: variable('demo'), b: variable('1', '1', '2') },
      ['/v1'],
      ['/demo/v1'],
      [],
    ],
    [
      'https://x.test{a}',
      { a: variable('/v2') },
      ['/v2'],
      ['', '/v1'],
      ["the server's variable a is taken to be its default: /v2"],
    ],
    [
      '{a}/v1',
      { a: variable('https://x.test') },
      ['/v1'],
      ['', '/a/v1'],
      ["the server's variable a is taken to be its default: https://x.test"],
    ],
    ['https://x.test{a}', { a: variable('/v1', '/v1', '/v2/b') }, ['/v1', '/v2/b'], ['/v2'], []],
    [
      'https://x.test/{a}/{b}',
      { a: variable('v0', ...many), b: variable('v1', ...many) },
      ['/v0/v1', '/v14/v14', '/x/y'],
      ['/v0', '/v0/v1/v2'],
      ["the values of the server's variables are not judged: they combine in 225 ways"],
    ],
    [
      'https://{a}.{b}/v1',
      { a: variable('v0', ...many), b: variable('v1', ...many) },
      ['/v1'],
      [''],
      ["the values of the server's variables are not judged: they combine in 225 ways"],
    ],
  ])('of %s with %j is %j', async (url, variables, bases, others, limits) => {
    const servers = [{ url, variables }];
    const match = await matcher({ '/things/{a}': ['get'] }, servers);
    const found = (base: string): string | undefined => match('GET', `http://localhost:1${base}/things/1`);
    for (const base of bases) expect([base, found(base)]).toEqual([base, expect.stringMatching(/ a=1$/)]);
    for (const base of others) expect([base, found(base)]).toEqual([base, undefined]);
    const { limitations } = await compileObject({ servers, paths: { '/things': { get: NOTHING } } });
    expect(limitations.map(({ what }) => what)).toEqual(limits);
  });

  it('that may be anything is no parameter of the path', async () => {
    const variables = { id: variable('demo') };
    const contract = await compileObject({
      servers: [{ url: 'https://x.test/{id}', variables }],
      paths: {
        '/things/{id}': {
          get: {
            parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
            ...NOTHING,
          },
        },
      },
    });
    const told = (path: string): string[] =>
      toldOfExchange(contract, {
        method: 'GET',
        url: `https://x.test${path}`,
        status: 204,
        headers: {},
        body: undefined,
      });
    expect(told('/acme/things/1')).toEqual([]);
    expect(told('/1/things/acme')).toEqual(['request-conformance path:id']);
  });

  it('is the one of the operation, else of the path, else of the description', async () => {
    const contract = await compileObject({
      servers: [{ url: '/root' }],
      paths: {
        '/a': {
          get: { operationId: 'a', servers: [{ url: '/own' }], ...NOTHING },
          servers: [{ url: '/path' }],
        },
        '/b': { get: { operationId: 'b', ...NOTHING }, servers: [{ url: '/path' }] },
        '/c': { get: { operationId: 'c', ...NOTHING } },
      },
    });
    const match = matcherOf(contract);
    const bases = { a: '/own', b: '/path', c: '/root' };
    for (const [name, base] of Object.entries(bases)) {
      for (const other of ['/own', '/path', '/root', '']) {
        const found = match('GET', `https://x.test${other}/${name}`)?.operation.operationId;
        expect([name, other, found]).toEqual([name, other, other === base ? name : undefined]);
      }
    }
  });
});

describe('the path of a URL', () => {
  it.each([
    ['https://x.test/a/b?c#d', '/a/b'],
    ['https://x.test?c=/d', ''],
    ['https://x.test#/d', ''],
    ['https://x.test/a?b=https://y.test/z', '/a'],
    ['/a?b=https://y.test/z', '/a'],
    ['/a:b//c', '/a:b//c'],
    ['//x.test/a', '/a'],
    ['x', 'x'],
    ['', ''],
  ])('%s is %j', (url, path) => {
    expect(pathOf(url)).toBe(path);
  });
});
