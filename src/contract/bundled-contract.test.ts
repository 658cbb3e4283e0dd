import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bundledContract } from './bundled-contract.ts';
import type { Contract } from './contract.ts';
import { verifyExchange } from './contract-run.ts';
import { compileDescription } from './description/compile.ts';
import { anExchange, ENRICHMENT } from './exchange.test-support.ts';
import { mutated } from './judge/walk/arbitrary-body.test-support.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const ERRORS = [
  { requestId: 'r1', error: 'bad key', tag: 'INVALID_API_KEY' },
  { statusCode: 404, timestamp: '2026-01-02T03:04:05.678Z', message: 'a', error: 'Not Found', path: '/v0' },
  { error: { type: 'a', code: 'b', message: 'c', detail: null } },
  { error: 'slow down' },
];

describe('the contract that is compiled ahead', () => {
  let atStart: Contract;
  beforeAll(async () => {
    atStart = await compileDescription(`${root}openapi/openapi.yaml`, { relativeTo: root });
  });

  it('is that of the fragment', () => {
    const { validators: _, files: __, ...data } = atStart;
    const { validators: ahead, ...bundled } = bundledContract;
    expect(bundled).toEqual(data);
    expect(Object.keys(ahead).sort()).toEqual(Object.keys(atStart.validators).sort());
    expect(bundled.limitations).toEqual([]);
  });

  it('finds in any body what the one compiled at start finds, to the letter', () => {
    const exchange = fc.oneof(
      mutated(ENRICHMENT).map((body) => anExchange({ body })),
      fc
        .constantFrom(...ERRORS)
        .chain(mutated)
        .map((body) => anExchange({ status: 404, body })),
    );
    fc.assert(
      fc.property(exchange, (one) => {
        expect(verifyExchange(atStart, one)).toEqual(verifyExchange(bundledContract, one));
      }),
      { numRuns: 300 },
    );
  });
});
