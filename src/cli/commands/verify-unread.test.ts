import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ENRICHMENT } from '../../contract/exchange.test-support.ts';
import { inFolder } from '../../contract/recordings/source.test-support.ts';
import type { Report } from '../../contract/report.ts';
import { nockCancel } from '../nock-cancel.test-support.ts';
import { run } from '../terminal.test-support.ts';

const GOOD = JSON.stringify([nockCancel()]);
const WRONG = JSON.stringify([nockCancel({ response: { ...ENRICHMENT, status: 'stopped' } })]);
const FORMATS = ['pretty', 'json', 'junit', 'sarif', 'github', 'markdown', 'html'] as const;
const WAIVER = `- { fingerprint: "aaaaaaaaaaaaaaaa", reason: known, owner: ada, expires: 2999-01-01 }\n`;

async function runIn(
  files: Readonly<Record<string, string>>,
  test: (verify: (...args: string[]) => ReturnType<typeof run>, folder: string) => Promise<void>,
): Promise<void> {
  await inFolder(files, (folder) =>
    test((...args) => run(['verify', ...args.map((arg) => arg.replace('@', `${folder}/`))]), folder),
  );
}

describe('a recording that can not be read', () => {
  it.each(FORMATS)(
    'is told in a report as %s and on stderr, like every other, and the rest is verified',
    async (format) => {
      await runIn(
        { 'a.json': WRONG, 'b.har': '{"log": {"entries": [{', 'c.json': '' },
        async (verify, folder) => {
          const { code, out, err } = await verify(
            '@a.json',
            '@b.har',
            '@c.json',
            '@gone.har',
            '--format',
            format,
          );
          const text = out.replace(/&#(\d+);/g, (_, point) => String.fromCodePoint(point));
          expect(code).toBe(2);
          for (const name of ['b.har', 'c.json', 'gone.har']) {
            expect(err).toContain(`exa-enrichments: ${folder}/${name}: `);
            expect(text).toContain(name);
          }
          expect(err.trim().split('\n')).toHaveLength(3);
          expect(text).toContain('response-schema-conformance');
        },
      );
    },
  );

  it('keeps waivers as they are, calls none unused, and leaves the coverage unjudged', async () => {
    await runIn({ 'a.json': WRONG, 'b.json': '', 'w.yaml': WAIVER }, async (verify, folder) => {
      const args = [
        '@a.json',
        '@b.json',
        '--waivers',
        '@w.yaml',
        '--min-coverage',
        '100',
        '--format',
        'json',
      ];
      const { code, out, err } = await verify(...args, '--update-waivers');
      expect(code).toBe(2);
      const { findings, summary } = JSON.parse(out) as Report;
      expect(findings.map(({ check }) => check)).toEqual(['response-schema-conformance']);
      expect(summary.findings).toMatchObject({ error: 1, warning: 0 });
      expect(err).toContain('w.yaml: left as it is, for not everything was read');
      expect(err).not.toContain('min-coverage');
      expect(await readFile(join(folder, 'w.yaml'), 'utf8')).toBe(WAIVER);
      await writeFile(join(folder, 'b.json'), GOOD);
      const whole = await verify(...args);
      expect(whole.out).toContain('unused-waiver');
      expect(whole.code).toBe(1);
    });
  });

  it('leaves a run of several shards unread as well', async () => {
    await runIn({ 'x/a.json': GOOD, 'x/b.har': '', 'x/c.json': GOOD }, async (verify, folder) => {
      const codes: number[] = [];
      for (const shard of ['1/2', '2/2'])
        codes.push(
          (await verify('@x', '--shard', shard, '--format', `json=${folder}/r/${shard[0]}.json`)).code,
        );
      expect(codes).toContain(2);
      const { code, err } = await run(['merge-reports', join(folder, 'r'), '--min-coverage', '100']);
      expect(code).toBe(2);
      expect(err).toBe(`exa-enrichments: ${folder}/x/b.har: is empty\n`);
    });
  });

  it('outweighs that nothing was verified', async () => {
    await runIn({ 'a.json': '' }, async (verify) => {
      const { code, out } = await verify('@a.json');
      expect(code).toBe(2);
      expect(out).toContain('Nothing was verified');
    });
  });
});
