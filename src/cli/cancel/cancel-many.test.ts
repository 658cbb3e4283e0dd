import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { EnrichmentRef } from '../../index.ts';
import { KEY, run } from '../terminal.test-support.ts';
import { cancels, fileOf, folder, ndjson, server, start } from './cancel-many.test-support.ts';

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
      expect(err).toMatch(/^exa-enrichments: stdin: line 3 is not JSON: .*\n$/);
      expect(cancels()).toEqual({ e0: 1, e1: 1 });
    });
  });

  it('has no sum where the first line of a pipe is broken', async () => {
    await start([{}]);
    const args = ['cancel', '--from', '-', ...server.at];
    expect(await run(args, { input: '{"webset":\n' })).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(/^exa-enrichments: stdin: line 1 is not JSON: .*\n$/),
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
});
