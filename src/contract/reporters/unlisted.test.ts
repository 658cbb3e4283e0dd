import { beforeAll, describe, expect, it } from '@jest/globals';
import { htmlReport } from './html.ts';
import { junitReport } from './junit.ts';
import { markdownReport } from './markdown.ts';
import { prettyReport } from './pretty.ts';
import { aRun, type Run } from './shared/run.test-support.ts';

describe('findings that a report does not list', () => {
  let many: Run;
  let manyKinds: Run;

  beforeAll(async () => {
    many = await aRun(Array.from({ length: 60 }, (_, index) => ({ status: 418, index })));
    manyKinds = await aRun(Array.from({ length: 1_010 }, (_, at) => ({ url: `https://api.exa.ai/p${at}` })));
  });

  it('are counted with those that they are equal to', () => {
    expect(prettyReport(many.report)).toContain('websets-enrichments-cancel 418 ×60');
    expect(markdownReport(many.report)).toMatch(/ 60 \|$/m);
    expect(htmlReport(many.report, many.context)).toContain('60 findings break the contract.');
  });

  it('are not taken for exchanges without one', () => {
    expect(junitReport(many.report)).toContain('10 exchanges without a listed finding');
  });

  it('are counted where nothing is equal to them', () => {
    const text = 'And 0 errors, 10 warnings and 0 info of further kinds that are only counted.';
    expect(prettyReport(manyKinds.report)).toContain(text);
    expect(markdownReport(manyKinds.report)).toContain(text);
    expect(htmlReport(manyKinds.report, manyKinds.context)).toContain(text);
  });
});
