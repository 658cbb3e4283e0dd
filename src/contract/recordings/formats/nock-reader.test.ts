import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { readAll } from '../source.test-support.ts';
import { readNock } from './nock.ts';

const definition = {
  scope: 'https://api.exa.ai:443',
  method: 'POST',
  path: '/websets/v0/websets/w/enrichments/e/cancel',
  body: '',
  status: 200,
  response: { id: 'e' },
  rawHeaders: { 'content-type': 'application/json' },
  responseIsBinary: false,
};

const read = async (parts: object) => {
  const [exchange, ...others] = await readAll(readNock, [{ ...definition, ...parts }]);
  expect(others).toEqual([]);
  if (exchange === undefined) throw new Error('no exchange');
  return exchange;
};

describe('readNock', () => {
  it('reads what the recorder of nock writes', async () => {
    expect(await readAll(readNock, [definition, definition])).toMatchObject([
      {
        request: {
          method: 'POST',
          url: 'https://api.exa.ai/websets/v0/websets/w/enrichments/e/cancel',
          body: undefined,
        },
        response: { status: 200, headers: { 'content-type': ['application/json'] }, body: '{"id":"e"}' },
        recording: { file: 'test.rec', index: 0 },
      },
      { recording: { file: 'test.rec', index: 1 } },
    ]);
  });

  it.each([
    ['https://api.exa.ai:443', '/a', 'https://api.exa.ai/a'],
    ['http://api.exa.ai:80', '/a', 'http://api.exa.ai/a'],
    ['http://api.exa.ai:443', '/a', 'http://api.exa.ai:443/a'],
    ['https://api.exa.ai:4430', '/a', 'https://api.exa.ai:4430/a'],
    ['https://api.exa.ai/base/', '/a', 'https://api.exa.ai/base/a'],
    ['https://api.exa.ai:443/base', '/a', 'https://api.exa.ai/base/a'],
    ['https://[::1]:443', '/a', 'https://[::1]/a'],
    ['http://127.0.0.1:8080', '/a/../%2e%2e/b?c=%20d', 'http://127.0.0.1:8080/a/../%2e%2e/b?c=%20d'],
  ])('joins %s and %s without rewriting the path', async (scope, path, url) => {
    expect((await read({ scope, path })).request.url).toBe(url);
  });

  it.each([
    ['a JSON object', { a: 1 }, '{"a":1}'],
    ['a JSON list, even one that looks like hex', ['1f8b'], '["1f8b"]'],
    ['a JSON null', null, 'null'],
    ['a JSON number', 0, '0'],
    ['text', 'Bad Gateway', 'Bad Gateway'],
    ['text that is JSON', '{ "a": 1 }', '{ "a": 1 }'],
    ['nothing, where something could have come', '', ''],
    ['nothing that the recorder kept', undefined, undefined],
  ])('takes as response body %s', async (_, response, body) => {
    expect((await read({ response })).response.body).toBe(body);
  });

  it.each([
    [204, 'POST'],
    [304, 'GET'],
    [200, 'HEAD'],
  ])('has no body at %d for %s', async (status, method) => {
    expect((await read({ status, method, response: '' })).response.body).toBeUndefined();
  });

  it('reads a binary response from hex: text if it is text, else bytes', async () => {
    const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
    const text = await read({ response: hex(Buffer.from('\ufeffé')), responseIsBinary: true });
    expect(text.response.body).toBe('\ufeffé');
    const bytes = await read({ response: hex(Uint8Array.of(0xff, 0)), responseIsBinary: true });
    expect(bytes.response.body).toEqual(Uint8Array.of(0xff, 0));
  });

  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['identity', Buffer.from],
    ['deflate, gzip', (text: string) => gzipSync(deflateSync(text))],
  ])('decodes an encoded body that is kept as hex chunks: %s', async (encoding, encode) => {
    const bytes = encode('{"id":"é"}');
    const response =
      encoding === 'identity'
        ? '{"id":"é"}'
        : [bytes.subarray(0, 5).toString('hex'), bytes.subarray(5).toString('hex')];
    const exchange = await read({ response, rawHeaders: ['Content-Encoding', encoding] });
    expect(exchange.response.body).toBe('{"id":"é"}');
    expect(exchange.response.headers['content-encoding']).toEqual([encoding]);
  });

  it.each([
    ['a parsed object', { id: 'e' }, '{"id":"e"}'],
    ['text', '{"id": "e"}', '{"id": "e"}'],
    ['an empty list', [], '[]'],
  ])('does not decode twice what someone stored decoded: %s', async (_, response, body) => {
    const exchange = await read({ response, rawHeaders: { 'content-encoding': 'gzip' } });
    expect(exchange.response.body).toBe(body);
  });

  it('says so where an encoded body is broken', async () => {
    const parts = { response: ['1f8b0800'], rawHeaders: { 'content-encoding': 'gzip' } };
    expect((await read(parts)).response.bodyFault).toEqual({ reason: 'it is not gzip' });
    const odd = { response: ['1f8b0800'], rawHeaders: { 'content-encoding': 'lzma' } };
    expect((await read(odd)).response.bodyFault).toEqual({
      reason: 'its content-encoding lzma is not supported',
      isUnsupported: true,
    });
  });

  it('refuses a body that is too deep to be written again', async () => {
    const text = JSON.stringify([definition]).replace('{"id":"e"}', '['.repeat(50_000) + ']'.repeat(50_000));
    await expect(readAll(readNock, text)).rejects.toThrow(
      'test.rec: exchange 0: the body is nested too deeply',
    );
  });

  it.each([
    ['a flat list', ['Vary', 'Origin', 'vary', 'Accept'], { vary: ['Origin', 'Accept'] }],
    ['an object', { Vary: ['Origin', 'Accept'], ETag: 'x' }, { vary: ['Origin', 'Accept'], etag: ['x'] }],
    ['nothing', undefined, {}],
  ])('reads response headers from %s', async (_, rawHeaders, headers) => {
    expect({ ...(await read({ rawHeaders })).response.headers }).toEqual(headers);
  });

  it('reads the headers and the body of the request', async () => {
    const { request } = await read({ reqheaders: { 'X-Api-Key': 'k' }, body: { a: 1 } });
    expect({ ...request.headers }).toEqual({ 'x-api-key': ['k'] });
    expect(request.body).toBe('{"a":1}');
  });

  it.each([
    ['a definition that is none', 7, 'is not a nock definition'],
    ['a missing scope', { ...definition, scope: undefined }, 'scope is missing'],
    ['a scope that is no URL', { ...definition, scope: 'api.exa.ai' }, 'scope is not a URL'],
    ['a scope with a broken host', { ...definition, scope: 'https://[' }, 'scope is not a URL'],
    ['a scope of another kind', { ...definition, scope: 'file:///tmp' }, 'scope is not a URL'],
    ['a path that is a pattern', { ...definition, path: {} }, 'path is not a string'],
    ['a missing method', { ...definition, method: undefined }, 'method is missing'],
    ['a status that is none', { ...definition, status: '200' }, 'status is not an HTTP status, but a string'],
    ['a status of no class', { ...definition, status: 1000 }, 'status is not an HTTP status'],
    ['a status that is null', { ...definition, status: null }, 'status is not an HTTP status, but null'],
    [
      'headers that are a text',
      { ...definition, rawHeaders: 'Vary: Origin' },
      'rawHeaders is not an object or a list, but a string',
    ],
    [
      'headers that are true',
      { ...definition, rawHeaders: undefined, headers: true },
      'headers is not an object or a list, but a boolean',
    ],
    [
      'headers as HAR has them',
      { ...definition, rawHeaders: [{ name: 'Vary', value: 'Origin' }] },
      'rawHeaders[0] is not a name, but an object',
    ],
    [
      'a name without a value',
      { ...definition, rawHeaders: ['Vary', 'Origin', 'Age'] },
      'rawHeaders has a name without a value at its end',
    ],
    [
      'a header whose value is an object',
      { ...definition, reqheaders: { vary: { is: 'Origin' } } },
      'a value in reqheaders is not a string, but an object',
    ],
    [
      'a header whose values are lists',
      { ...definition, requestHeaders: { vary: [['Origin']] } },
      'a value in requestHeaders is not a string, but a list',
    ],
    [
      'bytes that are no hex',
      { ...definition, response: 'x', responseIsBinary: true },
      'response is not hexadecimal, as responseIsBinary says',
    ],
    [
      'bytes that are an object',
      { ...definition, body: { a: 1 }, requestIsBinary: true },
      'body is not hexadecimal, as requestIsBinary says',
    ],
  ])('refuses %s, and says which it is', async (_, broken, reason) => {
    await expect(readAll(readNock, [definition, broken])).rejects.toThrow(`test.rec: exchange 1: ${reason}`);
  });
});
