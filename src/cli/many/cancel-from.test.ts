import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EnrichmentRef } from '../../index.ts';
import type { EnrichmentSeed, SimulatorOptions } from '../../simulator/index.ts';
import { main } from '../main.ts';
import { type Served, serve } from '../simulator.test-support.ts';
import { fakeTerminal, KEY, run } from '../terminal.test-support.ts';

let folder: string;
let server: Served;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exa-many-'));
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** Enrichments `e0`, `e1`, … of the Webset `w`, which differ as the seeds say. */
async function start(seeds: readonly EnrichmentSeed[], options?: SimulatorOptions): Promise<EnrichmentRef[]> {
  const enrichments = seeds.map((seed, index) => ({ id: `e${index}`, ...seed }));
  server = await serve({ websets: [{ id: 'w', enrichments }], ...options });
  return enrichments.map(({ id }) => ({ webset: 'w', enrichment: id }));
}

function ndjson(refs: readonly object[]): string {
  return refs.map((ref) => `${JSON.stringify(ref)}\n`).join('');
}

async function fileOf(refs: readonly object[] | string, name = 'refs.ndjson'): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, typeof refs === 'string' ? refs : ndjson(refs));
  return file;
}

/** How often a cancel was asked for each enrichment. */
function cancels(): Record<string, number> {
  const asked: Record<string, number> = {};
  for (const { method, parameters } of server.simulator.requests) {
    const id = String(parameters['id']);
    if (method === 'POST') asked[id] = (asked[id] ?? 0) + 1;
  }
  return asked;
}

const GONE = { webset: 'w', enrichment: 'gone' };

describe('cancel --from', () => {
  it('cancels each line of a file once, and sums up', async () => {
    const refs = await start([{}, {}, { scenario: 'instant' }]);
    const file = await fileOf([...refs, refs[0] as EnrichmentRef]);
    const { code, out, err } = await run(['cancel', '--from', file, ...server.at]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^4 references: 2 accepted, 1 canceled; 1 repeated \(.*\)\n$/);
    expect(cancels()).toEqual({ e0: 1, e1: 1, e2: 1 });
  });

  it('waits for each with --wait, and exits 1 if one was faster', async () => {
    const refs = await start([{ timings: { cancelTakes: 300 } }, { scenario: 'cancel-completed-200' }]);
    const { code, out } = await run(['cancel', '--from', await fileOf(refs), '--wait', ...server.at]);
    expect(code).toBe(1);
    expect(out).toMatch(/^2 references: 1 canceled, 1 completed \(/);
  });

  it('reads stdin, and tells what failed and why', async () => {
    const [first] = await start([{}]);
    const { code, out, err } = await run(['cancel', '--from', '-', ...server.at], {
      input: ndjson([GONE, first as EnrichmentRef]),
    });
    expect(code).toBe(1);
    expect(out).toMatch(/^2 references: 1 accepted, 1 failed \(1 not-found\) \(/);
    expect(err).toMatch(
      /^failed: gone of w: Failed to cancel the enrichment: the server answered 404 [^\n]+\n$/,
    );
  });

  it('prints one object with --json', async () => {
    const refs = await start([{}]);
    const { code, out } = await run([
      'cancel',
      '--from',
      await fileOf([...refs, GONE]),
      '--json',
      ...server.at,
    ]);
    expect(code).toBe(1);
    expect(out).toMatch(/^[^\n]+\n$/);
    expect(JSON.parse(out)).toEqual({
      references: 2,
      outcomes: { accepted: 1, canceled: 0, completed: 0, unconfirmed: 0, failed: 1, interrupted: 0 },
      errors: { 'not-found': 1 },
      repeated: 0,
      settledBefore: 0,
      completedBefore: 0,
      notTried: 0,
      interrupted: false,
      elapsedMs: expect.any(Number),
    });
  });

  it('stops when the key is refused, and says how many were not tried', async () => {
    const refs = await start(
      Array.from({ length: 40 }, () => ({})),
      { keys: ['another'] },
    );
    const { code, out, err } = await run(['cancel', '--from', await fileOf(refs), ...server.at]);
    expect(code).toBe(1);
    expect(out).toMatch(/^40 references: \d failed \(\d bad-request\); 3\d not tried/);
    expect(err).toContain('exa-enrichments: Failed to cancel the enrichment: the server answered 400');
    expect(err).not.toContain(KEY);
  });

  it('draws a bar for a person', async () => {
    const refs = await start([{}, {}]);
    const options = { isTTY: true };
    const { code, err } = await run(['cancel', '--from', await fileOf(refs), ...server.at], options);
    expect(code).toBe(0);
    expect(err).toContain('──────────────────────── 0/2, 0 %');
    expect(err.endsWith('\r\x1b[2K')).toBe(true);
  });

  describe('with a broken line', () => {
    it('sends nothing at all from a file, and names the line', async () => {
      const refs = await start([{}, {}]);
      const file = await fileOf(`${ndjson(refs)}\n{"webset":"w"}\n`);
      const { code, out, err } = await run(['cancel', '--from', file, ...server.at]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(
        `exa-enrichments: ${file}: line 4 has no "enrichment" (try \`exa-enrichments cancel --help\`)\n`,
      );
      expect(server.simulator.requestCount).toBe(0);
    });

    it('stops there on stdin, and sums up what was done before', async () => {
      const refs = await start([{}, {}]);
      const input = `${ndjson(refs)}{"webset":\n${ndjson([GONE])}`;
      const { code, out, err } = await run(['cancel', '--from', '-', ...server.at], { input });
      expect(code).toBe(2);
      expect(out).toMatch(/^2 references: 2 accepted \(/);
      expect(err).toBe('exa-enrichments: stdin: line 3 is not JSON\n');
      expect(cancels()).toEqual({ e0: 1, e1: 1 });
    });
  });

  it.each([
    ['an empty file', '', 'refs.ndjson holds no reference'],
    ['a file of blank lines', '\n \n', 'refs.ndjson holds no reference'],
    ['no such file', undefined, 'does not exist'],
  ])('refuses %s, with exit 2', async (_, text, message) => {
    await start([{}]);
    const file = text === undefined ? join(folder, 'none') : await fileOf(text);
    const { code, out, err } = await run(['cancel', '--from', file, ...server.at]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  it('refuses an empty pipe, and a terminal to read from', async () => {
    await start([{}]);
    const args = ['cancel', '--from', '-', ...server.at];
    expect(await run(args, { input: '' })).toMatchObject({
      code: 2,
      err: expect.stringContaining('stdin holds no reference'),
    });
    expect(await run(args, { input: '', isTTY: true })).toMatchObject({
      code: 2,
      err: expect.stringContaining('nothing is piped in'),
    });
    expect(await run(args)).toMatchObject({ code: 2 });
  });

  describe('--dry-run', () => {
    it('lists what would be sent, and sends nothing', async () => {
      const refs = await start([{}, {}]);
      const file = await fileOf([...refs, ...refs]);
      const { code, out } = await run(['cancel', '--from', file, '--dry-run', ...server.at], { env: {} });
      expect({ code, out }).toEqual({
        code: 0,
        out: 'would-cancel: e0 of w\nwould-cancel: e1 of w\n4 references: 2 would be canceled, 0 settled before, 2 repeated. Nothing was sent.\n',
      });
      expect(server.simulator.requestCount).toBe(0);
    });

    it('reads the journal, and leaves it alone', async () => {
      const refs = await start([{}, {}]);
      const journal = join(folder, 'journal');
      const args = [
        'cancel',
        '--from',
        await fileOf(refs),
        '--journal',
        journal,
        '--dry-run',
        '--json',
        ...server.at,
      ];
      expect(JSON.parse((await run(args)).out)).toEqual({
        references: 2,
        wouldCancel: 2,
        repeated: 0,
        settledBefore: 0,
      });
      await expect(readFile(journal)).rejects.toMatchObject({ code: 'ENOENT' });
    });
  });

  describe('--journal', () => {
    it('lets an interrupted run go on where it ended', async () => {
      const refs = await start(Array.from({ length: 12 }, () => ({})));
      const journal = join(folder, 'journal.ndjson');
      const args = ['cancel', '--from', await fileOf(refs), '--journal', journal, ...server.at];
      const terminal = fakeTerminal();
      const first = main(args, terminal);
      while (server.simulator.requestCount < 4) await new Promise((resolve) => setTimeout(resolve, 10));
      terminal.interrupt();
      expect(await first).toBe(130);
      expect(terminal.text.out).toMatch(/^12 references: .* not tried/);
      expect(terminal.text.err).toContain('Interrupted. What was accepted stands');
      expect(terminal.text.err).toContain('The same command goes on with the rest.');
      const before = Object.keys(cancels()).length;
      expect(before).toBeGreaterThan(0);
      expect(before).toBeLessThan(12);

      const { code, out } = await run(args);
      expect(code).toBe(0);
      expect(out).toMatch(/^12 references: \d+ accepted; [1-9]\d* settled before \(/);
      expect(Object.keys(cancels())).toHaveLength(12);
      const again = await run(args);
      expect(again).toMatchObject({
        code: 0,
        out: expect.stringMatching(/^12 references: 12 settled before/),
      });
    });

    it('tries again what failed, and writes down why', async () => {
      const [first] = await start([{}], { script: ['not-found'] });
      const journal = join(folder, 'journal.ndjson');
      const args = [
        'cancel',
        '--from',
        await fileOf([first as EnrichmentRef]),
        '--journal',
        journal,
        ...server.at,
      ];
      expect((await run(args)).code).toBe(1);
      const text = await readFile(journal, 'utf8');
      expect(JSON.parse(text.split('\n')[1] ?? '')).toMatchObject({
        webset: 'w',
        enrichment: 'e0',
        outcome: 'failed',
        error: { code: 'not-found', mayHaveSucceeded: false },
      });
      expect(text).not.toContain(KEY);
      expect((await run(args)).code).toBe(0);
    });

    it('is safe with the input of another run: only its own references count', async () => {
      const refs = await start([{}, {}, {}]);
      const journal = join(folder, 'journal.ndjson');
      const args = (file: string): string[] => ['cancel', '--from', file, '--journal', journal, ...server.at];
      await run(args(await fileOf(refs.slice(0, 2))));
      const { out } = await run(args(await fileOf([...refs].reverse(), 'other.ndjson')));
      expect(out).toMatch(/^3 references: 1 accepted; 2 settled before/);
    });

    it('still says, when all is settled, that some were faster', async () => {
      const refs = await start([{ timings: { cancelTakes: 100 } }, { scenario: 'cancel-completed-200' }]);
      const journal = join(folder, 'journal.ndjson');
      const args = ['cancel', '--from', await fileOf(refs), '--journal', journal, '--wait', ...server.at];
      expect((await run(args)).code).toBe(1);
      expect(await run(args)).toMatchObject({
        code: 1,
        out: expect.stringMatching(/^2 references: 2 settled before \(1 completed\) \(/),
      });
    });

    it('is never the list itself', async () => {
      const file = await fileOf(await start([{}]));
      const before = await readFile(file, 'utf8');
      const { code, err } = await run(['cancel', '--from', file, '--journal', file, ...server.at]);
      expect({ code, after: await readFile(file, 'utf8') }).toEqual({ code: 2, after: before });
      expect(err).toContain('is not a journal');
      expect(server.simulator.requestCount).toBe(0);
    });
  });

  it('stops at Ctrl-C although the pipe stays open', async () => {
    const [first] = await start([{}]);
    const input = new PassThrough();
    input.write(ndjson([first as EnrichmentRef]));
    const terminal = fakeTerminal({ input });
    const running = main(['cancel', '--from', '-', ...server.at], terminal);
    while (server.simulator.requestCount === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    terminal.interrupt();
    expect(await running).toBe(130);
    expect(input.destroyed).toBe(true);
  });
});
