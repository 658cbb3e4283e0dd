import { beforeAll, describe, expect, it } from '@jest/globals';
import { withFindings } from '../count-findings.ts';
import { aFinding } from '../finding.test-support.ts';
import { htmlReport } from './html.ts';
import { markdownReport } from './markdown.ts';
import { prettyReport } from './pretty.ts';
import { aRun, HOSTILE, type Run } from './shared/run.test-support.ts';

/** A member that lacks in so many operations, and as many other kinds as there are. */
async function aRunOf(operations: number, others: number): Promise<Run> {
  const { report, context } = await aRun([{}]);
  const spec = (pointer: string) => ({ file: 'api.yaml', line: 9, column: 2, pointer });
  const shared = Array.from({ length: operations }, (_, at) =>
    aFinding({ operationId: `op ${at}`, fingerprint: `a${at}`, keyword: 'required', spec: spec('/user') }),
  );
  const rest = Array.from({ length: others }, (_, at) =>
    aFinding({ fingerprint: `b${at}`, keyword: 'type', message: HOSTILE, spec: spec(`/other/${at}`) }),
  );
  return { report: withFindings(report, [...rest, ...shared]), context };
}

describe('reports for people', () => {
  let many: Run;
  beforeAll(async () => {
    many = await aRunOf(37, 300);
  });

  it.each<[string, (run: Run) => string, string, string]>([
    [
      'pretty',
      ({ report }) => prettyReport(report),
      'Causes 201 places',
      'error ×37 required api.yaml:9:2 in 37 operations',
    ],
    [
      'markdown',
      ({ report }) => markdownReport(report),
      '### Causes: 201 places',
      '| 37 | 37 | <code>required</code>',
    ],
    [
      'html',
      ({ report, context }) => htmlReport(report, context),
      'Causes <span class="count">',
      '<small>in 37 operations</small>',
    ],
  ])('begin with what findings come from, where they are many: %s', async (_, text, title, row) => {
    const whole = text(many);
    const at = [title.replace('201', String(many.report.causes.length)), row, 'stopped'].map((part) =>
      whole.indexOf(part),
    );
    expect(at).toEqual([...at].sort((one, other) => one - other));
    expect(at[0]).toBeGreaterThan(0);
    expect(whole).not.toContain('\u001b[31m');
    expect(text(await aRunOf(10, 9))).not.toMatch(/causes/i);
  });

  it('show no more kinds than anybody reads, and tell of the rest', () => {
    const text = prettyReport(many.report);
    expect(text).toContain('And 137 more kinds of findings: the JSON report lists them.');
    expect(text.match(/^error /gm)).toHaveLength(200);
  });
});
