import { describe, expect, it } from '@jest/globals';
import { bundledContract } from '../bundled-contract.ts';
import { verifyExchanges } from '../contract-run.ts';
import { anExchange, ENRICHMENT } from '../exchange.test-support.ts';
import { prettyReport } from './pretty.ts';
import { aRun, aWaiver, DIFFERENCES, HOSTILE_DIFFERENCES, KEY } from './shared/run.test-support.ts';

const wrong = (status: string, file: string): ReturnType<typeof anExchange> =>
  anExchange({ body: { ...ENRICHMENT, status }, file });

describe('the report for people', () => {
  it('tells equal findings once, with their number, and where the first is', async () => {
    const report = await verifyExchanges(bundledContract, [
      wrong('a', 'one.json'),
      wrong('b', 'two.json'),
      anExchange(),
    ]);
    const text = prettyReport(report);
    expect(text).toContain('3 exchanges: 3 verified, 0 undocumented');
    expect(text).toContain('error response-schema-conformance websets-enrichments-cancel 200 ×2 in 2 files');
    expect(text).toContain('  received    "a", "b"');
    expect(text).toContain('  documented  "pending", "canceled", "completed"');
    expect(text).toContain('  recording   one.json #0 POST https://api.exa.ai/websets/v0/');
    expect(text).toMatch(/description openapi\/components\/schemas\/WebsetEnrichmentStatus\.yaml:\d+:\d+/);
    expect(text).toContain('3 exchanges verified: 2 errors, 0 warnings, 0 info.');
    expect(text.match(/response-schema-conformance/g)).toHaveLength(1);
  });

  it('says so where nothing was verified', async () => {
    const report = await verifyExchanges(bundledContract, [anExchange({ url: 'https://api.exa.ai/' })]);
    expect(prettyReport(report)).toContain('Nothing was verified (0 errors, 1 warning, 0 info).');
  });

  it('is plain where colour is not asked for, and has colour where it is', async () => {
    const report = await verifyExchanges(bundledContract, [wrong('\u001b[31mred', 'a\nb.json')]);
    expect(prettyReport(report)).not.toContain('\u001b');
    expect(prettyReport(report, { color: true })).toContain('\u001b[31m');
  });
});

describe('the report on a terminal', () => {
  it('asks what was meant, shows the lines of the description, and how to ask again', async () => {
    const { report, context } = await aRun(DIFFERENCES);
    const text = prettyReport(report, { context, frames: true });
    expect(text).toContain('is not one of the documented values. Did you mean "canceled"?');
    expect(text).toMatch(/ {2}› \d+ │ enum:/);
    expect(text).toMatch(
      /\n {2}reproduce {3}curl -sS -i -X POST https:\S+ -H 'x-api-key: '"\$EXA_API_KEY"\n/,
    );
    expect(text).toMatch(/\n {2}fingerprint [\da-f]{16}\n/);
  });

  it('tells undocumented operations in one block, calls of one operation together, the most first', async () => {
    const calls = [
      ['POST', 'imports'],
      ['GET', 'websets/webset_01k8a1/items'],
      ['GET', 'websets/webset_01k8a2/items'],
    ] as const;
    const url = (path: string): string => `https://api.exa.ai/websets/v0/${path}?limit=1`;
    const exchanges = calls.map(([method, path], index) => ({ method, url: url(path), index }));
    const text = prettyReport((await aRun(exchanges)).report);
    expect(text).toContain(
      [
        'warning undocumented-operation ×3',
        '  The description has no such operations:',
        '  GET  /websets/v0/websets/*/items ×2  test.json #1',
        '  POST /websets/v0/imports  test.json #0',
      ].join('\n'),
    );
  });

  it('keeps what was waived, last, and tells by whom, why and until when', async () => {
    const info = { headers: { 'content-type': 'application/json', 'x-odd': '1' } };
    const waive = ([first = '']: readonly string[]) => [aWaiver(first)];
    const { report, context } = await aRun([...DIFFERENCES, info], { waive });
    const text = prettyReport(report, { context });
    expect(text).toContain('waived error response-schema-conformance');
    expect(text).toContain('  waived by   ada, until 2027-01-31: The fix is promised for spring.');
    expect(text.indexOf('waived error')).toBeGreaterThan(text.indexOf('info response-headers-conformance'));
    expect(text).toContain('0 errors, 2 warnings, 1 info, 2 waived.');
  });

  it('tells of a waiver that nothing needs by its own place', async () => {
    const { report, context } = await aRun([{}], { waive: () => [aWaiver('aaaaaaaaaaaaaaaa')] });
    const text = prettyReport(report, { context });
    expect(text).toContain('warning unused-waiver\n  No finding has this fingerprint: delete the waiver.');
    expect(text).toContain('  waiver      waivers.yaml:3:3');
    expect(text).not.toContain('curl');
  });

  it('says where the recordings come from, and what they do not prove', async () => {
    const text = prettyReport((await aRun([{}])).report);
    expect(text).toContain('Recordings 1 file: 1 simulator; the oldest of 2026-11-01 (22 days ago)');
    expect(text).toContain('None is live: this is no evidence of how the API answers.');
  });

  it('can not be steered by what was recorded, and shows no key', async () => {
    const { report, context } = await aRun(HOSTILE_DIFFERENCES);
    const text = prettyReport(report, { context, frames: true });
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(text).not.toMatch(/^(?:::error| *# head)/m);
    expect(text).not.toContain(KEY);
  });
});
