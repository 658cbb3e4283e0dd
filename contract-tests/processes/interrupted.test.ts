import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type BulkCancel, startBulkCancel, tally } from './bulk-cancel.ts';
import { killCommands, runCommand, startCommand } from './running-command.ts';

const COUNT = 100;
const UNLIMITED = ['--requests-per-second', 'unlimited'] as const;

let bulk: BulkCancel;
beforeEach(async () => {
  bulk = await startBulkCancel(COUNT, { rateLimit: 'off', timings: { cancelTakes: 0 } });
});
afterEach(async () => {
  killCommands();
  await bulk.close();
});

describe('a run over many that is interrupted', () => {
  it.each([
    ['SIGINT', []],
    ['SIGTERM', ['--wait']],
  ] as const)('by %s goes on where it ended, and sends nothing twice: %j', async (signal, wait) => {
    const args = [...bulk.args, ...wait, ...UNLIMITED];
    const { process: child, end, text } = startCommand(args);
    bulk.atRequest(20, () => child.kill(signal));
    expect(await end).toBe(130);
    expect(text.err).toContain('Interrupted. What was accepted stands');
    expect(text.err).toContain('The same command goes on with the rest.');

    const { code, out } = await runCommand(args);
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/^100 references: .*settled before/),
    });
    expect(bulk.states()).toEqual({ canceled: COUNT });
    expect(tally(Object.values(bulk.cancels()).map(String))).toEqual({ 1: COUNT });
  });
});

/** The same command with a named pipe for its list. */
function pipeArgs(): { readonly pipe: string; readonly args: readonly string[] } {
  const pipe = join(bulk.folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const [command = '', from = '', , ...more] = bulk.args;
  return { pipe, args: [command, from, pipe, ...more, ...UNLIMITED] };
}

describe('a list that comes through a named pipe', () => {
  it('keeps nobody who interrupts before anybody writes', async () => {
    const { process: child, end, text } = startCommand(pipeArgs().args);
    // Not before it listens: until then a signal ends it anyway.
    while ((await bulk.journalText()) === undefined) await sleep(10);
    child.kill('SIGINT');
    expect(await end).toBe(130);
    expect(text).toEqual({ out: '', err: 'exa-enrichments: interrupted before anything was sent\n' });
  });

  it('keeps nobody who interrupts while its writer is silent', async () => {
    const { pipe, args } = pipeArgs();
    const { process: child, end, text } = startCommand(args);
    bulk.atRequest(1, () => setTimeout(() => child.kill('SIGINT'), 300));
    const writer = createWriteStream(pipe);
    writer.write('{"webset":"w","enrichment":"e0"}\n');
    expect(await end).toBe(130);
    expect(text.out).toMatch(/^1 reference: 1 canceled \(/);
    writer.on('error', () => {}).destroy();
  });

  it('is read to its end, though its writer comes late', async () => {
    const { pipe, args } = pipeArgs();
    const { end, text } = startCommand(args);
    await sleep(300);
    const writer = createWriteStream(pipe);
    writer.end(await readFile(bulk.list));
    await once(writer, 'close');
    expect(await end).toBe(0);
    expect(text.out).toMatch(/^100 references: 100 canceled \(/);
  });
});

describe('what can not be written to stdout', () => {
  it.each([
    ['the sum of a run over many', () => [...bulk.args, ...UNLIMITED]],
    ['what became of one', () => ['cancel', 'w', 'e0', ...bulk.at]],
    ['an enrichment', () => ['get', 'w', 'e0', ...bulk.at]],
    ['a report in JSON', () => ['cancel', 'w', 'e0', '--json', '--wait', ...bulk.at]],
    ['the help', () => ['cancel', '--help']],
  ])('is told in one line, with exit 2: %s', async (_, args) => {
    expect(await runCommand(args(), '/dev/full')).toEqual({
      code: 2,
      out: '',
      err: "exa-enrichments: can't write to stdout: no space left on the device\n",
    });
  });
});
