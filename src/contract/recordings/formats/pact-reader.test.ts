import { describe, expect, it } from '@jest/globals';
import { fixture, lineOf, readAll, readLines } from '../source.test-support.ts';
import { readPact } from './pact.ts';

const JSON_TYPE = { 'Content-Type': 'application/json' };
const request = { method: 'get', path: '/x' };

async function read(...interactions: readonly object[]): Promise<string[]> {
  const exchanges = await readAll(readPact, {
    consumer: { name: 'a' },
    interactions,
    provider: { name: 'b' },
  });
  return exchanges.map(lineOf);
}

describe('readPact', () => {
  it.each<[string, string[]]>([
    [
      'pact-v2.json',
      [
        'GET /v1/things/1?view=a+b -> 200 application/json {"id":"1","name":"first","price":1.5}',
        'POST /v1/things application/json {"name":"second"} -> 201 application/json {"id":"2","name":"second","price":null}',
      ],
    ],
    [
      'pact-v3.json',
      [
        'DELETE /v1/empty -> 204',
        'GET /v1/things/1?tag=x&tag=y&view=a%20b -> 200 application/json {"id":"1","name":"first","price":1.5}',
        'POST /v1/things text/plain plain -> 404 application/json {"error":"not found"}',
      ],
    ],
    [
      'pact-v4.json',
      [
        'DELETE /v1/empty -> 204',
        'GET /v1/string -> 200 application/json "plain"',
        'GET /v1/things/1?view=a%20b -> 200 application/json {"id":"1","name":"first","price":1.5}',
        'GET /v1/text -> 200 text/plain plain',
        'POST /v1/things application/json {"name":"second"} -> 201 application/json {"id":"2","name":"second","price":null}',
        'GET /v1/image -> 200 image/png 0x89504e470d0a1a0aff',
      ],
    ],
  ])('reads %s, which pact-js 16.4.0 wrote', async (name, lines) => {
    expect(await readLines(fixture(name))).toEqual(lines);
  });

  it('passes over messages, and keeps the places of the others', async () => {
    const of = (type: string): object => ({ type, request, response: { status: 204 } });
    const exchanges = await readAll(readPact, {
      interactions: [of('Asynchronous/Messages'), of('Synchronous/HTTP'), of('Synchronous/Messages')],
    });
    expect(exchanges.map(({ recording }) => recording.index)).toEqual([1]);
  });

  it.each<[string, object, string]>([
    ['a text in JSON', { headers: JSON_TYPE, body: 'plain' }, '200 application/json "plain"'],
    ['a text of JSON', { headers: JSON_TYPE, body: '{"a":1}' }, '200 application/json {"a":1}'],
    ['null in JSON', { headers: JSON_TYPE, body: null }, '200 application/json null'],
    ['null of nobody knows what', { body: null }, '200'],
    ['an object without a type', { body: { a: 1 } }, '200 application/json {"a":1}'],
    ['no status', { status: undefined }, '200'],
  ])('reads an answer of version 2 with %s', async (_, response, line) => {
    expect(await read({ request, response: { status: 200, ...response } })).toEqual([`GET /x -> ${line}`]);
  });

  it.each<[string, unknown, string]>([
    [
      'JSON',
      { content: { a: 1 }, contentType: 'application/json', encoded: false },
      'application/json {"a":1}',
    ],
    [
      'a text encoded as JSON',
      { content: 'a', contentType: 'application/json', encoded: 'JSON' },
      'application/json "a"',
    ],
    ['bytes', { content: '/w==', contentType: 'image/png', encoded: 'base64' }, 'image/png 0xff'],
    ['nothing', { content: '' }, ''],
  ])('reads an answer of version 4 with %s', async (_, body, line) => {
    const interaction = { type: 'Synchronous/HTTP', request, response: { status: 200, body } };
    expect(await read(interaction)).toEqual([`GET /x -> 200 ${line}`.trim()]);
  });

  it('holds no headers but those that the consumer cares for', async () => {
    const [exchange] = await readAll(readPact, { interactions: [{ request, response: {} }] });
    expect([exchange?.request.headersUnknown, exchange?.response.headersUnknown]).toEqual([true, true]);
  });

  it.each([
    [
      'a body of version 4 in another form',
      { type: 'Synchronous/HTTP', request, response: { body: 'x' } },
      /response.body is not an object/,
    ],
    ['no path', { request: {}, response: {} }, /request.path is missing/],
    [
      'a query in another form',
      { request: { ...request, query: 1 }, response: {} },
      /request.query is not a string or an object/,
    ],
  ])('refuses %s', async (_, interaction, reason) => {
    await expect(read(interaction)).rejects.toThrow(reason);
  });
});
