import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { NONE_DECLARED } from './credential-names.ts';
import { credentialFinder, type ExchangeTexts } from './find-credentials.ts';

type Body = string | Uint8Array;

interface Parts {
  readonly url?: string;
  readonly sent?: Readonly<Record<string, string>>;
  readonly given?: Readonly<Record<string, string>>;
  readonly asked?: Body;
  readonly body?: Body;
}

const find = ({ url = 'https://a.test/x', sent = {}, given = {}, asked, body }: Parts): string[] => {
  const fields = (headers: Readonly<Record<string, string>>): Record<string, string[]> =>
    Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));
  const exchange: ExchangeTexts = {
    request: { url, headers: fields(sent), body: asked },
    response: { headers: fields(given), body },
  };
  const found = credentialFinder(NONE_DECLARED)(exchange);
  return found.map(({ target, kind, name }) => `${target} ${kind} ${name}`.trim());
};

const key = randomUUID();
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: '1' })}.${randomBytes(32).toString('base64url')}`;
const secret = `sk-${randomBytes(12).toString('hex')}`;

describe('a key in an exchange', () => {
  it.each<[string, Parts, string[]]>([
    ['user and password', { url: `https://user:${secret}@a.test/x` }, ['request password']],
    ['a password that someone chose', { url: 'https://user:hunter2Abc@a.test/x' }, ['request password']],
    ['a key as the user', { url: `https://${key}@a.test/x` }, ['request password']],
    ['a parameter', { url: `https://a.test/x?x-api-key=${key}` }, ['request query x-api-key']],
    [
      'a parameter in the fragment',
      { url: `https://a.test/x#access_token=${key}` },
      ['request query access_token'],
    ],
    ['a token in the path', { url: `https://a.test/reset/${token}` }, ['request url']],
    [
      'a key that tells its maker, in a parameter of another name',
      { url: `https://a.test/x?q=${secret}` },
      ['request url'],
    ],
    ['a header with key in its name', { sent: { 'x-exa-key': key } }, ['request header x-exa-key']],
    ['a header of the response', { given: { 'x-auth-token': key } }, ['response header x-auth-token']],
    [
      'a header of any name',
      { given: { 'x-debug': `auth was Bearer ${secret}` } },
      ['response header x-debug'],
    ],
    ['an address in a header', { given: { location: `/x?token=${key}` } }, ['response header location']],
    [
      'the session of a response',
      { given: { 'set-cookie': `session=${key}; Path=/` } },
      ['response cookie session'],
    ],
    ['a cookie with a signed token', { sent: { cookie: `a=b; t=${token}` } }, ['request cookie t']],
    ['a member of what was sent', { asked: `{"api_key":"${key}"}` }, ['request body api_key']],
    [
      'a member, its name in camel case',
      { body: `{ "a": [{"clientSecret" : "${key}"}]}` },
      ['response body clientSecret'],
    ],
    [
      'a member of JSON in a string',
      { body: `{"a":"{\\"apiKey\\":\\"${key}\\"}"}` },
      ['response body apiKey'],
    ],
    ['a field of a form', { asked: `a=b&client_secret=${key}` }, ['request body client_secret']],
    ['a bearer token in a text', { body: `{"description":"Bearer ${secret}Q9"}` }, ['response body']],
    ['a signed token in a text', { body: `{"error":"bad token ${token}"}` }, ['response body']],
    ['a key that tells its maker', { body: `no such key: ${secret}` }, ['response body']],
    ['bytes', { body: Buffer.from(`\xff{"token":"${key}"}`, 'latin1') }, ['response body token']],
  ])('is found as %s', (_, parts, want) => {
    expect(find(parts)).toEqual(want);
  });

  it.each<[string, Parts]>([
    [
      'a text about tokens',
      { body: '{"description":"How many tokens? The API key of a bearer is a secret: sk-..."}' },
    ],
    ['an id', { body: `{"requestId":"${key}","id":"wenrich_01k6mz2x3c4v5b6n7m8a9s0d1f"}` }],
    [
      'the token of a page',
      { body: `{"nextPageToken":"${key}","page_token":"${key}"}`, url: `https://a.test/?pageToken=${key}` },
    ],
    [
      'a key of another kind',
      { body: `{"sortKey":"${key}","key":"${key}"}`, sent: { 'idempotency-key': key, 'postman-token': key } },
    ],
    [
      'what a server tells of itself',
      {
        given: {
          etag: `W/"${randomBytes(16).toString('hex')}"`,
          'cf-ray': '9a1b2c3d4e5f6a7b-SJC',
          'x-request-id': key,
        },
      },
    ],
    [
      'cookies against robots',
      { given: { 'set-cookie': `__cf_bm=${key}; path=/` }, sent: { cookie: `_ga=${key}; _cfuvid=${key}` } },
    ],
    [
      'placeholders',
      {
        body: '{"api_key":"<redacted>","token":"your-api-token-here-please"}',
        url: 'https://user:password@a.test/?token=redacted',
      },
    ],
    ['an address with an @', { url: 'https://a.test/@user:hunter2Abc' }],
    ['a header of counts', { given: { 'x-ratelimit-remaining-tokens': '12345678901234567890' } }],
  ])('is not seen in %s', (_, parts) => {
    expect(find(parts)).toEqual([]);
  });

  it('is looked for in no more than linear time', () => {
    const bodies = ['eyJ', 'eyJ-', 'a', 'a-', 'a"', '\\', 'key="', 'key":', 'Bearer ', 'sk-'].map(
      (piece) => `token="${piece.repeat(1_000_000 / piece.length)}`,
    );
    const started = performance.now();
    for (const body of bodies) find({ body });
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
