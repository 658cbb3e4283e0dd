import { describe, expect, it } from '@jest/globals';
import { bundledContract } from '../bundled-contract.ts';
import { verifyExchanges } from '../contract-run.ts';
import { withFindings } from '../count-findings.ts';
import { ENRICHMENT } from '../exchange.test-support.ts';
import { htmlReport } from './html.ts';
import { aRun, aWaiver, DIFFERENCES, HOSTILE_DIFFERENCES, KEY, type Run } from './shared/run.test-support.ts';

function pageOf({ report, context }: Run): string {
  return htmlReport(report, context);
}

/** The first element that is closed and was not opened last, or what is never closed. */
function unbalanced(page: string): string[] {
  const open: string[] = [];
  const rest = page.replace(/<(script|style)\b.*?<\/\1>|<(?:input|link|meta)\b[^>]*>|<[^>]*\/>/gs, '');
  for (const [, end, name = ''] of rest.matchAll(/<(\/?)([a-z]+\d?)\b[^>]*>/g)) {
    if (end === '') open.push(name);
    else if (open.pop() !== name) return [`/${name}`];
  }
  return open;
}

describe('the report as a page', () => {
  it('is one file that names no other, and allows none', async () => {
    const page = pageOf(await aRun(DIFFERENCES));
    expect(page.match(/<script/g)).toHaveLength(1);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
    const hash = "'sha256-[\\w+/]{43}='";
    expect(policy).toMatch(
      new RegExp(
        `^default-src 'none'; style-src ${hash}; script-src ${hash}; img-src data:; base-uri 'none'; form-action 'none'$`,
      ),
    );
    expect(page).not.toMatch(/(?:src|href)="(?!#|data:)/);
    expect(page).not.toMatch(/ (?:style|on\w+)=/);
  });

  it('marks the parameter and the header that a finding is about, and closes each element that it opens', async () => {
    const url = 'https://api.exa.ai/websets/v0/websets/w/enrichments/e/cancel?odd=1&other=2';
    const { report, context } = await aRun([
      { url },
      { headers: { 'content-type': 'text/html' } },
      ...DIFFERENCES,
    ]);
    const spec = { file: 'api.yaml', line: 7, column: 3, pointer: '/x' };
    const limitations = [{ kind: 'wrong' as const, spec, what: 'no type', places: [spec] }];
    const page = htmlReport({ ...report, limitations }, context);
    expect(page).toContain('/cancel?<mark>odd=1</mark>&amp;other=2');
    expect(page).toContain('<dt>content-type</dt><dd><mark>text/html</mark></dd>');
    expect(page).toContain('no type <code>api.yaml:7:3</code>');
    expect(unbalanced(page)).toEqual([]);
  });

  it('says how it went in the first words', async () => {
    const verdict = (page: string): string | undefined => /<b id="verdict">([^<]*)/.exec(page)?.[1];
    expect(verdict(pageOf(await aRun([{}])))).toBe('The recordings match the contract.');
    expect(verdict(pageOf(await aRun(DIFFERENCES)))).toBe('2 findings break the contract.');
    const waived = await aRun(DIFFERENCES, { waive: ([first = '']) => [aWaiver(first)] });
    expect(verdict(pageOf(waived))).toBe('No finding fails the run; 2 waived.');
    const { context } = await aRun([]);
    const report = await verifyExchanges(bundledContract, []);
    expect(verdict(htmlReport(report, context))).toBe('Nothing was verified.');
  });

  it('takes warnings for breaks where they fail the run', async () => {
    const { report, context } = await aRun(DIFFERENCES);
    expect(htmlReport(report, { ...context, failOn: 'warning' })).toContain('4 findings break the contract.');
  });

  it('lets the findings be told apart by every mood that there is, each with one count', async () => {
    const more = { body: { ...ENRICHMENT, accepted: 3 } };
    const { report, context } = await aRun([...DIFFERENCES, more], {
      waive: (fingerprints) => fingerprints.slice(-1).map((last) => aWaiver(last)),
    });
    const findings = report.findings.flatMap((finding) =>
      finding.dataPath === '/priority' ? [finding, { ...finding, severity: 'info' as const }] : [finding],
    );
    const told = withFindings(report, findings);
    const page = htmlReport(told, context);
    const { error, warning, info } = told.summary.findings;
    const counts = { error, warning, info, waived: told.summary.waived };
    expect(Object.values(counts).every((count) => count > 0)).toBe(true);
    const toggles = page.matchAll(/<label class="toggle (\w+)">.*? (\w+) <span>(\d+)<\/span>/g);
    expect(Array.from(toggles, ([, style, word, count]) => [style, word, Number(count)])).toEqual(
      Object.entries(counts).map(([mood, count]) => [mood, mood, count]),
    );
    const tiles = page.matchAll(/<dt>(Errors|Warnings|Information|Waived)<\/dt><dd><b>(\d+)<\/b>/g);
    expect(Array.from(tiles, ([, , count]) => Number(count))).toEqual(Object.values(counts));
    expect(page).toContain('<span class="badge info">');
  });

  it('shows of an operation its request, each status and each header, seen or not', async () => {
    const page = pageOf(await aRun([{}]));
    const [, marks = ''] = page.split('/enrichments/{id}/cancel</code></p>');
    const rows = marks.split('</li>')[0]?.matchAll(/<dt>(\w+)<\/dt><dd class="chips">(.*?)<\/dd>/g) ?? [];
    const chips = (cell = ''): string[] =>
      Array.from(
        cell.matchAll(/class="chip (\w+)".*?<\/i>([^<]*)</g),
        ([, state, text]) => `${text} ${state}`,
      );
    const others = ['400', '401', '402', '403', '404', '409', '422', '429', '500', '502', '503', '504'];
    expect(Array.from(rows, ([, name, cell]) => [name, chips(cell)])).toEqual([
      ['Request', ['path webset seen', 'path id seen', 'application/json unseen']],
      ['Status', ['200 seen', ...others.map((status) => `${status} unseen`)]],
      ['Header', ['x-request-id unseen', 'cf-ray unseen', 'etag unseen', 'retry-after unseen']],
    ]);
  });

  it('shows no more findings than a browser bears, and says how many there are', async () => {
    const { report, context } = await aRun(DIFFERENCES);
    const [one] = report.findings;
    const findings = Array.from({ length: 1_000 }, (_, at) => ({ ...one, fingerprint: String(at) }));
    const page = htmlReport({ ...report, findings: findings as typeof report.findings }, context);
    expect(page.match(/<details class="card finding/g)).toHaveLength(300);
    expect(page).toContain('And 700 more kinds: the JSON report lists them all.');
  });

  it('tells who waived and why, and of waivers by their own lines', async () => {
    const page = pageOf(
      await aRun(DIFFERENCES, {
        waive: ([first = '']) => [aWaiver(first, { reason: '<b>bold</b>' }), aWaiver('aaaaaaaaaaaaaaaa')],
      }),
    );
    expect(page).toContain('Accepted by <b>ada</b> until 2027-01-31: &lt;b&gt;bold&lt;/b&gt;');
    expect(page).toContain('unused-waiver');
    expect(page).toContain('waivers.yaml:3:3');
  });

  it('shows no cookie that a server set, nor a header that looks like a credential', async () => {
    const long = '5ec2e7'.repeat(20);
    const headers = { 'set-cookie': `sid=${long}; Secure`, 'x-session-token': long, 'x-auth': '5ec2' };
    const page = pageOf(await aRun([{ headers, body: `your cookie is ${long}` }]));
    expect(page).toContain('x-session-token');
    expect(page).not.toContain('5ec2');
  });

  it('holds no markup of others, nothing that reorders text, and no key', async () => {
    const page = pageOf(await aRun(HOSTILE_DIFFERENCES));
    expect(page).not.toMatch(/<script>alert|<img/);
    expect(page).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(page).not.toContain(KEY);
  });
});
