import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readRecordings } from '../../contract/recordings/index.ts';
import { main } from '../main.ts';
import { fakeTerminal } from '../terminal.test-support.ts';
import { type Listening, listening, startProxy } from './proxy.test-support.ts';
import { openRecordingFile } from './recording-file.ts';

let folder: string;
let output: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exa-proxy-file-'));
  output = join(folder, 'traffic.ndjson');
});
afterEach(() => rm(folder, { recursive: true }));

const LINE = JSON.stringify({
  startedDateTime: '2026-01-15T09:30:00.000Z',
  request: { method: 'GET', url: 'https://a.test/' },
  response: { status: 200, content: {} },
});

/** Opens it, and adds a line. */
async function add(): Promise<{ before: number; after: string }> {
  const file = await openRecordingFile(output);
  const before = file.count;
  await file.append({ startedDateTime: 'new' });
  await file.close();
  return { before, after: await readFile(output, 'utf8') };
}

const NEW = '{"startedDateTime":"new"}\n';

describe('a recording that grows', () => {
  it.each<[string, string | undefined, number, string]>([
    ['is made where there is none', undefined, 0, ''],
    ['may be empty', '', 0, ''],
    ['is gone on with', `${LINE}\n${LINE}\n`, 2, `${LINE}\n${LINE}\n`],
    ['loses a last line that was torn off', `${LINE}\n${LINE.slice(0, 50)}`, 1, `${LINE}\n`],
    ['loses a first line that was torn off', LINE.slice(0, 10), 0, ''],
    ['loses a line that was torn within a character', `${LINE}\n{"startedDateTime":"\ud83d`, 1, `${LINE}\n`],
    ['keeps a last line that lacks but its end', `${LINE}\n${LINE}`, 2, `${LINE}\n${LINE}\n`],
  ])('%s', async (_, stored, count, kept) => {
    if (stored !== undefined) await writeFile(output, stored);
    expect(await add()).toEqual({ before: count, after: kept + NEW });
  });

  it.each([
    ['replaced', async () => rename(`${output}.new`, output)],
    ['removed', async () => rm(output)],
  ])('says so where it was %s meanwhile: what is written then is lost', async (_, change) => {
    const file = await openRecordingFile(output);
    await file.append({ startedDateTime: 'new' });
    await writeFile(`${output}.new`, NEW);
    await change();
    await file.append({ startedDateTime: 'new' });
    await expect(file.close()).rejects.toThrow(
      'traffic.ndjson: was replaced or removed while it was written',
    );
  });

  it('makes its folder, and is what a link leads to', async () => {
    await mkdir(join(folder, 'real'));
    await symlink('real/there.ndjson', output);
    await add();
    expect(await readFile(join(folder, 'real/there.ndjson'), 'utf8')).toBe(NEW);
    output = join(folder, 'a/b/new.ndjson');
    await add();
    expect((await stat(output)).isFile()).toBe(true);
  });

  it.each([
    [
      '{"log":{"version":"1.2","entries":[]}}\n',
      /is there, and is no NDJSON of HAR entries: take another file$/,
    ],
    ['key: value\n', /is no NDJSON of HAR entries/],
    ['{"password":"x"}', /is no NDJSON of HAR entries/],
    ['{"st', /^never$/],
  ])('is none where %j is there', async (stored, message) => {
    await writeFile(output, stored);
    // The start of a line is one that was torn off.
    if (String(message) === '/^never$/') await add();
    else {
      await expect(add()).rejects.toThrow(message);
      expect(await readFile(output, 'utf8')).toBe(stored);
    }
  });

  it('is no folder, and no device', async () => {
    output = folder;
    await expect(add()).rejects.toThrow(/it is not a regular file$/);
    output = '/dev/null';
    await expect(add()).rejects.toThrow(/it is not a regular file$/);
  });
});

describe('the recording of a proxy', () => {
  const key = `sk-${randomBytes(24).toString('hex')}`;
  let target: Listening;
  beforeEach(async () => {
    target = await listening((request, response) => {
      response.setHeader('content-type', 'application/json');
      response.setHeader('location', `http://${request.headers.host}/x?api_key=${key}`);
      response.statusCode = 201;
      response.end(JSON.stringify({ path: request.url, basic: Buffer.from(`:${key}`).toString('base64') }));
    });
  });
  afterEach(() => target.close());

  const headers = { 'x-api-key': key };

  it('never holds the key, in no spelling, while the client gets what the target says', async () => {
    const { url, stop, terminal } = await startProxy('--target', target.url, '--output', output);
    const answer = await fetch(`${url}/a?api_key=${key}`, {
      method: 'POST',
      headers: {
        ...headers,
        cookie: `session=${key}`,
        authorization: `Basic ${Buffer.from(`me:${key}`).toString('base64')}`,
      },
      body: JSON.stringify({ key, password: 'correct horse' }),
      redirect: 'manual',
    });
    expect(answer.headers.get('location')).toBe(`${url}/x?api_key=${key}`);
    expect(await answer.json()).toMatchObject({ basic: Buffer.from(`:${key}`).toString('base64') });
    await stop();
    const text = (await readFile(output, 'utf8')) + terminal.text.err;
    for (const part of [
      key,
      key.slice(4, 30),
      Buffer.from(key).toString('base64').slice(4, 30),
      'correct horse',
    ])
      expect(text).not.toContain(part);
    const read = [];
    for await (const exchange of readRecordings([output])) read.push(exchange);
    expect(read).toMatchObject([
      {
        request: {
          method: 'POST',
          url: `${target.url}/a?api_key=%3CAPI_KEY%3E`,
          headers: {
            'x-api-key': ['<API_KEY>'],
            authorization: ['Basic <CREDENTIAL>'],
            cookie: ['session=<COOKIE>'],
          },
          body: '{"key":"<API_KEY>","password":"<PASSWORD>"}',
        },
        response: { status: 201, headers: { location: [`${target.url}/x?api_key=%3CAPI_KEY%3E`] } },
      },
    ]);
    const checked = fakeTerminal();
    expect(await main(['scrub', output, '--check'], checked)).toBe(0);
    expect(checked.text.err).toBe('1 recording, 0 with credentials\n');
  });
});
