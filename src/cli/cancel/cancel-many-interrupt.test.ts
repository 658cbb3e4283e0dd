import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import type { EnrichmentRef } from '../../index.ts';
import { main } from '../main.ts';
import { type FakeTerminal, fakeTerminal } from '../terminal.test-support.ts';
import { fileOf, ndjson, server, start } from './cancel-many.test-support.ts';

/** Runs the command, and presses Ctrl-C once so many requests have come. */
async function interrupted(
  args: readonly string[],
  requests: number,
  terminal: FakeTerminal = fakeTerminal(),
): Promise<{ code: number; out: string; err: string }> {
  const running = main(['cancel', ...args, ...server.at], terminal);
  do await new Promise((resolve) => setTimeout(resolve, 10));
  while (server.simulator.requestCount < requests);
  terminal.interrupt();
  const code = await running;
  return { code, ...terminal.text };
}

describe('an interrupted cancel --from', () => {
  it('stops although the pipe stays open', async () => {
    const [first] = await start([{}]);
    const input = new PassThrough();
    input.write(ndjson([first as EnrichmentRef]));
    const { code } = await interrupted(['--from', '-'], 1, fakeTerminal({ input }));
    expect(code).toBe(130);
    expect(input.destroyed).toBe(true);
  });

  it('says with --json that it was interrupted, and of no other reason', async () => {
    const refs = await start(Array.from({ length: 12 }, () => ({})));
    const { code, out, err } = await interrupted(['--from', await fileOf(refs), '--json'], 4);
    expect(code).toBe(130);
    const { stoppedBy, ...summary } = JSON.parse(out);
    expect(summary).toMatchObject({ references: 12, interrupted: true });
    expect(summary.outcomes.accepted).toBeGreaterThan(0);
    expect(stoppedBy).toBeUndefined();
    expect(err).toBe('Interrupted. What was accepted stands, and what was under way may have been.\n');
  });

  it.each([
    [[], ''],
    [['--json'], expect.stringMatching(/^\{"references":0,.*"interrupted":true,"elapsedMs":\d+\}\n$/)],
  ])('says plainly that nothing was sent, where no reference had come yet: %j', async (json, out) => {
    await start([{}]);
    const args = ['--from', '-', ...json];
    expect(await interrupted(args, 0, fakeTerminal({ input: new PassThrough() }))).toEqual({
      code: 130,
      out,
      err: 'exa-enrichments: interrupted before anything was sent\n',
    });
  });

  it('says too what had stopped it before', async () => {
    const [first] = await start([{}], { script: ['stall'] });
    const input = `${ndjson([first as EnrichmentRef])}no reference\n`;
    const { code, out, err } = await interrupted(['--from', '-', '--json'], 1, fakeTerminal({ input }));
    expect(code).toBe(130);
    expect(JSON.parse(out)).toMatchObject({
      interrupted: true,
      stoppedBy: expect.stringContaining('stdin: line 2 is not JSON'),
    });
    expect(err).toMatch(/^exa-enrichments: stdin: line 2 is not JSON: .*\nInterrupted\./);
  });
});
