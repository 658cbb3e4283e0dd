import { describe, expect, it } from '@jest/globals';
import { githubReport } from './github.ts';
import { htmlReport } from './html.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import { markdownReport } from './markdown.ts';
import { prettyReport } from './pretty.ts';
import { sarifReport } from './sarif.ts';
import { aRun, HOSTILE } from './shared/run.test-support.ts';

const WHAT = 'the format decimal is not checked';

describe('what of a description was not judged', () => {
  it('is said in every report, and hurts none', async () => {
    const { report, context } = await aRun([{}]);
    const spec = { file: 'api.yaml', line: 7, column: 3, pointer: '/x' };
    const limitations = [WHAT, HOSTILE].map((what) => ({
      kind: 'unsupported' as const,
      spec,
      what,
      places: [spec],
    }));
    const limited = { ...report, limitations };
    for (const text of [
      prettyReport(limited),
      jsonReport(limited),
      junitReport(limited),
      sarifReport(limited, context),
      githubReport(limited),
      markdownReport(limited),
      htmlReport(limited, context),
    ]) {
      expect(text).toContain(WHAT);
      expect(text).toContain('api.yaml');
      expect(text).not.toMatch(/^::error/m);
    }
  });
});
