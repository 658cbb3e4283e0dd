import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { main } from '../main.ts';
import { fakeTerminal, KEY, run } from '../terminal.test-support.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exa-record-'));
  file = join(folder, 'cancel.json');
});
afterEach(() => rm(folder, { recursive: true }));

const simulated = (...args: readonly string[]) =>
  run(['record', '--simulator', '--output', file, ...args], { env: {} });
const definitions = async () => JSON.parse(await readFile(file, 'utf8'));
const index = async () => parse(await readFile(join(folder, 'index.yaml'), 'utf8')).recordings;

describe('record --simulator', () => {
  it('keeps a cancel and the reads that follow as nock definitions, and writes down where they come from', async () => {
    const { code, out, err } = await simulated();
    expect({ code, out, err }).toEqual({
      code: 0,
      out: '',
      err: `Wrote 4 exchanges to ${file} (simulator).\n`,
    });
    const said = (await definitions()).map(({ method, response }: Definition) => [method, response.status]);
    expect(said).toEqual([
      ['POST', 'pending'],
      ['GET', 'pending'],
      ['GET', 'pending'],
      ['GET', 'canceled'],
    ]);
    expect(await index()).toEqual([
      {
        file: 'cancel.json',
        source: 'simulator',
        date: new Date().toISOString().slice(0, 10),
        shows: 'A cancel answered 200 pending; 3 reads, the last 200 canceled.',
      },
    ]);
    expect(await run(['verify', file])).toMatchObject({ code: 0 });
  });

  it('uses the ids that it is given', async () => {
    await run(['record', 'w/ü', 'e1', '--simulator', '--output', file]);
    expect((await definitions())[0].path).toBe('/websets/v0/websets/w%2F%C3%BC/enrichments/e1/cancel');
  });

  it('writes HAR for a file of that name', async () => {
    const har = join(folder, 'cancel.har');
    await run(['record', '--simulator', '--output', har]);
    const { log } = JSON.parse(await readFile(har, 'utf8'));
    expect(log.comment).toBe('source: simulator. It proves the tool chain, never the API.');
    expect(log.entries).toHaveLength(4);
    expect(await run(['verify', har])).toMatchObject({ code: 0 });
  });

  it('keeps a refusal too, for that is what the API said', async () => {
    const { code, err } = await simulated('--scenario', 'not-found', '--shows', 'It is not there.');
    expect(code).toBe(0);
    expect(err).toContain('The client said: Failed to cancel the enrichment: the server answered 404');
    expect(await index()).toMatchObject([{ shows: 'It is not there.' }]);
  });

  it('stops at the budget, and does not pass off what it has as a recording', async () => {
    const { code, err } = await simulated('--scenario', 'never-confirms', '--max-calls', '3');
    expect(code).toBe(1);
    expect(err).toContain('The calls are spent');
    expect(await readdir(folder)).toEqual(['cancel.json.partial']);
    expect(JSON.parse(await readFile(`${file}.partial`, 'utf8'))).toHaveLength(3);
  });

  it('keeps what people wrote about a recording when it makes it anew', async () => {
    await simulated('--shows', 'What I saw.');
    await simulated('--scenario', 'instant');
    expect(await index()).toMatchObject([{ shows: 'What I saw.' }]);
    expect(await definitions()).toHaveLength(1);
  });

  it.each(['live', 'transcribed'])('does not replace what is %s', async (source) => {
    await simulated();
    const before = await readFile(file, 'utf8');
    const entry = { file: 'cancel.json', source, date: '2026-01-01', shows: 'x' };
    await writeFile(join(folder, 'index.yaml'), `recordings:\n  - ${JSON.stringify(entry)}\n`);
    const { code, err } = await simulated('--scenario', 'instant');
    expect({ code, after: await readFile(file, 'utf8') }).toEqual({ code: 2, after: before });
    expect(err).toContain(
      `cancel.json is there, and is ${source}: a recording of the simulator does not replace it`,
    );
  });

  it.each([
    ['a file that is no recording', 'cancel.json', '{"name":"my-package"}', 'is there, and is no recording'],
    ['a file that is broken', 'cancel.json', 'oops', 'is there, and is no recording: broken JSON at 1:1'],
    ['an index that is none', 'index.yaml', 'a: 1\n', 'is no index of recordings'],
  ])('leaves %s alone', async (_, name, text, message) => {
    await writeFile(join(folder, name), text);
    const { code, err } = await simulated();
    expect({ code, text: await readFile(join(folder, name), 'utf8') }).toEqual({ code: 2, text });
    expect(err).toContain(message);
  });

  describe('--check', () => {
    it('is content with the same, and writes nothing', async () => {
      await simulated();
      const before = await readFile(file, 'utf8');
      const { code, out, err } = await run(['record', 'w', 'e', '--simulator', '--output', file, '--check']);
      expect({ code, out, after: await readFile(file, 'utf8') }).toEqual({ code: 0, out: '', after: before });
      expect(err).toBe(`As stored in ${file}; ids, dates and free texts were not compared.\n`);
    });

    it('shows what differs, exits 1, and writes nothing', async () => {
      await simulated();
      const before = await readFile(file, 'utf8');
      const files = await readdir(folder);
      const { code, out } = await simulated('--scenario', 'completes-first', '--check');
      expect(code).toBe(1);
      expect(out).toContain('-    "status": "pending",\n+    "status": "completed",\n');
      expect(await readFile(file, 'utf8')).toBe(before);
      expect(await readdir(folder)).toEqual(files);
    });

    it('has nothing to check where nothing is stored', async () => {
      expect(await simulated('--check')).toMatchObject({
        code: 2,
        err: expect.stringContaining('is not there to be checked'),
      });
    });
  });
});

interface Definition {
  readonly method: string;
  readonly response: { readonly status: string };
}

describe('record, live', () => {
  let server: Server;
  let args: readonly string[];
  let asked: string[];
  let answer: (method: string) => object;

  beforeEach(async () => {
    asked = [];
    answer = (method) => ({ ...ENRICHMENT, status: method === 'POST' ? 'pending' : 'canceled' });
    server = createServer((request, response) => {
      asked.push(String(request.method));
      // What no recording should hold: cookies, and a key that comes back in every place.
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-encoding': 'gzip',
        'set-cookie': `session=${KEY}`,
        etag: `W/"${KEY}"`,
      });
      response.end(gzipSync(JSON.stringify(answer(String(request.method)))));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    args = ['record', 'w', 'e', '--output', file, '--base-url', `http://127.0.0.1:${port}/websets`];
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('decodes the bodies, and lets no key, cookie or token get to the disk', async () => {
    const { code, err } = await run([...args, '--yes']);
    expect({ code, asked }).toEqual({ code: 0, asked: ['POST', 'GET'] });
    expect(err).toContain(`Wrote 2 exchanges to ${file} (live).`);
    const text = await readFile(file, 'utf8');
    expect(text).not.toContain(KEY);
    expect(text).not.toContain('session');
    const [first] = await definitions();
    expect(first).toMatchObject({
      response: { title: 'It said <redacted>' },
      requestHeaders: { 'x-api-key': '<redacted>' },
      rawHeaders: { etag: 'W/"<redacted>"' },
    });
    expect(await index()).toMatchObject([{ source: 'live' }]);
  });

  it('replaces what was transcribed: what was observed is worth more', async () => {
    await simulated();
    const entry = { file: 'cancel.json', source: 'transcribed', date: '2026-01-01', shows: 'x' };
    await writeFile(join(folder, 'index.yaml'), `recordings:\n  - ${JSON.stringify(entry)}\n`);
    expect(await run([...args, '--yes'])).toMatchObject({ code: 0 });
    expect(await index()).toMatchObject([{ source: 'live', shows: 'x' }]);
  });

  it('asks nobody where nobody is, and sends nothing', async () => {
    const { code, err } = await run(args);
    expect({ code, asked }).toEqual({ code: 2, asked: [] });
    expect(err).toMatch(
      /this would cancel enrichment e of Webset w at http:\S+ for good, with at most 20 requests; there is no terminal to ask, so say --yes \(try /,
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['y\n', 0, ['POST', 'GET']],
    ['Yes\n', 0, ['POST', 'GET']],
    ['n\n', 2, []],
    ['\n', 2, []],
    ['yesterday\n', 2, []],
    ['', 2, []],
  ])('does what a person says: %j', async (typed, code, requests) => {
    const result = await run(args, { isTTY: true, input: typed });
    expect(result.err).toContain("A canceled enrichment can't be resumed. Go on? [y/N] ");
    expect({ code: result.code, asked }).toEqual({ code, asked: requests });
  });

  it('is left by Ctrl-C at the question', async () => {
    const terminal = fakeTerminal({ isTTY: true, input: new PassThrough() });
    const running = main(args, terminal);
    await terminal.told(/Go on\?/);
    terminal.interrupt();
    expect(await running).toBe(130);
    expect(asked).toEqual([]);
    expect(terminal.text.err).toContain('interrupted, and nothing was answered by then');
  });

  it('keeps what it has at Ctrl-C, for the cancel has happened', async () => {
    answer = () => ({ ...ENRICHMENT, status: 'pending' });
    const terminal = fakeTerminal();
    const running = main([...args, '--yes'], terminal);
    while (asked.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    terminal.interrupt();
    expect(await running).toBe(130);
    expect(terminal.text.err).toContain('The cancel was accepted before, and stands.');
    expect(await readdir(folder)).toEqual(['cancel.json.partial']);
  });

  it('records an answer that the client refuses: verify is to judge it', async () => {
    answer = () => ({ hello: 1 });
    expect(await run([...args, '--yes'])).toMatchObject({ code: 0 });
    expect(await run(['verify', file])).toMatchObject({ code: 1 });
  });

  it('records nothing where nobody answers', async () => {
    const { code, err } = await run([
      'record',
      'w',
      'e',
      '--output',
      file,
      '--yes',
      '--base-url',
      'http://127.0.0.1:1',
    ]);
    expect({ code, files: await readdir(folder) }).toEqual({ code: 1, files: [] });
    expect(err).toContain('nothing was answered');
  });
});

const ENRICHMENT = {
  id: 'e',
  object: 'webset_enrichment',
  websetId: 'w',
  title: `It said ${KEY}`,
  description: 'Who owns it?',
  format: 'text',
  options: null,
  instructions: null,
  metadata: {},
  createdAt: '2026-01-15T09:30:00.000Z',
  updatedAt: '2026-01-15T09:30:00.450Z',
};

describe('record', () => {
  it.each([
    ['no output', ['record', 'w', 'e'], 'record needs --output FILE'],
    ['one id', ['record', 'w', '--output', 'f'], 'record needs two ids'],
    ['no ids, live', ['record', '--output', 'f'], 'record needs two ids'],
    ['one id for the simulator', ['record', 'w', '--simulator', '--output', 'f'], 'record needs two ids'],
    [
      'a scenario, live',
      ['record', 'w', 'e', '--output', 'f', '--scenario', 'instant'],
      '--scenario goes with --simulator',
    ],
    [
      'an unknown scenario',
      ['record', '--simulator', '--output', 'f', '--scenario', 'x'],
      '--scenario must be one of',
    ],
    [
      'an unknown format',
      ['record', '--simulator', '--output', 'f', '--format', 'vcr'],
      '--format must be one of nock, har',
    ],
    [
      'no calls',
      ['record', '--simulator', '--output', 'f', '--max-calls', '0'],
      '--max-calls must be a whole number',
    ],
  ])('refuses %s, with exit 2', async (_, args, message) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`exa-enrichments: ${message}`);
  });
});
