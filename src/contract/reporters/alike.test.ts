import { describe, expect, it } from '@jest/globals';
import { ENRICHMENT } from '../exchange.test-support.ts';
import { githubReport } from './github.ts';
import { htmlReport } from './html.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import { markdownReport } from './markdown.ts';
import { prettyReport } from './pretty.ts';
import { sarifReport } from './sarif.ts';
import { aRun, aWaiver, DIFFERENCES } from './shared/run.test-support.ts';

/** With the references of HTML, XML and Markdown, and the escapes of JSON, read. */
const read = (text: string): string =>
  text
    .replace(/&#(\d+);/g, (_, point) => String.fromCodePoint(point))
    .replaceAll('&quot;', '"')
    .replaceAll('\\"', '"');

describe('all reports of one run', () => {
  it('tell the same verdict, the same findings, and none more', async () => {
    const odd = { headers: { 'content-type': 'application/json', 'x-odd': '1' } };
    const { report, context } = await aRun(
      [...DIFFERENCES, odd, { file: 'w.json', body: { ...ENRICHMENT, kept: 1 } }],
      { waive: (fingerprints) => fingerprints.slice(-1).map((last) => aWaiver(last)) },
    );
    const { error, warning, info } = report.summary.findings;
    expect(Math.min(error, warning, info, report.summary.waived)).toBeGreaterThan(0);
    const verdict = `6 of 7 exchanges verified: ${error} errors, ${warning} warnings, ${info} info, 1 waived`;
    const texts = {
      pretty: read(prettyReport(report, { context })),
      github: read(githubReport(report)),
      markdown: read(markdownReport(report)),
      html: read(htmlReport(report, context)),
      junit: read(junitReport(report)),
      sarif: read(sarifReport(report, context)),
      json: read(jsonReport(report)),
    };
    for (const name of ['pretty', 'github', 'markdown'] as const) expect(texts[name]).toContain(verdict);
    for (const [name, text] of Object.entries(texts)) {
      for (const { check, message, waivedBy } of report.findings) {
        const counted = name === 'github' && waivedBy !== undefined;
        // People are told of all undocumented operations in a block.
        const said = check === 'undocumented-operation' ? '/websets/v0/imports' : message;
        expect(text.includes(said) ? name : `${name} without ${said}`).toBe(
          counted ? `${name} without ${said}` : name,
        );
      }
    }
  });
});
