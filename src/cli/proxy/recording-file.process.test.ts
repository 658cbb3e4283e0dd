import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { entriesOf, type Listening, listening, startProxy } from './proxy.test-support.ts';

const BIN = fileURLToPath(new URL('../bin.ts', import.meta.url));

let folder: string;
let output: string;
let target: Listening;
let child: ChildProcess | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exa-proxy-process-'));
  output = join(folder, 'traffic.ndjson');
  target = await listening((request, response) => response.end(`${request.url} ${'x'.repeat(200)}`));
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await target.close();
  await rm(folder, { recursive: true });
});

/** Starts the command as a process, once it is ready; `before` is what stands before it on a command line. */
async function start(
  ...before: readonly string[]
): Promise<{ url: string; ended: Promise<unknown[]>; said(): string }> {
  const command = [
    process.execPath,
    '--import',
    'tsx',
    BIN,
    'proxy',
    '--target',
    target.url,
    '--output',
    output,
  ];
  const [program = '', ...args] = [...before, ...command];
  const started = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  child = started;
  let said = '';
  started.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const ended = once(started, 'close');
  while (!/^Proxy /m.test(said)) await Promise.race([once(started.stderr, 'data'), ended]);
  return { url: /(http:\S+) to/.exec(said)?.[1] ?? '', ended, said: () => said };
}

describe('the recording of a proxy', () => {
  it('survives that the proxy is killed, and is gone on with', async () => {
    const { url, ended } = await start();
    for (let index = 0; index < 20; index += 1) await (await fetch(`${url}/${index}`)).text();
    // The answer is out a moment before the line is.
    while ((await readFile(output, 'utf8')).split('\n').length < 21)
      await new Promise((resolve) => setTimeout(resolve, 5));
    child?.kill('SIGKILL');
    await ended;
    await appendFile(output, '{"startedDateTime":"2026-01-15T09:3');

    const again = await startProxy('--target', target.url, '--output', output);
    await fetch(`${again.url}/20`);
    expect(await again.stop()).toBe(0);
    expect(again.terminal.text.err).toMatch(/^Stopped after 1 exchange\.\n.* holds 21 exchanges\.\n$/m);
    const entries = await entriesOf(output);
    expect(entries.map(({ request }) => request.url)).toEqual(
      Array.from({ length: 21 }, (_, index) => `${target.url}/${index}`),
    );
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('is whole where %s ends the proxy, with 0', async (signal) => {
    const { url, ended } = await start();
    await (await fetch(url)).text();
    child?.kill(signal);
    expect(await ended).toEqual([0, null]);
    expect(await entriesOf(output)).toHaveLength(1);
  });

  it('ends the proxy where it can not be written any more', async () => {
    // The shell's limit on the size of files, in blocks of 512 or 1024 bytes, stands for a disk that is full.
    const { url, ended, said } = await start('sh', '-c', 'ulimit -f 8; exec "$@"', 'sh');
    for (let index = 0; index < 20; index += 1) await fetch(`${url}/${index}`).catch(() => undefined);
    expect(await ended).toEqual([2, null]);
    expect(said()).toMatch(/traffic\.ndjson: can't be written: it would be larger than a file may be/);
    // What is there is whole.
    expect((await entriesOf(output)).length).toBeGreaterThan(0);
  });
});
