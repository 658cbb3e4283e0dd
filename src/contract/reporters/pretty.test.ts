import { describe, expect, it } from '@jest/globals';
import { bundledContract } from '../bundled-contract.ts';
import { anExchange, ENRICHMENT } from '../exchange.test-support.ts';
import { verifyExchanges } from '../verify-exchanges.ts';
import { prettyReport } from './pretty.ts';

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
    expect(text).toContain('  received    "a"');
    expect(text).toContain('  documented  "pending", "canceled", "completed"');
    expect(text).toContain('  recording   one.json #0 POST https://api.exa.ai/websets/v0/');
    expect(text).toMatch(/description openapi\/components\/schemas\/WebsetEnrichmentStatus\.yaml:\d+:\d+/);
    expect(text).toContain('3 exchanges verified: 2 errors, 0 warnings, 0 info.');
    expect(text.match(/response-schema-conformance/g)).toHaveLength(1);
  });

  it('says so where nothing was verified', async () => {
    const report = await verifyExchanges(bundledContract, [anExchange({ url: 'https://x.test/' })]);
    expect(prettyReport(report)).toContain('Nothing was verified (0 errors, 1 warning, 0 info).');
  });

  it('is plain where colour is not asked for, and has colour where it is', async () => {
    const report = await verifyExchanges(bundledContract, [wrong('\u001b[31mred', 'a\nb.json')]);
    expect(prettyReport(report)).not.toContain('\u001b');
    expect(prettyReport(report, { color: true })).toContain('\u001b[31m');
  });
});
