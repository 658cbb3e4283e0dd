import { describe, expect, it } from '@jest/globals';
import { type Body, headerMap } from '../../exchange.ts';
import { readAll } from '../source.test-support.ts';
import { type DatedExchange, type HarOptions, readHar, toHar } from './har.ts';

interface Parts {
  readonly url?: string;
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly requestBody?: Body;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Body;
}

const OPTIONS: HarOptions = { creator: { name: 'test', version: '1' } };

const exchangeOf = (parts: Parts): DatedExchange => ({
  request: {
    method: 'POST',
    url: parts.url ?? 'https://api.example.test/v0/things/thing_1/cancel',
    headers: headerMap(Object.entries(parts.requestHeaders ?? {})),
    body: parts.requestBody,
  },
  response: {
    status: parts.status ?? 200,
    headers: headerMap(Object.entries(parts.headers ?? { 'content-type': 'application/json' })),
    body: 'body' in parts ? parts.body : '{"id":"thing_1"}',
  },
  recording: { file: 'test.har', index: 0 },
  recordedAt: Date.UTC(2026, 0, 2, 3, 4, 5, 678),
});

describe('toHar', () => {
  it('writes what the format demands of a log and its entries', () => {
    const exchange = exchangeOf({ url: 'https://api.example.test/x?a=b%20c&d=' });
    const { log } = JSON.parse(toHar([exchange], { ...OPTIONS, comment: 'source: simulator' }));
    expect(log).toMatchObject({
      version: '1.2',
      creator: { name: 'test', version: '1' },
      comment: 'source: simulator',
    });
    expect(log.entries).toEqual([
      {
        startedDateTime: '2026-01-02T03:04:05.678Z',
        time: 0,
        request: {
          method: 'POST',
          url: 'https://api.example.test/x?a=b%20c&d=',
          httpVersion: 'HTTP/1.1',
          cookies: [],
          headers: [],
          queryString: [
            { name: 'a', value: 'b c' },
            { name: 'd', value: '' },
          ],
          headersSize: -1,
          bodySize: 0,
        },
        response: {
          status: 200,
          statusText: 'OK',
          httpVersion: 'HTTP/1.1',
          cookies: [],
          headers: [{ name: 'content-type', value: 'application/json' }],
          content: { size: 16, mimeType: 'application/json', text: '{"id":"thing_1"}' },
          redirectURL: '',
          headersSize: -1,
          bodySize: -1,
        },
        cache: {},
        timings: { send: 0, wait: 0, receive: 0 },
      },
    ]);
  });

  it('keeps harmless headers, and no secret in any place', () => {
    const secret = 'S3cr3t';
    const secrets = ['authorization', 'x-api-key', 'cookie', 'x-session-token', 'x-forwarded-for', 'x-own'];
    const text = toHar(
      [
        exchangeOf({
          url: `https://user:${secret}@api.example.test/x?api_key=${secret}&a=b`,
          requestHeaders: Object.fromEntries(secrets.map((name) => [name, secret])),
          headers: { etag: 'e', 'set-cookie': secret, 'x-own': secret, 'content-encoding': 'gzip' },
        }),
      ],
      OPTIONS,
    );
    expect(text).not.toContain(secret);
    const [{ request, response }] = JSON.parse(text).log.entries;
    const names = (fields: readonly { name: string }[]): string[] => fields.map(({ name }) => name);
    expect(names(request.headers)).toEqual(['authorization', 'x-api-key', 'x-session-token']);
    expect(names(response.headers)).toEqual(['etag']);
    expect(request.queryString).toContainEqual({ name: 'api_key', value: 'redacted' });
  });

  it.each<[string, Parts]>([
    ['JSON as it was written', { body: '{ "a": 1.0, "a": 2 }\n' }],
    ['text', { body: 'upstream timed out', headers: { 'content-type': 'text/plain' } }],
    ['a byte order mark', { body: '\ufeff{}' }],
    ['bytes', { body: Uint8Array.of(0xff, 0xfe, 0, 0x7b) }],
    ['an empty body', { body: '' }],
    ['a body that was not kept', { body: undefined }],
    ['no body where none is allowed', { status: 204, body: undefined }],
    [
      'a request with a body',
      { requestBody: '{"a":1}', requestHeaders: { 'content-type': 'application/json' } },
    ],
    ['a request in bytes', { requestBody: Uint8Array.of(0xff, 1) }],
    ['an undocumented status', { status: 299 }],
    ['no content-type', { headers: {} }],
  ])('is read back to the same exchange: %s', async (_, parts) => {
    const exchanges = [0, 1].map((index) => ({
      ...exchangeOf(parts),
      recording: { file: 'test.rec', index },
    }));
    expect(await readAll(readHar, toHar(exchanges, OPTIONS))).toEqual(
      exchanges.map((exchange) => ({ ...exchange, recorded: true })),
    );
  });
});
