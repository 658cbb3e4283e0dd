import { describe, expect, it } from '@jest/globals';
import { bundledContract } from '../../bundled-contract.ts';
import { verifyExchange, verifyExchanges } from '../../contract-run.ts';
import { anExchange, ENRICHMENT } from '../../exchange.test-support.ts';
import { nearest } from './nearest.ts';

const STATUSES = ['pending', 'canceled', 'completed'];

describe('the nearest documented word', () => {
  it.each([
    ['cancelled', STATUSES, 'canceled'],
    ['cancled', STATUSES, 'canceled'],
    ['PENDING', STATUSES, 'pending'],
    ['pednign', STATUSES, 'pending'],
    ['complete', STATUSES, 'completed'],
    ['websetID', ['id', 'websetId', 'title'], 'websetId'],
    ['created_at', ['createdAt', 'updatedAt'], 'createdAt'],
    ['x'.repeat(64), ['x'.repeat(63)], 'x'.repeat(63)],
  ])('of %j in %j is %j', (word, candidates, want) => {
    expect(nearest(word, candidates)).toBe(want);
  });

  it.each([
    ['running', STATUSES],
    ['ab', ['cd', 'ef']],
    ['', STATUSES],
    ['pending', ['pending']],
    ['x'.repeat(65), ['x'.repeat(64)]],
  ])('of %j is none, for nothing comes close', (word, candidates) => {
    expect(nearest(word, candidates)).toBeUndefined();
  });
});

function suggestions(body: Record<string, unknown>): (string | undefined)[] {
  return verifyExchange(bundledContract, anExchange({ body })).map(({ suggestion }) => suggestion);
}

describe('"did you mean"', () => {
  it('names the documented value that a received one comes close to', () => {
    expect(suggestions({ ...ENRICHMENT, status: 'cancelled' })).toEqual(['"canceled"']);
    expect(suggestions({ ...ENRICHMENT, object: 'webset-enrichment' })).toEqual(['"webset_enrichment"']);
  });

  it('names the documented property that is spelt otherwise, and is absent', () => {
    const { websetId, ...rest } = ENRICHMENT;
    expect(suggestions({ ...rest, websetID: websetId })).toEqual([undefined, '"websetId"']);
    expect(suggestions({ ...ENRICHMENT, websetID: websetId })).toEqual([undefined]);
  });

  it('says nothing where nothing comes close', () => {
    expect(suggestions({ ...ENRICHMENT, status: 'running' })).toEqual([undefined]);
    expect(suggestions({ ...ENRICHMENT, status: 3 })).toEqual([undefined, undefined]);
  });

  it('is no part of the fingerprint: another typing error is the same finding', () => {
    const prints = ['cancelled', 'cancld', 'x'].map(
      (status) =>
        verifyExchange(bundledContract, anExchange({ body: { ...ENRICHMENT, status } }))[0]?.fingerprint,
    );
    expect(new Set(prints).size).toBe(1);
  });
});

describe('who observes a run', () => {
  it('is told of every exchange, with its findings', async () => {
    const seen: [string, number][] = [];
    const exchanges = [anExchange({ file: 'a' }), anExchange({ file: 'b', status: 418 })];
    await verifyExchanges(bundledContract, exchanges, {
      observe: ({ recording }, findings) => seen.push([recording.file, findings.length]),
    });
    expect(seen).toEqual([
      ['a', 0],
      ['b', 1],
    ]);
  });
});
