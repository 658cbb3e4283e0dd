import { describe, expect, it } from '@jest/globals';
import type { EnrichmentRef } from '../enrichment.ts';
import type { ClientOptions } from '../options.ts';
import { answering, enrichment, json, KEY } from '../testing/enrichments.test-support.ts';
import { byNumber, collect, ref, refs, setup } from '../testing/many.test-support.ts';
import type { Step } from '../testing/scripted-fetch.test-support.ts';
import type { ManyOptions } from './cancel-many.ts';

/** Ends at the first read. */
const ending: Step = (request) =>
  answering(request, { status: request.method === 'GET' ? 'canceled' : 'pending' });

describe('the wait for a first turn', () => {
  it.each<[why: string, count: number, options: ManyOptions, client: ClientOptions]>([
    ['at a high concurrency', 1500, { concurrency: 1500 }, {}],
    ['at any concurrency', 200, { concurrency: Number.POSITIVE_INFINITY }, { totalTimeout: 2000 }],
    ['with little time for each', 64, { concurrency: 64 }, { totalTimeout: 2000 }],
    ['with less time for each than lies between two turns', 8, {}, { totalTimeout: 50 }],
  ])('is no time of the call: each is cancelled %s', async (_, count, options, client) => {
    const { exa, sent } = setup([answering], client);
    const { results, error } = await collect(exa.cancelMany(refs(count), options));
    expect(error).toBeUndefined();
    expect(results.filter(({ ok }) => ok)).toHaveLength(count);
    expect(sent.map(({ at }) => Math.round(at))).toEqual(Array.from({ length: count }, (_, at) => at * 105));
  });

  it('is no time of the call when the keys come late, all at once', async () => {
    const apiKey = async (): Promise<string> => {
      await new Promise<void>((resolve) => runtime.after(1000, resolve));
      return KEY;
    };
    const { exa, runtime, sent } = setup([answering], { apiKey, totalTimeout: 1400 });
    const { results } = await collect(exa.cancelMany(refs(9), { concurrency: 9 }));
    expect(results.map(({ ok }) => ok)).not.toContain(false);
    expect(sent.map(({ at }) => at)).toEqual(Array.from({ length: 9 }, (_, at) => 1000 + at * 105));
  });

  it('is no time of the call when a 429 closes the door to all', async () => {
    const { exa, sent } = setup([json({}, 429, { 'retry-after': '5' }), answering], { totalTimeout: 2000 });
    const { results } = await collect(exa.cancelMany(refs(6), { concurrency: 6 }));
    // The one that was told can't wait that long; the others have not begun.
    expect(results.filter(({ ok }) => !ok)).toMatchObject([
      { index: 0, error: { status: 429, attempts: 1 } },
    ]);
    expect(Math.min(...sent.slice(1).map(({ at }) => at))).toBeGreaterThanOrEqual(5000);
  });

  it('leaves the whole `timeout` to each of those that are waited for', async () => {
    const { exa } = setup([ending]);
    const options = { concurrency: 64, wait: { timeout: 2500, pollInterval: 500 } };
    const { results } = await collect(exa.cancelMany(refs(64), options));
    expect(results.map(({ ok }) => ok)).not.toContain(false);
  });

  it('lets the reads go first, so that those that are waited for are seen to end in time', async () => {
    const begun = new Map<string, number>();
    const { exa, runtime } = setup([
      (request) => {
        const [, id = ''] =
          /(e\d+)/.exec(request.url.slice(request.url.lastIndexOf('enrichments/') + 12)) ?? [];
        const since = begun.get(id) ?? runtime.now();
        begun.set(id, since);
        return answering(request, { status: runtime.now() - since > 8000 ? 'canceled' : 'pending' });
      },
    ]);
    const { results } = await collect(
      exa.cancelMany(refs(150), { concurrency: 150, wait: { timeout: 13_000 } }),
    );
    expect(results.map(({ ok }) => ok)).not.toContain(false);
  });

  it('ends at once when the run is aborted', async () => {
    const controller = new AbortController();
    const { exa, sent, runtime } = setup([
      () => {
        controller.abort();
        return new Promise(() => {});
      },
    ]);
    const { results, error } = await collect(
      exa.cancelMany(refs(1000), { concurrency: 1000, signal: controller.signal }),
    );
    expect(results.every((result) => !result.ok && result.error.code === 'aborted')).toBe(true);
    expect(error).toMatchObject({ code: 'aborted' });
    expect([sent.length, runtime.now(), runtime.pending()]).toEqual([1, 0, 0]);
  });
});

describe('the time of each of many cancels', () => {
  it('still ends an attempt, counted from its turn', async () => {
    const { exa, runtime } = setup(['stall'], { totalTimeout: 2000 });
    const ends: number[] = [];
    const onProgress = (): unknown => ends.push(Math.round(runtime.now()));
    const { results } = await collect(exa.cancelMany(refs(30), { concurrency: 30, onProgress }));
    expect(ends).toEqual(Array.from({ length: 30 }, (_, at) => at * 105 + 2000));
    for (const { ok, ...rest } of results)
      expect(rest).toMatchObject({
        error: { code: 'timeout', phase: 'total', timeoutMs: 2000, attempts: 1 },
      });
  });

  it('still ends the retries', async () => {
    const { exa, runtime } = setup([json({}, 503)], { totalTimeout: 1400, maxRetries: 9 });
    const { results } = await collect(exa.cancelMany(refs(1)));
    expect(results).toMatchObject([{ ok: false, error: { status: 503, attempts: 2 } }]);
    expect(runtime.now()).toBeLessThan(1400);
  });

  it('is not lost to those that have yet to begin: retries and reads have the next turn', async () => {
    const failing = new Set([0, 7, 8, 20]);
    const { exa, sent } = setup(
      [
        byNumber((number) =>
          failing.delete(number) ? json({}, 503) : json(enrichment({ id: `e${number}` })),
        ),
      ],
      { totalTimeout: 800 },
    );
    await collect(exa.cancelMany(refs(40), { concurrency: 40 }));
    for (const number of [0, 7, 8, 20]) {
      const [first, again] = sent.filter(({ url }) => url.endsWith(`e${number}/cancel`)).map(({ at }) => at);
      expect((again ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(500);
      expect((again ?? 0) - (first ?? 0)).toBeLessThan(500 + 2.1 * 105);
    }
  });
});

describe('the references that wait for their first turn', () => {
  it('are few, however high the concurrency, so that no more of the input is held than can be sent', async () => {
    let taken = 0;
    const endless = function* (): Generator<EnrichmentRef> {
      for (;;) yield ref(taken++);
    };
    const { exa } = setup();
    let seen = 0;
    for await (const { ok } of exa.cancelMany(endless(), { concurrency: Number.POSITIVE_INFINITY })) {
      expect(ok).toBe(true);
      expect(taken).toBeLessThanOrEqual(++seen + 12);
      if (seen === 100) break;
    }
  });

  it('are soon told when a 429 asks for more than a minute', async () => {
    const { exa, sent, runtime } = setup([answering, json({}, 429, { 'retry-after': '61' })]);
    const { results, error } = await collect(exa.cancelMany(refs(1000), { concurrency: 1000 }));
    expect(error).toMatchObject({ status: 429, retryAfterMs: 61_000 });
    expect(sent).toHaveLength(2);
    expect(results.length).toBeLessThan(15);
    expect(runtime.now()).toBeLessThan(1500);
  });

  it('do not hold up the others while the answers take their time', async () => {
    const { exa, sent, runtime } = setup([
      async (request) => {
        await new Promise<void>((resolve) => runtime.after(10_000, resolve));
        return answering(request);
      },
    ]);
    await collect(exa.cancelMany(refs(90), { concurrency: 90 }));
    expect(sent.at(-1)?.at).toBeCloseTo(89 * 105);
  });
});
