import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { readAll } from '../source.test-support.ts';
import { readHar } from './har.ts';

const entry = {
  startedDateTime: '2026-01-02T03:04:05.678Z',
  request: {
    method: 'post',
    url: 'https://api.example.test/v0/things/../x?y=%2f',
    headers: [
      { name: ':authority', value: 'api.example.test' },
      { name: 'X-Api-Key', value: 'k' },
    ],
    postData: { mimeType: 'application/json', text: '{}' },
  },
  response: {
    status: 200,
    headers: [
      { name: 'Vary', value: 'Origin' },
      { name: 'vary', value: 'Accept' },
    ],
    content: { size: 11, mimeType: 'application/json', text: '{"id":"é"}' },
  },
};

const har = (...entries: unknown[]) => ({
  log: { version: '1.2', creator: { name: 'test', version: '1' }, entries },
});
const response = (parts: object) => ({ ...entry, response: { ...entry.response, ...parts } });
const request = (parts: object) => ({ ...entry, request: { ...entry.request, ...parts } });

const readOne = async (one: unknown) => {
  const [exchange] = await readAll(readHar, har(one));
  if (exchange === undefined) throw new Error('no exchange');
  return exchange;
};

describe('readHar', () => {
  it('reads an entry, without the pseudo headers of HTTP/2', async () => {
    expect(await readOne(entry)).toEqual({
      request: {
        method: 'POST',
        url: 'https://api.example.test/v0/things/../x?y=%2f',
        headers: expect.objectContaining({ 'x-api-key': ['k'] }),
        body: '{}',
      },
      response: {
        status: 200,
        headers: expect.objectContaining({ vary: ['Origin', 'Accept'] }),
        body: '{"id":"é"}',
      },
      recorded: true,
      recording: { file: 'test.rec', index: 0 },
      recordedAt: Date.UTC(2026, 0, 2, 3, 4, 5, 678),
    });
    expect(Object.keys((await readOne(entry)).request.headers)).toEqual(['x-api-key']);
  });

  it.each([
    [
      'text in base64',
      { text: Buffer.from('{"id":"é"}').toString('base64'), encoding: 'base64' },
      '{"id":"é"}',
    ],
    ['bytes in base64', { text: '/wA=', encoding: 'base64' }, Uint8Array.of(0xff, 0)],
    ['an empty text', { text: '', size: 0 }, ''],
    ['a size of zero', { size: 0 }, ''],
    ['a size without text: not kept', { size: 11 }, undefined],
    ['a size that is not known', { size: -1 }, undefined],
  ])('reads as content %s', async (_, content, body) => {
    expect((await readOne(response({ content }))).response.body).toEqual(body);
  });

  it('takes what came out of the cache for no content of a 304', async () => {
    const parts = { status: 304, bodySize: 0, content: { size: 11, text: '{"id":"é"}' } };
    expect((await readOne(response(parts))).response.body).toBeUndefined();
  });

  it('never decodes content again, whatever the header says', async () => {
    const headers = [{ name: 'content-encoding', value: 'gzip' }];
    expect((await readOne(response({ headers }))).response.body).toBe('{"id":"é"}');
  });

  it.each([
    [
      'parts without text',
      {
        mimeType: 'multipart/form-data; boundary=Xx',
        params: [
          { name: 'a', value: 'b' },
          { name: 'c', fileName: 'd"e.png', contentType: 'image/png' },
        ],
      },
      '--Xx\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--Xx\r\nContent-Disposition: form-data; name="c"; filename="d%22e.png"\r\nContent-Type: image/png\r\n\r\n<FILE>\r\n--Xx--\r\n',
    ],
    [
      'parts that nobody could tell apart',
      { mimeType: 'multipart/form-data', params: [{ name: 'a' }] },
      undefined,
    ],
    ['a form without text', { params: [{ name: 'a', value: 'b c' }, { name: 'd' }] }, 'a=b+c&d='],
    ['a form with an empty text', { text: '', params: [{ name: 'a', value: 'b c' }] }, 'a=b+c'],
    [
      'a text, rather than its parameters',
      { text: 'a=b%20c', params: [{ name: 'a', value: 'd' }] },
      'a=b%20c',
    ],
    ['an empty text', { text: '' }, undefined],
    ['an empty form', { text: '', params: [] }, undefined],
    ['nothing', undefined, undefined],
  ])('reads as request body %s', async (_, postData, body) => {
    expect((await readOne(request({ postData }))).request.body).toBe(body);
  });

  const length = (value: string) => ({ headers: [{ name: 'Content-Length', value }] });

  it.each<[boolean, string, object]>([
    [true, 'its size alone', { bodySize: 1234 }],
    [true, 'its size, and an empty text', { bodySize: 1234, postData: { mimeType: 'a/b', text: '' } }],
    [true, 'the length of a body of unknown size', { bodySize: -1, ...length('12') }],
    [true, 'the length alone', length('12')],
    [
      true,
      'a form of several parts without any',
      { postData: { mimeType: 'multipart/form-data', params: [] } },
    ],
    [false, 'nothing', {}],
    [false, 'that there was none', { bodySize: 0, ...length('12') }],
    [false, 'that its size is not known', { bodySize: -1, ...length('0') }],
    [false, 'all of it', { bodySize: 2, postData: { text: '{}' } }],
  ])('knows, %j, that a body was sent and not kept where it holds %s', async (isUnknown, _, parts) => {
    const sent = (await readOne(request({ postData: undefined, ...parts }))).request;
    expect(sent.bodyUnknown).toBe(isUnknown ? true : undefined);
  });

  it('keeps a request that got no response, with status 0', async () => {
    expect((await readOne(response({ status: 0, content: { size: 0 } }))).response.status).toBe(0);
  });

  describe('of Polly.JS', () => {
    // As @pollyjs/adapter-node-http 6.0.6 wrote it of `gzip('{"id":"é"}')`, in one chunk and in two.
    const zipped = 'H4sIAAAAAAAAA6tWykxRslI6vFKpFgC0MtgkCwAAAA==';
    const headers = [{ name: 'content-encoding', value: 'gzip' }];
    const inChunks = (...chunks: string[]) => ({
      headers,
      content: { encoding: 'base64', mimeType: 'application/json', size: 31, text: JSON.stringify(chunks) },
    });
    const bytes = Buffer.from(zipped, 'base64');

    it.each([
      ['one chunk', inChunks(zipped)],
      [
        'two chunks',
        inChunks(bytes.subarray(0, 10).toString('base64'), bytes.subarray(10).toString('base64')),
      ],
    ])('decodes a body that came encoded, in %s', async (_, parts) => {
      expect((await readOne(response(parts))).response.body).toBe('{"id":"é"}');
    });

    // As @pollyjs/adapter-node-http 5.1.1 writes them: in hex, with a mark of its own.
    const binary = (text: string) => ({ content: { _isBinary: true, mimeType: 'application/json', text } });
    const hex = bytes.toString('hex');

    it.each<[string, object, unknown]>([
      ['a body in one chunk', { headers, ...binary(JSON.stringify([hex])) }, '{"id":"é"}'],
      [
        'a body in two chunks',
        { headers, ...binary(JSON.stringify([hex.slice(0, 20), hex.slice(20)])) },
        '{"id":"é"}',
      ],
      ['no chunk', { headers, ...binary('[]') }, ''],
      ['bytes that came without encoding', binary('ff00'), Uint8Array.of(0xff, 0)],
      ['what is no hex', binary('ff0'), 'ff0'],
      ['text without the mark', { headers, content: { text: JSON.stringify([hex]) } }, JSON.stringify([hex])],
    ])('reads what its version 5 wrote: %s', async (_, parts, body) => {
      expect((await readOne(response(parts))).response.body).toEqual(body);
    });

    it('reads hex that is called so, and refuses what is called hex and is none', async () => {
      const inHex = (text: string) => ({ headers, content: { encoding: 'hex', size: 31, text } });
      expect((await readOne(response(inHex(JSON.stringify([hex]))))).response.body).toBe('{"id":"é"}');
      const plain = { content: { encoding: 'hex', text: Buffer.from('{"a":1}').toString('hex') } };
      expect((await readOne(response(plain))).response.body).toBe('{"a":1}');
      await expect(readOne(response({ content: { encoding: 'hex', text: '{"a":1}' } }))).rejects.toThrow(
        'exchange 0: response.content.text is not hex',
      );
    });

    it('says so of a bomb, and of what is not encoded as it says', async () => {
      const bomb = inChunks(gzipSync(Buffer.alloc(65 * 1024 * 1024)).toString('base64'));
      const faultOf = async (parts: object) => (await readOne(response(parts))).response.bodyFault?.reason;
      expect(await faultOf(bomb)).toBe('it has more than 67108864 bytes once decoded');
      expect(await faultOf(inChunks('eA=='))).toBe('it is not gzip');
    });

    it('reads a log whose first member is its own', async () => {
      const log = { _recordingName: 'x', creator: { name: 'Polly.JS' }, entries: [{ _id: 'a', ...entry }] };
      expect(await readAll(readHar, { log })).toHaveLength(1);
    });
  });

  // What is not kept as the format has it was once passed over, and its exchange counted as verified.
  it.each<[string, unknown, string]>([
    ['content that is text', response({ content: '{}' }), 'response.content is not an object, but a string'],
    ['no content', response({ content: undefined }), 'response.content is missing'],
    ['content that is null', response({ content: null }), 'response.content is not an object, but null'],
    ...(
      [
        ['an object', { id: 'e' }, 'an object'],
        ['a list', [1], 'a list'],
        ['a number', 123, 'a number'],
        ['a boolean', true, 'a boolean'],
      ] as const
    ).flatMap(([what, odd, kind]): [string, unknown, string][] => [
      [
        `a text that is ${what}`,
        response({ content: { text: odd } }),
        `response.content.text is not a string, but ${kind}`,
      ],
      [
        `a posted text that is ${what}`,
        request({ postData: { text: odd } }),
        `request.postData.text is not a string, but ${kind}`,
      ],
      [`a response.body that is ${what}`, response({ body: odd }), 'response.body is not of HAR'],
      [`a request.body that is ${what}`, request({ body: odd }), 'request.body is not of HAR'],
    ]),
    ['a response.body', response({ content: undefined, body: '{}' }), 'response.body is not of HAR'],
    [
      'posted data that is text',
      request({ postData: '{}' }),
      'request.postData is not an object, but a string',
    ],
    [
      'a form that is an object',
      request({ postData: { text: 'a=1', params: { a: 1 } } }),
      'request.postData.params is not a list, but an object',
    ],
    [
      'a parameter without a name',
      request({ postData: { params: [{ name: 'a' }, { value: 'x' }] } }),
      'request.postData.params[1].name is missing',
    ],
    [
      'a parameter whose value is an object',
      request({ postData: { params: [{ name: 'a', value: {} }] } }),
      'request.postData.params[0].value is not a string, but an object',
    ],
    [
      'another encoding',
      response({ content: { text: '00ff', encoding: 'base32' } }),
      'response.content.encoding is not base64',
    ],
    [
      'request headers that are an object',
      request({ headers: { 'X-Api-Key': 'k' } }),
      'request.headers is not a list, but an object',
    ],
    [
      'response headers that are an object',
      response({ headers: { Vary: 'Origin' } }),
      'response.headers is not a list, but an object',
    ],
    [
      'a header that is a text',
      response({ headers: [{ name: 'a', value: 'b' }, 'Vary: Origin'] }),
      'response.headers[1] is not a header',
    ],
    [
      'a header of another shape',
      request({ headers: [{ key: 'a', value: 'b' }] }),
      'request.headers[0] is not a header',
    ],
    [
      'a header with a list of values',
      request({ headers: [{ name: 'a', value: ['b'] }] }),
      'request.headers[0] is not a header',
    ],
    [
      'a status in quotes',
      response({ status: '200' }),
      'response.status is not an HTTP status, but a string',
    ],
    ['a status that is null', response({ status: null }), 'response.status is not an HTTP status, but null'],
    ['a request that is a text', { ...entry, request: 'GET /' }, 'request is not an object, but a string'],
  ])('refuses %s', async (_, odd, reason) => {
    await expect(readAll(readHar, har(entry, odd))).rejects.toThrow(`test.rec: exchange 1: ${reason}`);
  });

  it('never tells in a refusal what was recorded', async () => {
    const secret = 'sk-1234567890abcdef';
    for (const odd of [
      response({ content: { text: { secret } } }),
      response({ content: { text: 'x', encoding: secret } }),
      request({ headers: { [secret]: secret } }),
    ])
      await expect(readAll(readHar, har(odd))).rejects.not.toThrow(secret);
  });

  it.each<[string, unknown, object]>([
    [
      'null where nothing was kept',
      response({ content: { text: null, encoding: null } }),
      { body: undefined },
    ],
    ['UTF-8 as an encoding', response({ content: { text: '{}', encoding: 'utf8' } }), { body: '{}' }],
    ['null as headers', response({ headers: null }), { headers: {} }],
    [
      'a number as a value, and no value',
      response({ headers: [{ name: 'Age', value: 3 }, { name: 'a' }, { name: 'b', value: null }] }),
      { headers: { age: ['3'] } },
    ],
    ['no content of no response', response({ status: 0, content: undefined }), { status: 0 }],
  ])('takes %s', async (_, given, wanted) => {
    const read = (await readOne(given)).response;
    expect({ ...read, headers: { ...read.headers } }).toMatchObject(wanted);
    if ('headers' in wanted) expect({ ...read.headers }).toEqual(wanted.headers);
  });

  it('leaves out a date that is none', async () => {
    expect(await readOne({ ...entry, startedDateTime: 'yesterday' })).not.toHaveProperty('recordedAt');
  });

  it.each([
    ['no log', {}, 'log.entries is not a list'],
    ['no list of entries', { log: { entries: {} } }, 'log.entries is not a list'],
    ['an entry that is none', har(entry, 'x'), 'exchange 1: is not a HAR entry'],
    ['no request', har({ ...entry, request: undefined }), 'exchange 0: request is missing'],
    ['no address', har(request({ url: undefined })), 'exchange 0: request.url is missing'],
    [
      'more headers than anybody sends',
      har(response({ headers: Array.from({ length: 10_001 }, (_, at) => ({ name: `h${at}`, value: '' })) })),
      'exchange 0: has more than 10000 headers',
    ],
    ['no status', har(response({ status: 'OK' })), 'exchange 0: response.status is not an HTTP status'],
  ])('refuses a HAR with %s', async (_, given, reason) => {
    await expect(readAll(readHar, given)).rejects.toThrow(`test.rec: ${reason}`);
  });

  it('says where a truncated HAR breaks', async () => {
    const text = JSON.stringify(har(entry), null, 2).slice(0, 60);
    await expect(readAll(readHar, text)).rejects.toThrow(
      /^test\.rec: broken JSON at 5:7: expected .*text ends$/,
    );
  });
});
