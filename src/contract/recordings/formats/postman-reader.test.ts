import { describe, expect, it } from '@jest/globals';
import { fixture, lineOf, readAll, readLines } from '../source.test-support.ts';
import { readPostman } from './postman.ts';

const V2 = 'https://schema.getpostman.com/json/collection/v2.0.0/collection.json';

async function read(examples: readonly object[], variable: readonly object[] = []): Promise<string[]> {
  const item = [{ name: 'x', request: 'https://a.test/', response: examples }];
  const exchanges = await readAll(readPostman, { info: { schema: V2 }, item, variable });
  return exchanges.map(lineOf);
}

describe('readPostman', () => {
  it("reads the saved examples of a collection that Postman's own library wrote", async () => {
    expect(await readLines(fixture('postman-collection-4.4.0.json'))).toEqual([
      'GET https://api.example.com/v1/things/1?view=a%20b -> 200 application/json {"id":"1","name":"first","price":1.5}',
      'GET https://api.example.com/v1/things/{{id}}?view=a%20b -> 404 application/json {"error":"not found"}',
      'POST https://api.example.com/v1/things application/json {"name":"{{name}}"} -> 201 application/json {"id":"2","name":"second","price":null}',
    ]);
  });

  it.each<[string, object, string]>([
    ['a URL as text', { originalRequest: 'https://a.test/x', code: 204 }, 'GET https://a.test/x -> 204'],
    ['no request of its own', { code: 204 }, 'GET https://a.test/ -> 204'],
    [
      'a request of its own that was not kept',
      { originalRequest: { header: [], body: { mode: 'raw', raw: '' } }, code: 204 },
      'GET https://a.test/ -> 204',
    ],
    ['no status, as one written by hand', { name: 'x' }, 'GET https://a.test/ -> 0'],
    [
      'headers as text, as old files have them',
      { code: 200, header: 'Content-Type: text/plain\nDate: today', body: 'x' },
      'GET https://a.test/ -> 200 text/plain x',
    ],
    [
      'variables that name one another, and one of an environment',
      { originalRequest: { url: { raw: '{{base}}/{{other}}' } }, code: 204 },
      'GET https://b.test/v1/{{other}} -> 204',
    ],
    [
      'a URL in parts, with a port',
      {
        originalRequest: {
          url: {
            protocol: 'http',
            host: 'a.test',
            port: '8080',
            path: '/x/y',
            query: [{ key: 'q', value: 'a b' }],
          },
        },
        code: 204,
      },
      'GET http://a.test:8080/x/y?q=a%20b -> 204',
    ],
    [
      'what is switched off',
      {
        originalRequest: {
          method: 'post',
          url: 'https://a.test/',
          header: [{ key: 'Content-Type', value: 'text/plain', disabled: true }],
          body: {
            mode: 'urlencoded',
            urlencoded: [
              { key: 'a', value: '1' },
              { key: 'b', value: '2', disabled: true },
            ],
          },
        },
        code: 204,
      },
      'POST https://a.test/ application/x-www-form-urlencoded a=1 -> 204',
    ],
    [
      'JSON, which Postman sends as such where no header says so',
      {
        originalRequest: {
          method: 'POST',
          url: 'https://a.test/',
          body: { mode: 'raw', raw: '{}', options: { raw: { language: 'json' } } },
        },
        code: 204,
      },
      'POST https://a.test/ application/json {} -> 204',
    ],
    [
      'a form with a file, of which the text is not kept',
      {
        originalRequest: { method: 'POST', url: 'https://a.test/', body: { mode: 'formdata', formdata: [] } },
        code: 204,
      },
      'POST https://a.test/ (unknown) -> 204',
    ],
  ])('reads an example with %s', async (_, example, line) => {
    const variable = [
      { key: 'base', value: '{{host}}/v1' },
      { key: 'host', value: 'https://b.test' },
    ];
    expect(await read([example], variable)).toEqual([line]);
  });

  it.each([
    [{ header: null }, true],
    [{ header: [] }, true],
    [{}, true],
    [{ header: [{ key: 'Date', value: 'today' }] }, undefined],
  ])('knows the headers of an example where it has any: %j', async (response, headersUnknown) => {
    const item = [{ request: 'https://a.test/', response: [{ code: 200, body: '{}', ...response }] }];
    const [exchange] = await readAll(readPostman, { info: { schema: V2 }, item });
    expect(exchange?.response.headersUnknown).toBe(headersUnknown);
  });

  it('ends with variables that name themselves', async () => {
    const example = { originalRequest: '{{a}}', code: 204 };
    expect(await read([example], [{ key: 'a', value: '{{a}}{{a}}' }])).toHaveLength(1);
  });

  it('says what to do of a collection without examples', async () => {
    await expect(read([])).rejects.toThrow(/has no saved examples.*newman run/);
  });

  it('reads folders of any depth', async () => {
    const [start, end] = ['{"item":['.repeat(20_000), ']}'.repeat(20_000)];
    const item = '{"request":"https://a.test/","response":[{"code":204}]}';
    expect(await readAll(readPostman, `${start}${item}${end}`)).toHaveLength(1);
  });

  it('fills in no more than a text can hold of values that name one another again and again', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const variable = names.map((key, at) => ({ key, value: `{{${names[at + 1]}}}`.repeat(400) }));
    const [line = ''] = await read([{ originalRequest: 'https://a.test/?q={{a}}', code: 204 }], variable);
    expect(line.length).toBeLessThan(2 * 1024 * 1024);
  });
});
