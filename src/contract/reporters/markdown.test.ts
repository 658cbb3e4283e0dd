import { describe, expect, it } from '@jest/globals';
import { marked, type Token, type Tokens } from 'marked';
import { bundledContract } from '../bundled-contract.ts';
import { verifyExchanges } from '../contract-run.ts';
import { markdownReport } from './markdown.ts';
import { aRun, aWaiver, DIFFERENCES, HOSTILE_DIFFERENCES, KEY } from './shared/run.test-support.ts';

/** The rows of each table, as a reader of Markdown sees them. */
function tablesOf(markdown: string): string[][][] {
  const tables = marked.lexer(markdown).filter((token): token is Tokens.Table => token.type === 'table');
  return tables.map(({ rows }) => rows.map((row) => row.map(({ tokens }) => textOf(tokens))));
}

/** The text, with the tags that the report itself writes taken away. */
function textOf(tokens: readonly Token[]): string {
  const text = tokens.map(({ raw }) => raw).join('');
  return text
    .replace(/<\/?code>/g, '')
    .replaceAll('<br>', ' ')
    .replace(/&#(\d+);/g, (_, number) => String.fromCodePoint(Number(number)));
}

/** Every kind of token, however deep. */
function kindsOf(tokens: readonly Token[]): Set<string> {
  const kinds = new Set<string>();
  marked.walkTokens([...tokens], ({ type }) => {
    kinds.add(type);
  });
  return kinds;
}

describe('the report in Markdown', () => {
  it('has a verdict, and a row for equal findings', async () => {
    const { report } = await aRun(DIFFERENCES);
    const markdown = markdownReport(report);
    expect(markdown.split('\n')[0]).toBe('## ❌ 4 of 5 exchanges verified: 2 errors, 2 warnings, 0 info');
    const [findings = []] = tablesOf(markdown);
    expect(findings).toHaveLength(2);
    expect(findings[0]).toEqual([
      '❌',
      'response-schema-conformance',
      'websets-enrichments-cancel 200 /status is not one of the documented values. Did you mean "canceled"?',
      '"cancelled", "stopped"',
      '"pending", "canceled", "completed"',
      expect.stringMatching(
        /^openapi\/components\/schemas\/WebsetEnrichmentStatus\.yaml:\d+:\d+ one\.json #1$/,
      ),
      '2',
    ]);
    expect(textOf(marked.lexer(markdown))).toContain('- POST /websets/v0/imports × 1');
  });

  it('shows coverage, and the recordings with their age', async () => {
    const { report } = await aRun(DIFFERENCES);
    const markdown = markdownReport(report);
    const [, coverage = [], recordings = []] = tablesOf(markdown);
    const { covered, eligible } = report.coverage.kinds.property;
    expect(markdown).not.toMatch(/^- and \d+ more$/m);
    expect(coverage).toContainEqual(['property', String(covered), String(eligible)]);
    expect(recordings).toEqual([
      ['one.json', '2', 'simulator', '2026-11-01', '22'],
      ['two.json', '3', 'simulator', '2026-11-01', '22'],
    ]);
  });

  it('keeps what was waived', async () => {
    const { report } = await aRun(DIFFERENCES, { waive: ([first = '']) => [aWaiver(first)] });
    const markdown = markdownReport(report);
    expect(markdown).toContain('## ✅ 4 of 5 exchanges verified: 0 errors, 2 warnings, 0 info, 2 waived');
    expect(tablesOf(markdown)[0]?.[1]?.[0]).toBe('waived by ada');
  });

  it('says so where nothing was verified', async () => {
    const report = await verifyExchanges(bundledContract, []);
    expect(markdownReport(report)).toContain('## ❌ Nothing was verified (0 errors');
  });

  it('is no other markup whatever was recorded, and shows no key', async () => {
    const { report } = await aRun(HOSTILE_DIFFERENCES);
    const markdown = markdownReport(report);
    const calm = markdownReport((await aRun(DIFFERENCES)).report);
    const tokens = marked.lexer(markdown);
    const [findings = []] = tablesOf(markdown);
    // A pipe that ended its cell would have cut the place short, and shifted what stands after it.
    expect(findings.map((row) => row[5]?.includes('| b |'))).toEqual(findings.map(() => true));
    expect([...kindsOf(tokens)].sort()).toEqual([...kindsOf(marked.lexer(calm))].sort());
    const tags = new Set(marked.parse(markdown).match(/<\/?\w+/g));
    expect(
      [...tags].every((tag) =>
        /^<\/?(?:h2|h3|p|table|thead|tbody|tr|t[hd]|code|br|ul|li|details|summary)$/.test(tag),
      ),
    ).toBe(true);
    expect(textOf(tokens)).toContain(
      '</script><script>alert(1)</script><img src=x onerror=alert(1)>"\'`&amp;]]>',
    );
    expect(markdown).not.toContain(KEY);
  });
});
