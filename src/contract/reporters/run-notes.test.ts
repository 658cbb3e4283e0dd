import { describe, expect, it } from '@jest/globals';
import { LENIENT_RULES } from '../judge/lenient.ts';
import type { Report } from '../report.ts';
import { githubReport } from './github.ts';
import { htmlReport } from './html.ts';
import { junitReport } from './junit.ts';
import { markdownReport } from './markdown.ts';
import { prettyReport } from './pretty.ts';
import { sarifReport } from './sarif.ts';
import { elsewhereText } from './shared/outcome.ts';
import { aRun, HOSTILE } from './shared/run.test-support.ts';

const recording = { file: 'a.har', index: 3 };
const spec = { file: 'api.yaml', line: 7, column: 3, pointer: '/x' };

const NOTED: Partial<Report> = {
  elsewhere: [
    { host: 'one.test', exchanges: 2 },
    { host: 'two.test:8080', exchanges: 5, basePath: '/v1' },
  ],
  lenient: LENIENT_RULES.map((rule) => ({ rule, times: 2, spec, recording })),
  unread: [{ file: 'cut.har', reason: `breaks off ${HOSTILE}` }],
  passedOver: [{ file: 'package.json', reason: 'is no recording' }],
};

/** With the references of HTML, XML and Markdown read. */
const read = (text: string): string => text.replace(/&#(\d+);/g, (_, point) => String.fromCodePoint(point));

describe('what there is to say of a run besides findings', () => {
  it('is said in every report', async () => {
    const { report, context } = await aRun([{}]);
    const noted = { ...report, ...NOTED };
    for (const text of [
      prettyReport(noted),
      junitReport(noted),
      sarifReport(noted, context),
      githubReport(noted),
      markdownReport(noted),
      htmlReport(noted, context),
    ].map(read)) {
      expect(text).toContain('7 exchanges went to no documented server: two.test:8080 (5), one.test (2)');
      expect(text).toContain('--server https://two.test:8080/v1');
      for (const rule of LENIENT_RULES) expect(text).toContain(`docs/why-no-error.md#${rule}`);
      expect(text).toContain('cut.har: breaks off');
      expect(text).toContain('package.json');
      expect(text.match(/^::error/gm) ?? []).toHaveLength(text.startsWith('::') ? 1 : 0);
    }
  });

  it('makes no run a success that was not whole', async () => {
    const { report, context } = await aRun([{}]);
    const cut = { ...report, unread: NOTED.unread ?? [] };
    expect(prettyReport(cut)).toContain('1 recording not read.');
    expect(junitReport(cut)).toContain('failures="1"');
    expect(JSON.parse(sarifReport(cut, context)).runs[0].invocations[0].executionSuccessful).toBe(false);
    expect(markdownReport(cut)).toMatch(/^## ❌/);
    expect(htmlReport(cut, context)).toContain('Not everything was read.');
  });

  it('is that nothing was verified, where not one documented body was kept', async () => {
    const { report, context } = await aRun([{}]);
    const bodies = { documented: 3, kept: 0 };
    const empty = { ...report, summary: { ...report.summary, bodies } };
    for (const text of [
      prettyReport(empty),
      junitReport(empty),
      githubReport(empty),
      markdownReport(empty),
      htmlReport(empty, context),
    ])
      expect(text).toMatch(/nothing was verified/i);
  });

  it.each<[string, Report['elsewhere'], string | undefined]>([
    ['nothing', [], undefined],
    [
      'one',
      [{ host: 'a.test', exchanges: 1 }],
      '1 exchange went to no documented server: a.test (1). To judge them give --server https://a.test.',
    ],
    [
      'paths with a base path too much',
      [{ host: 'a.test', exchanges: 1, basePath: '/api' }],
      '1 exchange went to no documented server: a.test (1). To judge them give --server https://a.test/api, where paths are as documented.',
    ],
    [
      'no URL to name',
      [
        { host: '<API_BASE>', exchanges: 3 },
        { host: '(others)', exchanges: 2 },
        { host: 'chrome-extension:', exchanges: 1 },
      ],
      '6 exchanges went to no documented server: <API_BASE> (3), (others) (2), chrome-extension: (1).',
    ],
    [
      'many',
      Array.from({ length: 12 }, (_, at) => ({ host: `${at}.test`, exchanges: 12 - at })),
      `78 exchanges went to no documented server: ${Array.from({ length: 10 }, (_, at) => `${at}.test (${12 - at})`).join(', ')} and 2 more. To judge them give --server https://0.test.`,
    ],
  ])('is one line of hosts: %s', async (_, elsewhere, want) => {
    expect(elsewhereText({ ...(await aRun([])).report, elsewhere })).toBe(want);
  });
});
