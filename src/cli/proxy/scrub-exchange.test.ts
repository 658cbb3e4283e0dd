import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Exchange, headerMap } from '../../contract/exchange.ts';
import { toHarEntry } from '../../contract/recordings/index.ts';
import { CASES } from '../../contract/scrub/recordings.test-support.ts';
import { scrubRecording } from '../../contract/scrub/scrub-recording.ts';
import { NONE_DECLARED } from '../../secrets/credential-names.ts';
import { credentialFinder } from '../../secrets/find-credentials.ts';
import { exchangeScrubber } from './scrub-exchange.ts';

const key = `sk-${randomBytes(24).toString('hex')}`;
const session = randomUUID();

interface Parts {
  readonly url?: string | undefined;
  readonly sent?: Readonly<Record<string, string>>;
  readonly given?: Readonly<Record<string, string>>;
  readonly asked?: string | undefined;
  readonly body?: string | Uint8Array | undefined;
}

function exchangeOf({ url = 'https://a.test/x', sent = {}, given = {}, asked, body }: Parts): Exchange {
  const fields = (headers: Readonly<Record<string, string>>): Record<string, string[]> =>
    Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));
  return {
    request: { method: 'POST', url, headers: fields(sent), body: asked },
    response: { status: 200, headers: fields(given), body },
    recording: { file: 'a', index: 0 },
  };
}

const scrub = (parts: Parts, declared = NONE_DECLARED): Exchange =>
  exchangeScrubber(declared)(exchangeOf(parts));

describe('a scrubbed exchange', () => {
  it.each<[string, Parts, Parts]>([
    [
      'a header by name',
      { sent: { authorization: `Bearer ${key}` } },
      { sent: { authorization: 'Bearer <TOKEN>' } },
    ],
    [
      'cookies that are no words, but for their names and what a server says of them',
      {
        sent: { cookie: `lang=english; session=${session}` },
        given: { 'set-cookie': `session=${session}; Path=/; HttpOnly` },
        body: 'english',
      },
      {
        sent: { cookie: 'lang=english; session=<COOKIE>' },
        given: { 'set-cookie': 'session=<COOKIE>; Path=/; HttpOnly' },
        body: 'english',
      },
    ],
    [
      'a parameter',
      { url: `https://a.test/x?api_key=${key}&b=1` },
      { url: 'https://a.test/x?api_key=%3CAPI_KEY%3E&b=1' },
    ],
    [
      'an address that is given',
      { given: { location: '/x?token=sh0rt' } },
      { given: { location: '/x?token=%3CTOKEN%3E' } },
    ],
    [
      'a password, though it looks like none',
      { asked: '{"user":"me","password" : "pa\\"ss","note":"x"}' },
      { asked: '{"user":"me","password" : "<PASSWORD>","note":"x"}' },
    ],
    [
      'a field of a form',
      { asked: 'a=1&client_secret=s3c&b=2' },
      { asked: 'a=1&client_secret=%3CSECRET%3E&b=2' },
    ],
    [
      'an address within JSON, whose end stays',
      { asked: `{"next":"https://a.test/?a=1&token=${key}","b":1}` },
      { asked: '{"next":"https://a.test/?a=1&token=%3CTOKEN%3E","b":1}' },
    ],
    ['a token that is given', { body: `{"token":"${key}","n":1}` }, { body: '{"token":"<TOKEN>","n":1}' }],
    [
      'bytes',
      { sent: { 'x-api-key': key }, body: Buffer.from(`\xff${key}\xfe`, 'latin1') },
      { sent: { 'x-api-key': '<API_KEY>' }, body: Buffer.from('\xff<API_KEY>\xfe', 'latin1') },
    ],
  ])('is without %s', (_, parts, want) => {
    expect(scrub(parts)).toEqual(exchangeOf(want));
  });

  it('is without what a description calls a credential', () => {
    const declared = { ...NONE_DECLARED, header: new Set(['x-pass']), query: new Set(['who']) };
    expect(
      scrub({ url: 'https://a.test/?who=mei', sent: { 'x-pass': 'short' } }, declared).request,
    ).toMatchObject({
      url: 'https://a.test/?who=%3CCREDENTIAL%3E',
      headers: { 'x-pass': ['<CREDENTIAL>'] },
    });
  });

  it('is without the key of another one before it, and without its own', () => {
    const scrubEach = exchangeScrubber(NONE_DECLARED);
    scrubEach(exchangeOf({ sent: { 'x-api-key': key } }));
    for (let other = 0; other < 7; other += 1) scrubEach(exchangeOf({ sent: { 'x-api-key': randomUUID() } }));
    const { response } = scrubEach(exchangeOf({ body: `last seen: ${Buffer.from(key).toString('base64')}` }));
    expect(response.body).toBe('last seen: <API_KEY>');
    const other = randomUUID();
    const own = { sent: { 'x-api-key': other }, body: Buffer.from(other).toString('base64') };
    expect(scrubEach(exchangeOf(own)).response.body).toBe('<API_KEY>');
  });

  it('holds nothing that looks like a key, nor the key in any spelling', () => {
    const spell = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => encodeURIComponent(text).replaceAll('-', '%2D'),
      (text) => Buffer.from(text).toString('base64'),
      (text) => Buffer.from(`user:${text}`).toString('base64url'),
      (text) => Buffer.from(text).toString('hex'),
      (text) => text.replaceAll('-', '\\u002d'),
      (text) => text.toUpperCase(),
    );
    const place = fc.constantFrom<(text: string) => Parts>(
      (text) => ({ url: `https://a.test/x?q=${encodeURIComponent(text)}` }),
      (text) => ({ asked: `{"a":"${text}"}` }),
      (text) => ({ body: `{"a":["${text}"]}` }),
      (text) => ({ body: Buffer.from(`\xff ${text}`, 'latin1') }),
      (text) => ({ given: { 'x-echo': `got ${text}` } }),
      (text) => ({ sent: { 'x-other': text } }),
    );
    fc.assert(
      fc.property(spell, place, (spelled, placed) => {
        const parts = placed(spelled(key));
        const scrubbed = scrub({ ...parts, sent: { ...parts.sent, 'x-api-key': key } });
        const texts = JSON.stringify(scrubbed, (_, value) =>
          value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
        );
        expect(texts).not.toContain(spelled(key));
        expect(credentialFinder(NONE_DECLARED)(scrubbed)).toEqual([]);
      }),
    );
  });

  it.each(CASES)('has nothing left for scrub: %s', async (_, sample, secret, placeholder) => {
    const exchange = exchangeOf({ url: sample.url, asked: sample.requestBody, body: sample.body });
    const { request, response, recording } = exchange;
    const scrubbed = exchangeScrubber(NONE_DECLARED)({
      request: { ...request, headers: headerMap(Object.entries(sample.requestHeaders ?? {})) },
      response: { ...response, headers: headerMap(Object.entries(sample.headers ?? {})) },
      recording,
      recordedAt: 0,
    });
    const line = JSON.stringify(toHarEntry(scrubbed));
    expect(line).toContain(placeholder);
    expect(line).not.toContain(secret);
    expect((await scrubRecording(line, { file: 'a' })).struck).toEqual([]);
  });

  it('takes time in proportion to its bodies', () => {
    const started = performance.now();
    for (const piece of ['"a":"', '"', '\\', '&a=', '"password":"x', 'password=x&'])
      scrub({ asked: piece.repeat(2_000_000 / piece.length) });
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
