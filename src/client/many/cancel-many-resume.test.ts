import { describe, expect, it } from '@jest/globals';
import type { EnrichmentRef } from '../enrichment.ts';
import { answering, enrichment, json } from '../testing/enrichments.test-support.ts';
import { collect, ref, refs, setup } from '../testing/many.test-support.ts';
import type { Step } from '../testing/scripted-fetch.test-support.ts';

/** A server that refuses a second cancel with that status, and knows what was cancelled before. */
function server(status: number, canceled: ReadonlySet<string>): Step {
  return (request) => {
    const [, id = ''] = /(e\d+)(\/cancel)?$/.exec(request.url) ?? [];
    if (request.method === 'POST' && canceled.has(id)) return json({ error: 'not running' }, status);
    return json(enrichment({ id, status: canceled.has(id) ? 'canceled' : 'pending' }));
  };
}

const sentTo = (sent: readonly { method: string; url: string }[]): string[] =>
  sent.map(
    ({ method, url }) => `${method} ${/(e\d+)/.exec(url.slice(url.lastIndexOf('enrichments/') + 12))?.[1]}`,
  );

describe('a run that goes on where another was cut off', () => {
  it.each([400, 409])(
    'reads first what may have been sent, so that no refusal by %d comes of it',
    async (status) => {
      const { exa, sent } = setup([server(status, new Set(['e1']))]);
      const readFirst = ({ enrichment: id }: EnrichmentRef): boolean => id === 'e0' || id === 'e1';
      const { results, error } = await collect(exa.cancelMany(refs(3), { readFirst, concurrency: 1 }));
      expect(error).toBeUndefined();
      expect(results.map((result) => result.ok && result.enrichment.status)).toEqual([
        'pending',
        'canceled',
        'pending',
      ]);
      expect(sentTo(sent)).toEqual(['GET e0', 'POST e0', 'GET e1', 'POST e2']);
    },
  );

  it('waits for what is being cancelled already, though another cancel is refused', async () => {
    let reads = 0;
    const { exa } = setup([
      (request) =>
        request.method === 'POST'
          ? json({ error: 'being canceled' }, 409)
          : answering(request, { status: ++reads > 3 ? 'canceled' : 'pending' }),
    ]);
    const { results } = await collect(exa.cancelMany(refs(1), { wait: true, readFirst: () => true }));
    expect(results).toMatchObject([{ ok: true, outcome: 'canceled' }]);
  });

  it('does not take that for accepted where nobody waits', async () => {
    const { exa } = setup([(request) => (request.method === 'POST' ? json({}, 409) : answering(request))]);
    const { results } = await collect(exa.cancelMany(refs(1), { readFirst: () => true }));
    expect(results).toMatchObject([{ ok: false, error: { status: 409, mayHaveSucceeded: true } }]);
  });

  it('stays in doubt about what can not be read', async () => {
    const { exa, sent } = setup([json({}, 404)]);
    const { results } = await collect(exa.cancelMany(refs(1), { readFirst: () => true }));
    expect(results).toMatchObject([
      { ok: false, error: { status: 404, attempts: 1, mayHaveSucceeded: true } },
    ]);
    expect(sentTo(sent)).toEqual(['GET e0']);
  });
});

describe('what an earlier run left in doubt', () => {
  it.each([
    ['an overload', json({ error: 'full', tag: 'SERVICE_OVERLOADED' }, 503)],
    ['a key that is refused', json({}, 401)],
    ['spent credits', json({}, 402)],
  ])('stays so where another cancel ends with %s, which did nothing itself', async (_, refusal) => {
    for (const wait of [false, true]) {
      const { exa } = setup([
        (request) => (request.method === 'POST' ? refusal.clone() : answering(request)),
      ]);
      const { results } = await collect(exa.cancelMany(refs(1), { wait, readFirst: () => true }));
      expect(results).toMatchObject([{ ok: false, error: { mayHaveSucceeded: true } }]);
    }
  });
});

describe('what is about to be sent', () => {
  it('is told, and waited for, once and before each cancel leaves', async () => {
    const events: string[] = [];
    const { exa, runtime } = setup([
      (request) => {
        events.push(`${request.method} ${/(e\d)/.exec(request.url.slice(-10))?.[1]}`);
        return events.length === 2 ? json({}, 503) : answering(request);
      },
    ]);
    const beforeCancel = async ({ enrichment: id }: EnrichmentRef, index: number): Promise<void> => {
      await new Promise<void>((resolve) => runtime.after(10, resolve));
      events.push(`${index} ${id}`);
    };
    await collect(exa.cancelMany(refs(2), { beforeCancel, concurrency: 1 }));
    expect(events).toEqual(['0 e0', 'POST e0', 'POST e0', '1 e1', 'POST e1']);
  });

  it('is not told of where a read settles it', async () => {
    const told: string[] = [];
    const { exa } = setup([server(409, new Set(['e0']))]);
    await collect(
      exa.cancelMany(refs(2), {
        readFirst: () => true,
        beforeCancel: ({ enrichment: id }) => void told.push(id),
      }),
    );
    expect(told).toEqual(['e1']);
  });

  it('is not sent if it can not be written down, and ends the run with that', async () => {
    const full = new Error('disk full');
    const { exa, sent } = setup();
    const beforeCancel = ({ enrichment: id }: EnrichmentRef): Promise<void> =>
      id === 'e1' ? Promise.reject(full) : Promise.resolve();
    const { results, error } = await collect(exa.cancelMany(refs(9), { beforeCancel, concurrency: 1 }));
    expect(error).toBe(full);
    expect(results).toMatchObject([
      { ok: true },
      { ok: false, error: { code: 'invalid-argument', attempts: 0, cause: full } },
    ]);
    expect(sentTo(sent)).toEqual(['POST e0']);
  });
});

describe('a run ends', () => {
  it.each([402, 403])('with a %d, which is for the whole key', async (status) => {
    const { exa, sent } = setup([answering, json({}, status)]);
    const { results, error } = await collect(exa.cancelMany(refs(100), { concurrency: 2 }));
    expect(error).toMatchObject({ status });
    expect(results).toHaveLength(sent.length);
    expect(sent.length).toBeLessThan(5);
  });

  it('with as many failures as are wanted at most', async () => {
    const { exa } = setup([json({}, 404)]);
    const { results, error } = await collect(exa.cancelMany(refs(100), { maxFailures: 3, concurrency: 1 }));
    expect(error).toMatchObject({ status: 404 });
    expect(results).toHaveLength(3);
  });

  it('not with an abort after the last result, when there is nothing left that could fail', async () => {
    for (const input of [
      refs(3),
      new Set(refs(3)),
      (async function* () {
        yield* refs(3);
      })(),
    ]) {
      for (const concurrency of [1, 4]) {
        const controller = new AbortController();
        const { exa } = setup();
        let count = 0;
        for await (const { ok } of exa.cancelMany(input, { concurrency, signal: controller.signal })) {
          expect(ok).toBe(true);
          if (++count === 3) controller.abort();
        }
        if (Symbol.asyncIterator in input) break;
        expect(count).toBe(3);
      }
    }
  });

  it('with an abort when anything is left', async () => {
    const controller = new AbortController();
    const { exa } = setup();
    const seen: unknown[] = [];
    const run = async (): Promise<void> => {
      for await (const { index } of exa.cancelMany(refs(3), { concurrency: 1, signal: controller.signal })) {
        seen.push(index);
        if (index === 1) controller.abort();
      }
    };
    await expect(run()).rejects.toMatchObject({ code: 'aborted' });
    expect(seen).toEqual([0, 1]);
  });
});

describe('a 429 to one of many', () => {
  it('puts it back for as long as it has time, however often it comes', async () => {
    const refusals = Array.from({ length: 12 }, () => json({}, 429, { 'retry-after': '1' }));
    const { exa, sent } = setup([...refusals, answering], { maxRetries: 0 });
    const { results } = await collect(exa.cancelMany(refs(1)));
    expect(results).toMatchObject([{ ok: true }]);
    expect(sent).toHaveLength(13);
  });

  it('is a failure when its time is over, which began with its first request', async () => {
    const { exa, runtime, sent } = setup([json({}, 429, { 'retry-after': '0' })], { totalTimeout: 20_000 });
    const { results } = await collect(exa.cancelMany([ref(0)]));
    expect(results).toMatchObject([{ ok: false, error: { status: 429 } }]);
    expect(runtime.now()).toBeLessThan(20_000 + sent.length * 105);
    // It does not come back at once, though it may.
    expect(sent.length).toBeLessThan(10);
  });
});
