import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import nock from 'nock';
import type { Exchange } from '../../exchange.ts';
import { inFolder } from '../source.test-support.ts';
import { toNockDefinitions } from './nock.ts';
import { awkwardBodies, exchangeOf, JSON_TYPE } from './nock-writer.test-support.ts';

describe('a written recording, loaded by nock', () => {
  beforeAll(() => nock.disableNetConnect());
  afterEach(() => nock.cleanAll());
  afterAll(() => {
    nock.enableNetConnect();
    nock.restore();
  });

  const replay = async (exchange: Exchange, init: RequestInit = {}): Promise<Response> => {
    let response: Response | undefined;
    await inFolder({}, async (folder) => {
      const file = join(folder, 'x.json');
      await writeFile(file, toNockDefinitions([exchange]));
      const scopes = nock.load(file);
      const body = exchange.request.body ?? null;
      response = await fetch(exchange.request.url, {
        method: exchange.request.method,
        body,
        ...init,
      } as RequestInit);
      for (const scope of scopes) scope.done();
    });
    if (response === undefined) throw new Error('no response');
    return response;
  };

  it.each(awkwardBodies)('answers byte for byte: %s', async (_, body) => {
    for (const headers of [JSON_TYPE, {}, { 'content-type': 'text/plain' }]) {
      const response = await replay(exchangeOf({ body, headers }));
      expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.from(body ?? ''));
      expect(response.headers.get('content-type')).toBe(
        headers['content-type' as keyof typeof headers] ?? null,
      );
    }
  });

  it('answers in plain text what came compressed', async () => {
    const headers = { ...JSON_TYPE, 'content-encoding': 'gzip', 'content-length': '40' };
    expect(await (await replay(exchangeOf({ headers }))).text()).toBe('{"id":"thing_1"}');
  });

  it.each([
    ['the same key', { 'x-api-key': 'k-1234567890' }],
    ['another key', { 'x-api-key': 'other' }],
    ['a bearer token', { authorization: 'Bearer other' }],
    ['no key', {}],
  ])('answers a client with %s', async (_, headers) => {
    const recorded = exchangeOf({
      requestHeaders: { 'x-api-key': 'k-1234567890', accept: 'application/json' },
    });
    expect((await replay(recorded, { headers: headers as Record<string, string> })).status).toBe(200);
  });

  it.each([
    ['a JSON object', '{"a":1}'],
    ['a JSON string', '"x"'],
    ['JSON that was written otherwise', '{ "a": 1 }'],
    ['text', 'a=b&c=d'],
    ['nothing', undefined],
  ])('takes the request that was recorded: %s', async (_, requestBody) => {
    expect((await replay(exchangeOf({ requestBody }))).status).toBe(200);
  });

  it('answers a request in bytes', async () => {
    const recorded = exchangeOf({ requestBody: Uint8Array.of(0xff, 0, 1), body: 'deadbeef' });
    expect(await (await replay(recorded)).text()).toBe('deadbeef');
  });

  it('does not answer a request with another body', async () => {
    await expect(replay(exchangeOf({}), { body: '{}' })).rejects.toThrow();
  });

  it.each([
    ['a query', '/v0/things?a=b%20c&d='],
    ['an escaped path', '/v0/things/a%2Fb%20c'],
    ['the bare origin', ''],
  ])('answers at %s', async (_, path) => {
    const url = `https://api.example.test${path}`;
    expect((await replay(exchangeOf({ url }))).status).toBe(200);
  });

  it.each([204, 304, 429, 503])('answers with status %d', async (status) => {
    const response = await replay(
      exchangeOf({ status, body: status < 400 ? undefined : '{}', headers: { 'retry-after': '2' } }),
    );
    expect([response.status, response.headers.get('retry-after')]).toEqual([status, '2']);
  });
});
