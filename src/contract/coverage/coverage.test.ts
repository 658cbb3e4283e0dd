import { describe, expect, it } from '@jest/globals';
import { bundledContract } from '../bundled-contract.ts';
import { startContractRun } from '../contract-run.ts';
import { anExchange, ENRICHMENT, type ExchangeParts } from '../exchange.test-support.ts';
import type { Coverage } from './coverage.ts';

function coverageOf(...exchanges: ExchangeParts[]): Coverage {
  const run = startContractRun(bundledContract);
  for (const parts of exchanges) run.add(anExchange(parts));
  return run.report().coverage;
}

function missing(coverage: Coverage): string[] {
  return coverage.missing.map(({ kind, name }) => `${kind} ${name}`);
}

describe('coverage', () => {
  const none = coverageOf();

  it('of nothing is nothing, with all that could be seen listed by name', () => {
    expect(none).toMatchObject({ covered: 0, percent: 0 });
    expect(none.eligible).toBe(none.missing.length);
    expect(missing(none)).toEqual(
      expect.arrayContaining([
        'operation websets-enrichments-get',
        'status websets-enrichments-cancel 429',
        'media-type websets-enrichments-get 200 application/json',
        'property WebsetEnrichment.title',
        'enum-value WebsetEnrichmentStatus = "canceled"',
        'null-branch WebsetEnrichment.title = null',
      ]),
    );
  });

  it('counts each thing of the description once, however many responses share it', () => {
    const names = missing(none);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name === 'property GatewayError.tag')).toHaveLength(1);
  });

  it('lets a null cover the null branch and not the property', () => {
    const names = missing(coverageOf({ body: { ...ENRICHMENT, title: null, instructions: 'Look it up' } }));
    expect(names).toContain('property WebsetEnrichment.title');
    expect(names).not.toContain('null-branch WebsetEnrichment.title = null');
    expect(names).not.toContain('property WebsetEnrichment.instructions');
    expect(names).toContain('null-branch WebsetEnrichment.instructions = null');
  });

  it('marks the values of an enum that were seen, and no other', () => {
    const names = missing(coverageOf({ body: { ...ENRICHMENT, status: 'completed', format: 'url' } }));
    const values = names.filter((name) => name.startsWith('enum-value WebsetEnrichmentStatus'));
    expect(values).toEqual([
      'enum-value WebsetEnrichmentStatus = "pending"',
      'enum-value WebsetEnrichmentStatus = "canceled"',
    ]);
    expect(names.some((name) => name.startsWith('enum-value') && name.endsWith('"url"'))).toBe(false);
  });

  it('marks only the form of an error that the body has', () => {
    const names = missing(coverageOf({ status: 401, body: { requestId: 'r', error: 'bad key' } }));
    expect(names).not.toContain('property GatewayError.error');
    expect(names).toContain('property GatewayError.tag');
    expect(names).toContain('property BareError.error');
    expect(names).toContain('property ServiceError.error');
  });

  it('takes nothing from an operation or a status that is not described', () => {
    expect(coverageOf({ url: 'https://api.exa.ai/websets/v0/imports' }).covered).toBe(0);
    expect(missing(coverageOf({ status: 201 }))).toContain('property WebsetEnrichment.id');
  });
});
