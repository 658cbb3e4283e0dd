import { describe, expect, it } from '@jest/globals';
import { fixture, lineOf, readAll, readLines } from '../source.test-support.ts';
import { readNewman } from './newman.ts';

const reportOf = (...executions: readonly object[]): object => ({ collection: {}, run: { executions } });
const request = { method: 'GET', url: { protocol: 'https', host: ['a', 'test'], path: ['x'] } };

describe('readNewman', () => {
  it('reads what a real Newman sent and got', async () => {
    expect(await readLines(fixture('newman-6.2.2.json'))).toEqual([
      'GET http://127.0.0.1:4010/v1/things/1?view=a%20b -> 200 application/json {"id":"1","name":"Où est-ce ?","price":1.5}',
      'POST http://127.0.0.1:4010/v1/things application/json {"name":"second"} -> 201 application/json {"id":"2","name":"second","price":null}',
      'POST http://127.0.0.1:4010/v1/things application/x-www-form-urlencoded name=a+b%26c -> 201 application/json {"id":"2","name":"second","price":null}',
      'POST http://127.0.0.1:4010/v1/things (unknown) -> 201 application/json {"id":"2","name":"second","price":null}',
      'POST http://127.0.0.1:4010/v1/things application/json {"query":"{ things { id } }","variables":{"a":1}} -> 201 application/json {"id":"2","name":"second","price":null}',
      'GET http://127.0.0.1:4010/v1/image -> 200 image/png 0x89504e470d0a1a0aff',
      'DELETE http://127.0.0.1:4010/v1/empty -> 204',
      'GET http://127.0.0.1:9/x -> 0',
    ]);
  });

  it('leaves out the number that Postman gives each request, which looks like a key', async () => {
    const header = [{ key: 'Postman-Token', value: 'd7ede242-8941-4f5b-9c13-7faf2c095a84' }];
    const [exchange] = await readAll(
      readNewman,
      reportOf({ request: { ...request, header }, response: { code: 204 } }),
    );
    expect(Object.keys(exchange?.request.headers ?? {})).toEqual([]);
  });

  it('takes a response without bytes for empty', async () => {
    const response = { code: 200, stream: { type: 'Buffer', data: [] } };
    const exchanges = await readAll(
      readNewman,
      reportOf({ request, response }, { request, response: { code: 200 } }),
    );
    expect(exchanges.map((each) => each.response.body)).toEqual(['', '']);
    expect(exchanges.map(lineOf)).toEqual(['GET https://a.test/x -> 200', 'GET https://a.test/x -> 200']);
  });

  it.each([
    [
      'a body that is no bytes',
      { request, response: { code: 200, stream: 'text' } },
      /exchange 0: response.stream is not a Buffer/,
    ],
    ['no status', { request, response: { stream: null } }, /response.code is missing/],
    ['no request', { response: { code: 200 } }, /exchange 0: request is missing/],
  ])('refuses %s', async (_, execution, reason) => {
    await expect(readAll(readNewman, reportOf(execution))).rejects.toThrow(reason);
  });
});
