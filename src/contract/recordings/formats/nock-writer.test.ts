import { describe, expect, it } from '@jest/globals';
import { readAll } from '../source.test-support.ts';
import { readNock, toNockDefinitions } from './nock.ts';
import { exchangeOf, JSON_TYPE } from './nock-writer.test-support.ts';

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
    expect(await readAll(readNock, toNockDefinitions([deep]))).toEqual([{ ...deep, recorded: true }]);
  });
});
