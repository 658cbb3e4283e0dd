import { type Body, type Exchange, headerMap } from '../../exchange.ts';

interface Parts {
  readonly method?: string;
  readonly url?: string;
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly requestBody?: Body;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Body;
}

export const JSON_TYPE: Readonly<Record<string, string>> = {
  'content-type': 'application/json; charset=utf-8',
};

export const exchangeOf = (parts: Parts): Exchange => ({
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

/** What is easily changed on its way through JSON. */
export const awkwardBodies: readonly [what: string, body: Body][] = [
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
