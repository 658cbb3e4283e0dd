import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { NONE_DECLARED } from '../../secrets/credential-names.ts';
import { credentialFinder } from '../../secrets/find-credentials.ts';
import { random, SHAPED_KEYS } from '../../secrets/known-keys.test-support.ts';
import type { Exchange } from '../exchange.ts';
import { readRecordingText } from '../recordings/index.ts';
import { ENCODED_FORMATS, PLAIN_FORMATS, type Sample } from './recordings.test-support.ts';
import { scrubRecording } from './scrub-recording.ts';

const KEY = random(32);
const KEY_BASE64 = Buffer.from(`someone:${KEY}`).toString('base64');
const OPEN_LINK =
  'https://b.s3.amazonaws.com/k?X-Amz-Date=20260101T000000Z&X-Amz-Expires=600&X-Amz-Signature=';

/** A credential of each kind in each place: where it is, what it is, and what is to stand there instead. */
const CASES: readonly (readonly [place: string, sample: Sample, secret: string, placeholder: string])[] = [
  ['a bearer token', { requestHeaders: { Authorization: `Bearer ${KEY}` } }, KEY, '<TOKEN>'],
  [
    'user and password',
    { requestHeaders: { authorization: `Basic ${KEY_BASE64}` } },
    KEY_BASE64,
    '<CREDENTIAL>',
  ],
  ['a key', { requestHeaders: { 'X-Api-Key': KEY } }, KEY, '<API_KEY>'],
  ['a short key', { requestHeaders: { 'x-api-key': 'a1b2-c3' } }, 'a1b2-c3', '<API_KEY>'],
  ['a cookie that is sent', { requestHeaders: { Cookie: 'lang=en; sid=q7Zz; dark=1' } }, 'q7Zz', '<COOKIE>'],
  ['a cookie that is given', { headers: { 'Set-Cookie': `id=${KEY}; Path=/; HttpOnly` } }, KEY, '<COOKIE>'],
  ['a token that is given', { headers: { 'x-auth-token': KEY } }, KEY, '<TOKEN>'],
  [
    'an address that is given',
    { headers: { Location: `https://a.example/#access_token=${KEY}` } },
    KEY,
    '%3CTOKEN%3E',
  ],
  [
    'the password in the URL',
    { url: 'https://joe:hunter2x@api.example.test/e' },
    'hunter2x',
    '%3CPASSWORD%3E',
  ],
  ['a member that is sent', { requestBody: JSON.stringify({ clientSecret: KEY, a: 1 }) }, KEY, '<SECRET>'],
  ['a password that is sent', { requestBody: '{"password":"swordfish"}' }, 'swordfish', '<PASSWORD>'],
  ['a field of a form', { requestBody: `a=1&client_secret=${KEY}` }, KEY, '%3CSECRET%3E'],
  ['a member that is received', { body: JSON.stringify({ data: { access_token: KEY } }) }, KEY, '<TOKEN>'],
  ['one of a list', { body: JSON.stringify({ apiKeys: [KEY] }) }, KEY, '<API_KEY>'],
  ['beside its name', { body: JSON.stringify([{ name: 'x-api-key', value: KEY }]) }, KEY, '<API_KEY>'],
  ['JSON within JSON', { body: JSON.stringify({ log: JSON.stringify({ token: KEY }) }) }, KEY, '<TOKEN>'],
  ['a signed link', { body: JSON.stringify({ at: OPEN_LINK + KEY }) }, KEY, '%3CSIGNATURE%3E'],
  ...SHAPED_KEYS.map(
    ([what, key]) =>
      [what, { body: `It is ${key}.` }, key, /^(?:sk|A[KS]IA)/.test(key) ? '<API_KEY>' : '<TOKEN>'] as const,
  ),
];

async function readText(text: string): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = [];
  for await (const batch of readRecordingText('a', text)) exchanges.push(...batch);
  return exchanges;
}

/** All that a scrubbed recording has to be. */
async function expectClean(text: string, secret: string): Promise<void> {
  const exchanges = await readText(text);
  expect(exchanges.flatMap(credentialFinder(NONE_DECLARED))).toEqual([]);
  expect(text + JSON.stringify(exchanges)).not.toContain(secret);
  expect(await scrubRecording(text, { file: 'a' })).toEqual({ recording: text, struck: [] });
}

describe.each(Object.entries(PLAIN_FORMATS))('%s', (_, write) => {
  it.each(CASES)('loses %s, and nothing else', async (_place, sample, secret, placeholder) => {
    const text = write(sample);
    const { recording, struck } = await scrubRecording(text, { file: 'a' });
    expect(recording).toBe(text.replaceAll(secret, placeholder));
    expect(struck).toEqual([{ placeholder: decodeURIComponent(placeholder), times: expect.any(Number) }]);
    await expectClean(recording, secret);
  });

  it('loses a key in a query, decoded and not', async () => {
    const text = write({ url: `https://api.example.test/e?api_key=${KEY}&n=1` });
    const { recording } = await scrubRecording(text, { file: 'a' });
    const expected = text.replace(`api_key=${KEY}`, 'api_key=%3CAPI_KEY%3E').replaceAll(KEY, '<API_KEY>');
    expect(recording).toBe(expected);
    await expectClean(recording, KEY);
  });

  it('loses what a server says again of the key that it was sent', async () => {
    const text = write({
      requestHeaders: { 'x-api-key': KEY },
      headers: { 'x-note': `of ${KEY}` },
      body: `No ${encodeURIComponent(`${KEY}/`)}`,
    });
    const { recording } = await scrubRecording(text, { file: 'a' });
    expect(recording).toBe(text.replaceAll(KEY, '<API_KEY>'));
  });

  it.each<readonly [string, Sample]>([
    ['placeholders', { requestHeaders: { Authorization: 'Bearer <TOKEN>', 'X-Api-Key': 'your-key-here' } }],
    ['a limit beside the name of a token', { headers: { 'x-rate-limit-token-remaining': '10000' } }],
    ['a cookie that is a word', { requestHeaders: { Cookie: 'lang=english; theme=dark' } }],
    ['a public token in what was received', { body: `<a href="https://a.example/?token=${KEY}">` }],
    ['a word that is asked for', { url: 'https://api.example.test/e?key=color&token=next' }],
  ])('keeps %s', async (_what, sample) => {
    const text = write(sample);
    expect(await scrubRecording(text, { file: 'a' })).toEqual({ recording: text, struck: [] });
  });
});

describe.each(Object.entries(ENCODED_FORMATS))('%s', (_, write) => {
  it.each(CASES.filter(([, { body }]) => body !== undefined))(
    'loses %s, and is read as before',
    async (_place, sample, secret, placeholder) => {
      const text = write(sample);
      const { recording, struck } = await scrubRecording(text, { file: 'a' });
      const before = (await readText(text)).map(({ response }) => response.body);
      expect(before.join()).toContain(secret);
      expect((await readText(recording)).map(({ response }) => response.body)).toEqual(
        before.map((body) => String(body).replaceAll(secret, placeholder)),
      );
      expect(struck.length).toBe(1);
      // Of chunks nobody says how long each is.
      const written = write({ ...sample, body: String(sample.body).replaceAll(secret, placeholder) });
      if (!/^\[|_recordingName/.test(text) || /"responseIsBinary"/.test(text))
        expect(recording).toBe(written);
      await expectClean(recording, secret);
    },
  );
});

describe('scrubRecording', () => {
  it('zips again what was zipped, and keeps a byte order mark', async () => {
    const text = `\ufeff${PLAIN_FORMATS['HAR']?.({ requestHeaders: { 'x-api-key': KEY } })}`;
    const struck = text.replaceAll(KEY, '<API_KEY>');
    const { recording } = await scrubRecording(gzipSync(text), { file: 'a' });
    expect(recording).toEqual(gzipSync(struck));
    expect((await scrubRecording(Buffer.from(text), { file: 'a' })).recording).toEqual(Buffer.from(struck));
  });

  it('keeps a name that stands twice, and strikes out both', async () => {
    const headers = (key: string): string =>
      `[{"scope":"https://a.example","method":"GET","path":"/","response":{},"reqheaders":{"x-api-key":"${key}","x-api-key":"${key}"}}]`;
    expect((await scrubRecording(headers(KEY), { file: 'a' })).recording).toBe(headers('<API_KEY>'));
  });

  it.each(['nock', 'HAR', 'NDJSON'])('strikes out each exchange of a large recording: %s', async (format) => {
    const body = 'x'.repeat(1_200_000);
    const one = PLAIN_FORMATS[format]?.({ requestHeaders: { 'x-api-key': 'a1-b2' }, body }) ?? '';
    const [, item = ''] = /entries": \[(.*)\] \} \}$/s.exec(one) ?? /^\[(.*)\]\n$/s.exec(one) ?? [];
    const text = item === '' ? one + one : one.replace(item, `${item} , ${item}`);
    expect(await scrubRecording(text, { file: 'a' })).toEqual({
      recording: text.replaceAll('a1-b2', '<API_KEY>'),
      struck: [{ placeholder: '<API_KEY>', times: 2 }],
    });
  });

  it('keeps each escape that stands in one text with a key', async () => {
    const log = (key: string): string =>
      `[{"scope":"https://a.example","method":"GET","path":"\\u002f","response":"\\u00e9\\n\\/\\ud83d\\ude00é\\t{\\"token\\":\\"${key}\\"}\\u0041"}]`;
    expect((await scrubRecording(log(KEY), { file: 'a' })).recording).toBe(log('<TOKEN>'));
  });

  it.each(['nock', 'VCR', 'HAR'])('strikes out thousands of keys of one body: %s', async (format) => {
    const body = JSON.stringify(Array.from({ length: 5_000 }, () => ({ access_token: random(30) })));
    const { recording, struck } = await scrubRecording(PLAIN_FORMATS[format]?.({ body }) ?? '', {
      file: 'a',
    });
    expect(struck).toEqual([{ placeholder: '<TOKEN>', times: 5_000 }]);
    const left = /[a-z\d]{30}/i;
    expect(recording).not.toMatch(left);
  });

  it('writes a text of YAML that says a key in escapes in quotes, and all else as it was', async () => {
    const escaped = Array.from(KEY, (letter) => `\\x${letter.charCodeAt(0).toString(16)}`).join('');
    const cassette = (value: string): string =>
      `interactions:\n- request: {method: GET, uri: 'https://a.example/', headers: {X-Api-Key: [${value}]}} # k\n  response: {status: {code: 200}}\n`;
    const { recording } = await scrubRecording(cassette(`"${escaped}"`), { file: 'a' });
    expect(recording).toBe(cassette('"<API_KEY>"'));
  });

  it('strikes out the cookies that a HAR has in a list of their own, but for words', async () => {
    const cookies = (value: string): string =>
      `[{"name": "id", "path": "/", "value": "${value}"}, {"name": "theme", "value": "dark"}]`;
    const log = (value: string): string =>
      `{"log": {"entries": [{"request": {"method": "GET", "url": "https://a.example/", "cookies": ${cookies(value)}}, "response": {"status": 0, "cookies": ${cookies(value)}}}]}}`;
    expect((await scrubRecording(log('q7-Zz9'), { file: 'a' })).recording).toBe(log('<COOKIE>'));
  });

  it('reads a text that Ruby ends at the start of a line, and writes it as it was', async () => {
    const cassette = (key: string): string =>
      `http_interactions:\n- request:\n    method: get\n    uri: https://a.example/\n    body:\n      string: 'a${key}\n\n'\n    headers:\n      X-Api-Key: [${key}]\n  response:\n    status: {code: 200}\n    body:\n      string: '{"token":"${key}"}\n\n'\n    headers:\n      X-Auth-Token: [${key}]\n`;
    const struck = cassette('<API_KEY>').replace(/(<API_KEY>)(?="|\]\n$)/g, '<TOKEN>');
    expect((await scrubRecording(cassette(KEY), { file: 'a' })).recording).toBe(struck);
  });

  it('strikes out a header list that an alias stands for', async () => {
    const cassette = (key: string): string =>
      `http_interactions:\n- request:\n    method: get\n    uri: https://a.example/\n    headers:\n      X-Note: &1\n      - ${key}\n      X-Api-Key: *1\n  response:\n    status: {code: 200}\n`;
    expect((await scrubRecording(cassette('s3cr-et'), { file: 'a' })).recording).toBe(cassette('<API_KEY>'));
  });

  it('goes by the names that a description declares', async () => {
    const text = JSON.stringify([
      {
        scope: 'https://a.example',
        method: 'GET',
        path: '/?who=a1-b2',
        response: '',
        reqheaders: { 'x-who': 'a1-b2' },
      },
    ]);
    expect((await scrubRecording(text, { file: 'a' })).struck).toEqual([]);
    const { bundledContract } = await import('../bundled-contract.ts');
    const [operation, ...others] = bundledContract.operations;
    if (operation === undefined) throw new Error('there is no operation');
    const security = [
      [
        { ...operation.security[0]?.[0], in: 'header', name: 'x-who' },
        { ...operation.security[0]?.[0], in: 'query', name: 'who' },
      ],
    ] as typeof operation.security;
    const contract = { ...bundledContract, operations: [{ ...operation, security }, ...others] };
    const { struck } = await scrubRecording(text, { file: 'a', contract });
    expect(struck).toEqual([{ placeholder: '<CREDENTIAL>', times: 2 }]);
  });

  it.each([
    ['no recording', '{"a": 1}'],
    ['what is cut off', '[{"scope": "https://a.example", "path'],
    ['what has no exchange', '[]'],
    ['YAML that Ruby writes and YAML does not allow', PLAIN_FORMATS['VCR']?.({ body: 'a\n\nb\n\n' }) ?? ''],
  ])('refuses %s, and tells nothing of it', async (_, text) => {
    await expect(scrubRecording(text, { file: 'a.json' })).rejects.toMatchObject({
      name: 'RecordingError',
      message: expect.stringMatching(/^a\.json: /),
    });
  });
});
