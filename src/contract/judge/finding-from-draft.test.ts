import { describe, expect, it } from '@jest/globals';
import { bundledContract } from '../bundled-contract.ts';
import { verifyExchange } from '../contract-run.ts';
import { anExchange, ENRICHMENT, type ExchangeParts } from '../exchange.test-support.ts';

const KEY = 'test-key-1234567890';
const URL = 'https://api.exa.ai/websets/v0/websets/webset_1/enrichments/wenrich_1';

function enrichment(change: Record<string, unknown>): Record<string, unknown> {
  return { ...ENRICHMENT, ...change };
}

describe('a finding', () => {
  const [finding] = verifyExchange(
    bundledContract,
    anExchange({ body: enrichment({ status: 'cancelled' }), index: 3 }),
  );

  it('names the exchange, the place in the body and the place in the description', () => {
    expect(finding).toMatchObject({
      check: 'response-schema-conformance',
      severity: 'error',
      operationId: 'websets-enrichments-cancel',
      method: 'POST',
      status: 200,
      target: 'response',
      dataPath: '/status',
      received: '"cancelled"',
      documented: '"pending", "canceled", "completed"',
      recording: { file: 'test.json', index: 3 },
      spec: { file: 'openapi/components/schemas/WebsetEnrichmentStatus.yaml', pointer: '/enum' },
    });
    expect(finding?.spec?.line).toBeGreaterThan(1);
  });

  it('has the fingerprint of its equal in another recording, and of no other', () => {
    const fingerprints = (parts: ExchangeParts): string[] =>
      verifyExchange(bundledContract, anExchange(parts)).map((other) => other.fingerprint);
    const same = fingerprints({
      body: enrichment({ status: 'done' }),
      url: `${URL}2/cancel`,
      file: 'b.har',
      index: 9,
    });
    expect(same).toEqual([finding?.fingerprint]);
    expect(fingerprints({ method: 'GET', url: URL, body: enrichment({ status: 'done' }) })).not.toEqual(same);
    const items = (options: unknown): string[] => fingerprints({ body: enrichment({ options }) });
    expect(items([{ label: 1 }])).toEqual(items([{ label: 'a' }, { label: 2 }]));
    const lacks = (name: string): string[] => fingerprints({ body: enrichment({ [name]: undefined }) });
    expect(lacks('id')).not.toEqual(lacks('websetId'));
  });

  it('never prints the key, wherever the server or the URL repeats it', () => {
    const findings = [
      ...verifyExchange(bundledContract, anExchange({ body: enrichment({ status: KEY, [KEY]: KEY }) })),
      ...verifyExchange(
        bundledContract,
        anExchange({ url: `https://u:${KEY}@x.test/nowhere/${KEY}?api_key=${KEY}` }),
      ),
      ...verifyExchange(bundledContract, anExchange({ headers: { 'content-type': KEY, [KEY]: KEY } })),
    ];
    expect(findings.length).toBeGreaterThanOrEqual(4);
    expect(JSON.stringify(findings)).not.toContain(KEY);
  });

  it('tells of a broken alternation once, where no form was clearly meant', () => {
    const findings = verifyExchange(bundledContract, anExchange({ status: 404, body: { requestId: 'r1' } }));
    expect(findings.map(({ message }) => message)).toEqual([
      'The value fits none of GatewayError, ServiceError, StructuredError, BareError.',
    ]);
  });
});
