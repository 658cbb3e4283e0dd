import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import nock from 'nock';
import { type Body, type Exchange, headerMap } from '../exchange.ts';
import { inFolder, readAll } from '../recording-source.test-support.ts';
import { readNock } from './nock-reader.ts';
import { toNockDefinitions } from './nock-writer.ts';

interface Parts {
  readonly method?: string;
  readonly url?: string;
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly requestBody?: Body;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Body;
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

const exchangeOf = (parts: Parts): Exchange => ({
  request: {
    method: parts.method ?? 'POST',
    url: parts.url ?? 'https://api.example.test/v0/things/thing_1/cancel',
    headers: headerMap(Object.entries(parts.requestHeaders ?? {})),
    body: parts.requestBody,
  },
  response: {
    status: parts.status ?? 200,
    headers: headerMap(Object.entries(parts.headers ?? JSON_TYPE)),
    body: 'body' in parts ? parts.body : '{"id":"thing_1"}',
  },
  recording: { file: 'test.rec', index: 0 },
  recordedAt: Date.UTC(2026, 0, 2, 3, 4, 5, 678),
});

describe('toNockDefinitions', () => {
  it('writes JSON that people can read', () => {
    const requestHeaders = { 'x-api-key': 'k-1234567890', accept: '*/*' };
    expect(toNockDefinitions([exchangeOf({ requestHeaders, requestBody: '{"a":1}' })])).toBe(`[
  {
    "scope": "https://api.example.test",
    "method": "POST",
    "path": "/v0/things/thing_1/cancel",
    "body": {
      "a": 1
    },
    "status": 200,
    "response": {
      "id": "thing_1"
    },
    "rawHeaders": {
      "content-type": "application/json; charset=utf-8"
    },
    "requestHeaders": {
      "accept": "*/*",
      "x-api-key": "<redacted>"
    },
    "recordedAt": "2026-01-02T03:04:05.678Z"
  }
]
`);
  });

  it('keeps harmless headers, and no secret in any place', () => {
    const secret = 'S3cr3t';
    const secrets = [
      'authorization',
      'proxy-authorization',
      'x-api-key',
      'cookie',
      'x-session-token',
      'x-forwarded-for',
      'x-own',
    ];
    const headers = {
      ...JSON_TYPE,
      etag: 'e',
      vary: 'Origin',
      'set-cookie': secret,
      'x-own': secret,
      'content-length': '9',
    };
    const text = toNockDefinitions([
      exchangeOf({
        url: `https://user:${secret}@api.example.test/x?api_key=${secret}&a=b`,
        requestHeaders: Object.fromEntries(secrets.map((name) => [name, secret])),
        headers,
      }),
    ]);
    expect(text).not.toContain(secret);
    const [definition] = JSON.parse(text);
    expect(Object.keys(definition.requestHeaders)).toEqual([
      'authorization',
      'proxy-authorization',
      'x-api-key',
      'x-session-token',
    ]);
    expect(definition.rawHeaders).toEqual({ ...JSON_TYPE, etag: 'e', vary: 'Origin' });
    expect(definition.path).toBe('/x?api_key=redacted&a=b');
  });

  it('refuses an address that is not absolute, without telling it', () => {
    expect(() => toNockDefinitions([exchangeOf({ url: '/x?key=k' })])).toThrow(
      'Failed to write a recording: the URL of a request is not absolute.',
    );
  });

  it('writes a body of any depth', async () => {
    const deep = exchangeOf({ body: '['.repeat(200_000) + ']'.repeat(200_000) });
    expect(await readAll(readNock, toNockDefinitions([deep]))).toEqual([deep]);
  });

  it('is read back to the same exchange', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyExchange, { minLength: 1, maxLength: 3 }), async (exchanges) => {
        const numbered = exchanges.map((exchange, index) => ({
          ...exchange,
          recording: { file: 'test.rec', index },
        }));
        expect(await readAll(readNock, toNockDefinitions(numbered))).toEqual(numbered);
      }),
      { numRuns: 300 },
    );
  });
});

const awkwardBodies: [string, Body][] = [
  ['a JSON object', '{"id":"é","list":[1,null,"x"]}'],
  ['JSON that was written otherwise', '{ "a": 1.0, "a": 2 }\n'],
  ['a JSON list that looks like hex', '["1f8b","00"]'],
  ['a JSON string', '"text"'],
  ['a JSON null', 'null'],
  ['a JSON false', 'false'],
  ['a JSON zero', '0'],
  ['an object with an awkward key', '{"__proto__":{"a":1}}'],
  ['text', 'upstream timed out'],
  ['text that looks like hex', 'deadbeef'],
  ['truncated JSON', '{"id":'],
  ['a byte order mark', '\ufeff{"a":1}'],
  ['bytes', Uint8Array.of(0xff, 0xfe, 0, 0x7b)],
  ['nothing', ''],
];

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

/** Only what can come off the wire: bytes that are text are text, and an empty request body is none. */
const body: fc.Arbitrary<Body> = fc.oneof(
  fc.json(),
  fc.json({ maxDepth: 3 }).map((json) => JSON.stringify(JSON.parse(json), null, 1)),
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.uint8Array({ minLength: 1 }).map((bytes) => Uint8Array.of(0xff, ...bytes)),
  fc.constantFrom(...awkwardBodies.map(([, awkward]) => awkward).filter((awkward) => awkward !== '')),
);

const keptHeaders = fc
  .dictionary(
    fc.constantFrom('content-type', 'date', 'etag', 'retry-after', 'vary', 'x-request-id'),
    fc.array(fc.string(), { minLength: 1, maxLength: 3 }),
  )
  .map((headers) =>
    headerMap(
      Object.entries(headers).flatMap(([name, values]) => values.map((value) => [name, value] as const)),
    ),
  );

const anyExchange: fc.Arbitrary<Exchange> = fc.record({
  request: fc.record({
    method: fc.constantFrom('GET', 'POST', 'DELETE'),
    url: fc
      .tuple(
        fc.constantFrom('https://a.test', 'http://127.0.0.1:8080', 'http://[::1]'),
        fc.webPath(),
        fc.webQueryParameters(),
      )
      .map(([origin, path, query]) => `${origin}/${path.replace(/^\//, '')}?${query}`),
    headers: fc.constantFrom(
      headerMap([]),
      headerMap([['x-api-key', '<redacted>']]),
      headerMap([['authorization', 'Bearer <redacted>']]),
      headerMap([['content-type', 'application/json']]),
    ),
    body: fc.oneof(fc.constant(undefined), body),
  }),
  response: fc.oneof(
    fc.record({
      status: fc.integer({ min: 206, max: 303 }),
      headers: keptHeaders,
      body: fc.oneof(body, fc.constantFrom('', undefined)),
    }),
    fc.record({ status: fc.constantFrom(204, 304), headers: keptHeaders, body: fc.constant(undefined) }),
  ),
  recording: fc.constant({ file: 'test.rec', index: 0 }),
  recordedAt: fc.integer({ min: 0, max: 4e12 }),
});
