import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { run } from '../terminal.test-support.ts';
import { cancels, fileOf, folder, server, start } from './cancel-many.test-support.ts';

const many = (count: number): object[] => Array.from({ length: count }, () => ({}));
const one = ['--concurrency', '1'] as const;

describe('a run over many ends', () => {
  it.each([
    ['no-credits', /the server answered 402 .* Credits or a budget are spent\./],
    ['feature-disabled', /the server answered 403 .* Check what the plan of this key allows\./],
  ] as const)('where all would fail alike, and goes on later: %s', async (step, message) => {
    const refs = await start(many(6), { script: ['ok', step] });
    const journal = ['--journal', join(folder, 'journal')];
    const args = ['cancel', '--from', await fileOf(refs), ...journal, ...one, ...server.at];
    const { code, out, err } = await run(args);
    expect({ code, requests: server.simulator.requestCount }).toEqual({ code: 1, requests: 2 });
    expect(out).toMatch(/^6 references: 1 accepted, 1 failed \(1 [a-z-]+\); 4 not tried \(/);
    expect(err).toMatch(message);
    expect(err.split('\n').slice(1)).toEqual([
      expect.stringMatching(/^exa-enrichments: Failed to cancel the enrichment: /),
      'No other reference could fare better, so no more were tried.',
      'The same command goes on with the rest.',
      '',
    ]);
    expect(await run(args)).toMatchObject({ code: 0, out: expect.stringMatching(/5 accepted; 1 settled/) });
    expect(cancels()).toEqual({ e0: 1, e1: 2, e2: 1, e3: 1, e4: 1, e5: 1 });
  });

  it('with as many failures as are wanted at most', async () => {
    await start(many(1));
    const refs = Array.from({ length: 9 }, (_, at) => ({ webset: 'w', enrichment: `gone${at}` }));
    const args = ['cancel', '--from', await fileOf(refs), ...one, '--max-failures', '3', ...server.at];
    const { code, out, err } = await run(args);
    expect(code).toBe(1);
    expect(out).toMatch(/^9 references: 3 failed \(3 not-found\); 6 not tried \(/);
    expect(err).toMatch(/\nexa-enrichments: 3 failed, and --max-failures is 3\n$/);
    const { out: json } = await run([...args, '--json']);
    expect(JSON.parse(json)).toMatchObject({ stoppedBy: '3 failed, and --max-failures is 3', notTried: 6 });
  });

  it.each([
    ['--journal FILE keeps them all', false],
    ['the journal has them all', true],
  ])('with twenty failures told, and where the rest are: %s', async (where, hasJournal) => {
    await start(many(1), { rateLimit: 'off' });
    const refs = Array.from({ length: 22 }, (_, at) => ({ webset: 'w', enrichment: `gone${at}` }));
    const journal = hasJournal ? ['--journal', join(folder, 'journal')] : [];
    const args = ['cancel', '--from', await fileOf(refs), ...journal, '--requests-per-second', '1000'];
    const { err } = await run([...args, ...server.at]);
    expect(err.match(/^failed: /gm)).toHaveLength(20);
    expect(err).toContain(`More failures are not shown; ${where}.\n`);
  });

  it('with the last reference where fewer fail', async () => {
    const refs = await start(many(2));
    const file = await fileOf([{ webset: 'w', enrichment: 'gone' }, ...refs]);
    const { code, out } = await run(['cancel', '--from', file, '--max-failures', '2', ...server.at]);
    expect({ code, out }).toEqual({
      code: 1,
      out: expect.stringMatching(/^3 references: 2 accepted, 1 failed/),
    });
  });
});

describe('the pace of a run over many', () => {
  const elapsed = async (count: number, rate: string): Promise<number> => {
    const refs = await start(many(count), { rateLimit: 'off' });
    const args = ['cancel', '--from', await fileOf(refs), '--requests-per-second', rate, '--json'];
    const { code, out } = await run([...args, ...server.at]);
    expect(code).toBe(0);
    return JSON.parse(out).elapsedMs;
  };

  it('is what is asked for', async () => {
    expect(await elapsed(3, '2.5')).toBeGreaterThanOrEqual(800);
  });

  it('has no limit where none is wanted', async () => {
    expect(await elapsed(80, 'unlimited')).toBeLessThan(6000);
  });
});
