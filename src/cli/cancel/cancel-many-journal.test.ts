import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { EnrichmentRef } from '../../index.ts';
import { main } from '../main.ts';
import { fakeTerminal, KEY, run } from '../terminal.test-support.ts';
import { cancels, fileOf, folder, server, start } from './cancel-many.test-support.ts';

describe('cancel --from --journal', () => {
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
    const [, intent, result] = text.split('\n').map((line) => JSON.parse(line || 'null'));
    expect(intent).toEqual({
      webset: 'w',
      enrichment: 'e0',
      outcome: 'intended',
      at: expect.any(String),
    });
    expect(result).toMatchObject({
      webset: 'w',
      enrichment: 'e0',
      outcome: 'failed',
      error: { code: 'not-found', mayHaveSucceeded: false },
    });
    expect(text).not.toContain(KEY);
    expect((await run(args)).code).toBe(0);
  });

  const unsettled = [
    { outcome: 'intended' },
    { outcome: 'unconfirmed' },
    { outcome: 'interrupted' },
    { outcome: 'failed', error: { code: 'timeout', message: 'Too late.', mayHaveSucceeded: true } },
    { outcome: 'failed', error: { code: 'bad-request', message: 'Not running.', mayHaveSucceeded: false } },
  ];
  const runs = unsettled.flatMap((entry) =>
    ([400, 409] as const).flatMap((secondCancel) =>
      [[], ['--wait']].map((wait) => ({ entry, secondCancel, wait })),
    ),
  );

  it.each(runs)(
    'settles by a read what $entry.outcome left in doubt, where $secondCancel answers a second cancel: $wait',
    async ({ entry, secondCancel, wait }) => {
      const refs = await start([{}, {}], { assumptions: { secondCancel }, timings: { cancelTakes: 0 } });
      const file = await fileOf(refs);
      // As a run leaves it that was killed: the cancel of the first went through, the second was not begun.
      await run(['cancel', 'w', 'e0', ...server.at]);
      const journal = join(folder, 'journal.ndjson');
      const kind = { baseUrl: server.at[1], wait: wait.length > 0 };
      const header = { journal: 'exa-enrichments cancel', version: 1, ...kind };
      await fileOf([header, { ...refs[0], ...entry, at: '2026-11-28T10:00:00.000Z' }], 'journal.ndjson');
      const { code, out } = await run([
        'cancel',
        '--from',
        file,
        '--journal',
        journal,
        ...wait,
        ...server.at,
      ]);
      expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^2 references: 2 canceled \(/) });
      expect(cancels()).toEqual({ e0: 1, e1: 1 });
    },
  );

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
    expect(err).toContain('refs.ndjson: it is the list of what to cancel');
    expect(server.simulator.requestCount).toBe(0);
  });
});
