import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { main } from '../main.ts';
import { fakeTerminal, KEY, run } from '../terminal.test-support.ts';
import { definitions, file, folder, index, simulated } from './record.test-support.ts';

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
