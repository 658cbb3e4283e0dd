import { describe, expect, it } from '@jest/globals';
import type { EnrichmentRef } from '../enrichment.ts';
import { answering, enrichment, json } from '../testing/enrichments.test-support.ts';
import { byNumber, collect, ref, refs, setup } from '../testing/many.test-support.ts';
import type { ManyOptions, ManyProgress } from './cancel-many.ts';

describe('many cancels', () => {
  it('settle each with its input and its place', async () => {
    const { exa } = setup([
      byNumber((number) => (number === 1 ? json({}, 404) : json(enrichment({ id: `e${number}` })))),
    ]);
    const input = [
      { ...ref(0), note: 'kept' },
      { ...ref(1), note: 'too' },
    ];
    const { results, error } = await collect(exa.cancelMany(input));
    expect(error).toBeUndefined();
    expect(results).toEqual([
      { ref: input[0], index: 0, ok: true, enrichment: enrichment({ id: 'e0' }) },
      { ref: input[1], index: 1, ok: false, error: expect.objectContaining({ status: 404 }) },
    ]);
    expect(results[0]?.ref).toBe(input[0]);
  });

  it('are yielded as they settle, not in the order of the input', async () => {
    const { exa, runtime } = setup([
      byNumber(async (number) => {
        if (number === 0) await new Promise<void>((resolve) => runtime.after(5000, resolve));
        return json(enrichment({ id: `e${number}` }));
      }),
    ]);
    const order: number[] = [];
    for await (const { index } of exa.cancelMany(refs(3))) order.push(index);
    expect(order).toEqual([1, 2, 0]);
  });

  it.each([
    { why: 'an array', input: refs(3) },
    { why: 'a set', input: new Set(refs(3)) },
    {
      why: 'a generator',
      input: (function* () {
        yield* refs(3);
      })(),
    },
    {
      why: 'an async generator',
      input: (async function* () {
        yield* refs(3);
      })(),
    },
    {
      why: 'an array of promises',
      input: refs(3).map((one) => Promise.resolve(one)) as unknown as EnrichmentRef[],
    },
  ])('take $why', async ({ input }) => {
    const { exa } = setup();
    const { results } = await collect(exa.cancelMany(input));
    expect(results.map(({ index, ok }) => [index, ok])).toEqual([
      [0, true],
      [1, true],
      [2, true],
    ]);
  });

  it('of nothing are nothing', async () => {
    const { exa, sent } = setup();
    await expect(collect(exa.cancelMany([]))).resolves.toEqual({ results: [] });
    expect(sent).toEqual([]);
  });

  it.each([undefined, null, 7, {}, { [Symbol.iterator]: 5 }, { [Symbol.asyncIterator]: () => 5 }])(
    'refuse %p for an input, without throwing at once',
    async (input) => {
      const { exa } = setup();
      const { error } = await collect(exa.cancelMany(input as unknown as EnrichmentRef[]));
      expect(error).toMatchObject({ code: 'invalid-argument' });
    },
  );

  it.each([
    { concurrency: 0 },
    { concurrent: 2 },
    { wait: { pollIntervall: 1 } },
    { wait: 'no' },
    { signal: 1 },
  ])('refuse the options %j', async (options) => {
    const { exa, sent } = setup();
    const { error } = await collect(exa.cancelMany(refs(1), options as unknown as ManyOptions));
    expect(error).toMatchObject({ code: 'invalid-argument' });
    expect(sent).toEqual([]);
  });

  it('go on after a reference that is none', async () => {
    const { exa, sent } = setup();
    const { results } = await collect(
      exa.cancelMany([ref(0), { webset: 'w', enrichment: '..' }, undefined as never, ref(3)]),
    );
    expect(results.map(({ index, ok }) => [index, ok]).sort()).toEqual([
      [0, true],
      [1, false],
      [2, false],
      [3, true],
    ]);
    expect(sent).toHaveLength(2);
  });

  it('wait for each to end, if asked to', async () => {
    const { exa } = setup([
      (request) => answering(request, { status: request.method === 'GET' ? 'canceled' : 'pending' }),
    ]);
    const { results } = await collect(exa.cancelMany(refs(2), { wait: true }));
    expect(results).toEqual([
      expect.objectContaining({
        ok: true,
        outcome: 'canceled',
        enrichment: enrichment({ id: 'e0', status: 'canceled' }),
      }),
      expect.objectContaining({ ok: true, outcome: 'canceled' }),
    ]);
  });

  it('tell how far they are', async () => {
    const { exa } = setup([
      byNumber((number) => (number === 2 ? json({}, 404) : json(enrichment({ id: `e${number}` })))),
    ]);
    const progress: ManyProgress[] = [];
    await collect(exa.cancelMany(refs(3), { onProgress: (now) => progress.push(now) }));
    expect(progress).toEqual([
      { done: 1, failed: 0 },
      { done: 2, failed: 0 },
      { done: 3, failed: 1 },
    ]);
  });
});
