import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type Exchange, headerMap } from '../../contract/exchange.ts';
import { random, SHAPED_KEYS } from '../../secrets/known-keys.test-support.ts';
import { SPELLINGS } from '../../secrets/spellings.test-support.ts';
import { holdsKey, scrubKey } from './scrub-key.ts';

const KEY = 's3cret"key/\\+';
const OTHER = random(32);

const exchange: Exchange = {
  request: {
    method: 'POST',
    url: `https://api.example.test/x/${encodeURIComponent(KEY)}?a=${KEY}`,
    headers: headerMap([['x-other', `a ${KEY} b`]]),
    body: JSON.stringify({ key: KEY }),
  },
  response: {
    status: 400,
    headers: headerMap([
      ['x-echo', KEY],
      [`x-${KEY.toLowerCase()}`, 'b'],
    ]),
    body: Buffer.concat([Buffer.of(0xff, 0), Buffer.from(KEY), Buffer.of(0xfe)]),
  },
  recording: { file: 'f', index: 0 },
};

describe('scrubbing the key', () => {
  it('finds it in addresses, headers and bodies, bytes too, however it is spelled', () => {
    const { request, response } = scrubKey(exchange, KEY);
    expect(request.url).toBe('https://api.example.test/x/<redacted>?a=<redacted>');
    expect(request.headers['x-other']).toEqual(['a <redacted> b']);
    expect(request.body).toBe('{"key":"<redacted>"}');
    expect(response.headers['x-echo']).toEqual(['<redacted>']);
    expect(Buffer.from(response.body as Uint8Array)).toEqual(
      Buffer.concat([Buffer.of(0xff, 0), Buffer.from('<redacted>'), Buffer.of(0xfe)]),
    );
  });

  it('leaves what does not hold it as it was', () => {
    expect(scrubKey(exchange, 'another')).toEqual({
      ...exchange,
      response: { ...exchange.response, body: Buffer.from(exchange.response.body as Uint8Array) },
    });
  });

  it.each([
    KEY.toUpperCase(),
    JSON.stringify(KEY).slice(1, -1).replace('/', '\\/'),
    encodeURIComponent(KEY).toLowerCase(),
  ])('finds it as %s', (spelling) => {
    const body = `{"error":"no such key: ${spelling}"}`;
    const scrubbed = scrubKey({ ...exchange, response: { ...exchange.response, body } }, KEY);
    expect(scrubbed.response.body).toBe('{"error":"no such key: <redacted>"}');
  });

  it.each(Object.entries(SPELLINGS))('finds it in any text or bytes where it is %s', (_, spell) => {
    const key = '9a3f1c2e-5b7d-4e8f-a1b2-c3d4e5f60718';
    const body = `no such key: "${spell(key)}"`;
    const scrubbed = (given: string | Uint8Array): string => {
      const response = { ...exchange.response, body: given };
      return Buffer.from(scrubKey({ ...exchange, response }, key).response.body ?? '').toString();
    };
    const want = /^no such key: "[\w+/]{0,3}<redacted>[\w+/=%]{0,6}"$/;
    expect(scrubbed(body)).toMatch(want);
    expect(scrubbed(Buffer.concat([Buffer.from(body), Buffer.of(0xff)])).replace(/\ufffd/g, '')).toMatch(
      want,
    );
    expect(holdsKey(body, key)).toBe(true);
  });

  it.each([
    ['without its dashes', '9a3f1c2e5b7d4e8fa1b2c3d4e5f60718'],
    ['cut after twenty characters', '9a3f1c2e-5b7d-4e8f-a1b2'],
  ])('finds a UUID %s', (_, spelled) => {
    const response = { ...exchange.response, body: `<${spelled}>` };
    const scrubbed = scrubKey({ ...exchange, response }, '9a3f1c2e-5b7d-4e8f-a1b2-c3d4e5f60718');
    expect(scrubbed.response.body).toBe('<<redacted>>');
  });

  it.each(['', 'u:', 'ab:'])('finds it in base64, after %j', (user) => {
    const body = Buffer.from(`${user}${KEY}:x`).toString('base64');
    const scrubbed = scrubKey({ ...exchange, response: { ...exchange.response, body } }, KEY);
    expect(scrubbed.response.body).toContain('<redacted>');
    expect(
      Buffer.from(String(scrubbed.response.body).replaceAll('<redacted>', '===='), 'base64').toString(),
    ).not.toContain(KEY.slice(2, -2));
  });

  it('takes out what looks like another key, too', () => {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const token = `${part({ alg: 'HS256' })}.${part({ sub: '1' })}.${randomBytes(32).toString('base64url')}`;
    const secret = randomBytes(24).toString('base64url');
    const body = JSON.stringify({ error: `expired: ${token}`, secret });
    const scrubbed = scrubKey({ ...exchange, response: { ...exchange.response, body } }, KEY);
    expect(scrubbed.response.body).toBe('{"error":"expired: <redacted>","secret":"<redacted>"}');
  });

  it.each(SHAPED_KEYS)('such as one of %s', (_, other) => {
    const given = { ...exchange.response, body: `{"note":"use ${other}, please"}` };
    const scrubbed = scrubKey({ ...exchange, response: given }, KEY);
    expect(scrubbed.response.body).toBe('{"note":"use <redacted>, please"}');
  });

  it.each<[given: object, scrubbed: object]>([
    [{ authorization: `Basic ${OTHER}` }, { authorization: 'Basic <redacted>' }],
    [
      { passphrase: OTHER, jwt: OTHER },
      { passphrase: '<redacted>', jwt: '<redacted>' },
    ],
    [{ apiKeys: [OTHER, 'none'] }, { apiKeys: ['<redacted>', 'none'] }],
    [
      { name: 'x-api-key', value: OTHER },
      { name: 'x-api-key', value: '<redacted>' },
    ],
  ])('and %j', (given, want) => {
    const body = JSON.stringify(given);
    const scrubbed = scrubKey({ ...exchange, response: { ...exchange.response, body } }, KEY);
    expect(scrubbed.response.body).toBe(JSON.stringify(want));
  });

  it('however many there are, and wherever else they stand', () => {
    const others = Array.from({ length: 2_000 }, () => random(32));
    const request = { ...exchange.request, url: `https://api.example.test/x/${others[7]}?of=${others[8]}` };
    const body = JSON.stringify(
      others.map((apiKey, at) => ({ at, apiKey, again: `not ${apiKey.toUpperCase()}` })),
    );
    const scrubbed = scrubKey({ ...exchange, request, response: { ...exchange.response, body } }, KEY);
    expect(scrubbed.request.url).toBe('https://api.example.test/x/<redacted>?of=<redacted>');
    expect(JSON.parse(String(scrubbed.response.body))).toEqual(
      others.map((_, at) => ({ at, apiKey: '<redacted>', again: 'not <redacted>' })),
    );
  });

  it.each([KEY, JSON.stringify(KEY), encodeURIComponent(KEY), Buffer.from(KEY).toString('hex')])(
    'sees it in a text as %s',
    (spelling) => {
      expect(holdsKey(`before ${spelling} after`, KEY)).toBe(true);
      expect(holdsKey(`before ${spelling.slice(1, -2)}, after`, KEY)).toBe(false);
    },
  );
});
