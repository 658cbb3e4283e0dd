import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { NONE_DECLARED } from '../../secrets/credential-names.ts';
import { credentialFinder } from '../../secrets/find-credentials.ts';
import { random } from '../../secrets/known-keys.test-support.ts';
import type { Exchange } from '../exchange.ts';
import { readRecordingText } from '../recordings/index.ts';
import {
  CASES,
  ENCODED_FORMATS,
  KEY,
  PLAIN_FORMATS,
  type Sample,
  USER_URL,
} from './recordings.test-support.ts';
import { scrubRecording } from './scrub-recording.ts';

/** The lists of bytes that Newman has as the texts that they are. */
function readable(text: string): string {
  return text.replace(/"data": (\[[\d\s,]+\])/g, (_, list) =>
    JSON.stringify(Buffer.from(JSON.parse(list)).toString()),
  );
}

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
  // Postman has the user and the password of a URL apart from it, and others have no host.
  const cases = CASES.filter(
    ([place]) => place !== 'the password in the URL' || write({ url: USER_URL }).includes(USER_URL),
  );

  it.each(cases)('loses %s, and nothing else', async (_place, sample, secret, placeholder) => {
    const text = write(sample);
    const { recording, struck } = await scrubRecording(text, { file: 'a' });
    expect(readable(recording)).toBe(readable(text).replaceAll(secret, placeholder));
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
    expect(readable(recording)).toBe(readable(text).replaceAll(KEY, '<API_KEY>'));
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
