import { symlink } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { fixture, inFolder, lineOf, readAll, readLines } from '../source.test-support.ts';
import { readWireMock } from './wiremock.ts';

async function read(request: object, response: object = { status: 204 }): Promise<string> {
  const [exchange] = await readAll(readWireMock, { request: { method: 'GET', ...request }, response });
  return exchange === undefined ? 'nothing' : lineOf(exchange);
}

describe('readWireMock', () => {
  it('reads what a real WireMock (3.13.2) recorded, with bodies in files of their own', async () => {
    expect(await readLines(fixture('wiremock'))).toEqual([
      'GET /v1/image -> 200 image/png 0x89504e470d0a1a0aff',
      'POST /v1/things {"name":"second"} -> 201 application/json {"id":"2","name":"second","price":null}',
      'GET /v1/things/1?view=a%20b -> 200 application/json {"id":"1","name":"Où est-ce ?","price":1.5}',
    ]);
  });

  it.each<[string, object, string]>([
    ['url', { url: '/x?a=1' }, 'GET /x?a=1 -> 204'],
    [
      'urlPath',
      {
        urlPath: '/x',
        queryParameters: { a: { equalTo: '1 2' }, b: { matches: '.*' }, c: { absent: true } },
      },
      'GET /x?a=1%202&b={{b}} -> 204',
    ],
    [
      'urlPathTemplate',
      { urlPathTemplate: '/x/{a}/{b}', pathParameters: { a: { equalTo: '1' } } },
      'GET /x/1/{{b}} -> 204',
    ],
    ['a pattern that is none', { urlPathPattern: '/x/y' }, 'GET /x/y -> 204'],
    [
      'a pattern',
      { urlPattern: '/x/[0-9]+' },
      'GET /x/[0-9]+ -> 204 (its request is a pattern, and names no one URL)',
    ],
    ['nothing', {}, 'GET / -> 204 (its request names no URL)'],
    ['any method', { method: 'ANY', url: '/x' }, 'ANY /x -> 204 (its request is of any method)'],
    [
      'several methods',
      { method: { oneOf: ['GET', 'PUT'] }, url: '/x' },
      'ANY /x -> 204 (its request is of any method)',
    ],
    [
      'headers',
      { url: '/x', headers: { 'Content-Type': { equalTo: 'text/plain' }, 'X-A': { matches: '.*' } } },
      'GET /x text/plain -> 204',
    ],
  ])('reads a request by %s', async (_, request, line) => {
    expect(await read(request)).toBe(line);
  });

  it.each<[string, readonly object[], string]>([
    ['JSON', [{ equalToJson: { a: 1 } }], '{"a":1}'],
    ['JSON as text', [{ equalToJson: '{ "a": 1 }' }], '{ "a": 1 }'],
    ['text', [{ equalTo: 'a' }], 'a'],
    ['bytes', [{ binaryEqualTo: '/w==' }], '0xff'],
    [
      'JSON with placeholders',
      [{ equalToJson: JSON.stringify({ a: `$${'{json-unit.any-string}'}` }) }],
      '(unknown)',
    ],
    ['patterns', [{ matchesJsonPath: '$.a' }], '(unknown)'],
  ])('reads the body of a request by %s', async (_, bodyPatterns, body) => {
    expect(await read({ url: '/x', bodyPatterns })).toBe(`GET /x ${body} -> 204`);
  });

  it.each<[string, object, string]>([
    ['a body', { body: 'a' }, '200 a'],
    ['JSON', { jsonBody: { a: 1 } }, '200 {"a":1}'],
    ['bytes', { base64Body: '/w==' }, '200 0xff'],
    ['nothing', {}, '200'],
    ['a template', { body: '{"id":"{{request.path.[1]}}"}' }, '200 (its answer is a template)'],
    ['a transformer', { body: 'a', transformers: ['own'] }, '200 (its answer is a template)'],
    ['a template without any', { body: 'a', transformers: ['response-template'] }, '200 a'],
    ...[
      { body: '{{own}}' },
      { jsonBody: ['{{own}}'] },
      { headers: { a: '{{own}}' } },
      { bodyFileName: 'a' },
    ].map((response): [string, object, string] => [
      `a template in ${Object.keys(response)[0]}`,
      { ...response, transformers: ['response-template'] },
      '200 (its answer is a template)',
    ]),
    [
      'another server',
      { proxyBaseUrl: 'https://a.test' },
      '200 (its answer is passed on from another server)',
    ],
    ['a fault', { fault: 'EMPTY_RESPONSE' }, '200 (its answer is a fault)'],
  ])('reads an answer by %s', async (_, response, line) => {
    expect(await read({ url: '/x' }, response)).toBe(`GET /x -> ${line}`);
  });

  it('reads a list of mappings, each with its place', async () => {
    const mapping = { request: { method: 'GET', url: '/x' }, response: {} };
    const exchanges = await readAll(readWireMock, { mappings: [mapping, mapping] });
    expect(exchanges.map(({ recording }) => recording.index)).toEqual([0, 1]);
  });

  it('finds the folder of bodies also from within the folder of mappings', async () => {
    const mapping = { request: { method: 'GET', url: '/x' }, response: { bodyFileName: 'a.txt' } };
    const files = { '__files/a.txt': 'fine', 'mappings/a.json': JSON.stringify(mapping) };
    await inFolder(files, async (folder) => {
      const before = process.cwd();
      try {
        process.chdir(`${folder}/mappings`);
        expect(await readLines('a.json')).toEqual(['GET /x -> 200 fine']);
      } finally {
        process.chdir(before);
      }
    });
  });

  it('reads no body from outside of its folder of bodies', async () => {
    const mapping = (bodyFileName: string): string =>
      JSON.stringify({ request: { method: 'GET', url: '/x' }, response: { bodyFileName } });
    const files = {
      'secret.txt': 'secret',
      '__files/in/a.txt': 'fine',
      'mappings/deep/a.json': mapping('in/a.txt'),
      'mappings/b.json': mapping('../secret.txt'),
      'mappings/c.json': mapping('link.txt'),
      'mappings/d.json': mapping('/secret.txt'),
      'mappings/e.json': mapping('missing.txt'),
    };
    await inFolder(files, async (folder) => {
      await symlink('../secret.txt', `${folder}/__files/link.txt`);
      expect(await readLines(`${folder}/mappings`)).toEqual([
        'GET /x -> 200 its file ../secret.txt is not within the folder',
        'GET /x -> 200 its file link.txt is a link that leads out of the folder',
        "GET /x -> 200 its file secret.txt is not there, or can't be read",
        'GET /x -> 200 fine',
        "GET /x -> 200 its file missing.txt is not there, or can't be read",
      ]);
    });
  });
});
