import { describe, expect, it } from '@jest/globals';
import type { ManyOptions, ManyProgress, ManyResult } from './cancel-many.ts';
import { createClientOn } from './create-client.ts';
import type { EnrichmentRef } from './enrichment.ts';
import type { ExaError } from './errors/exa-error.ts';
import type { ExaClient } from './exa-client.ts';
import type { ClientOptions } from './options.ts';
import { caught } from './testing/caught.test-support.ts';
import { answering, enrichment, json, KEY } from './testing/enrichments.test-support.ts';
import { createFakeRuntime, type FakeRuntime } from './testing/fake-runtime.test-support.ts';
import { type ScriptedFetch, type Step, scriptedFetch } from './testing/scripted-fetch.test-support.ts';

interface Setup extends ScriptedFetch {
  readonly exa: ExaClient;
  readonly runtime: FakeRuntime;
}

function setup(steps: readonly Step[] = [answering], options: ClientOptions = {}): Setup {
  const runtime = createFakeRuntime();
  const scripted = scriptedFetch(runtime, ...steps);
  return {
    ...scripted,
    runtime,
    exa: createClientOn(runtime, { apiKey: KEY, fetch: scripted.fetch, ...options }),
  };
}

const ref = (number: number): EnrichmentRef => ({ webset: 'w', enrichment: `e${number}` });
const refs = (count: number): EnrichmentRef[] => Array.from({ length: count }, (_, at) => ref(at));

/** All results, and what the iteration ended with. */
async function collect<Ref>(
  results: AsyncIterable<ManyResult<Ref>>,
): Promise<{ results: ManyResult<Ref>[]; error?: ExaError }> {
  const all: ManyResult<Ref>[] = [];
  try {
    for await (const result of results) all.push(result);
    return { results: all };
  } catch (error) {
    return { results: all, error: error as ExaError };
  }
}

/** Answers by the number in the enrichment id. */
const byNumber =
  (answer: (number: number) => Response | Promise<Response>): Step =>
  (request) =>
    answer(Number(/e(\d+)\/cancel$/.exec(request.url)?.[1]));

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

describe('the pace of many cancels', () => {
  it('is ten requests a second, evenly, however fast the answers', async () => {
    const { exa, sent } = setup();
    await collect(exa.cancelMany(refs(25)));
    expect(sent.map(({ at }) => at)).toEqual(Array.from({ length: 25 }, (_, at) => at * 105));
  });

  it('is shared by runs of one client, retries and reads included', async () => {
    const { exa, sent } = setup([
      (request) => answering(request, { status: request.method === 'GET' ? 'canceled' : 'pending' }),
    ]);
    await Promise.all([collect(exa.cancelMany(refs(8), { wait: true })), collect(exa.cancelMany(refs(8)))]);
    const gaps = sent.slice(1).map(({ at }, index) => at - (sent[index]?.at ?? 0));
    expect(sent).toHaveLength(24);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(100 - 1e-6);
  });

  it.each([
    { options: {}, want: 4 },
    { options: { concurrency: 2 }, want: 2 },
    { options: { concurrency: 9 }, want: 9 },
  ])('with $options is at most $want at a time', async ({ options, want }) => {
    let running = 0;
    let most = 0;
    const { exa, runtime } = setup([
      async (request) => {
        most = Math.max(most, ++running);
        await new Promise<void>((resolve) => runtime.after(5000, resolve));
        running--;
        return answering(request);
      },
    ]);
    await collect(exa.cancelMany(refs(20), options));
    expect(most).toBe(want);
  });

  it.each<[how: string, leave: (run: AsyncGenerator, controller: AbortController) => void]>([
    ['aborted', (_, controller) => controller.abort()],
    ['left', (run) => void run.return(undefined)],
  ])('is not taken up by a run that was %s', async (_, leave) => {
    const { exa, sent, runtime } = setup();
    const controller = new AbortController();
    const run = exa.cancelMany(refs(100), { concurrency: 100, signal: controller.signal });
    await run.next();
    leave(run, controller);
    await collect(run);
    const left = runtime.now();
    const before = sent.length;
    await collect(exa.cancelMany(refs(1)));
    expect((sent[before]?.at ?? 0) - left).toBeLessThanOrEqual(105);
  });

  it('slows for everyone after a 429', async () => {
    const { exa, sent } = setup([answering, json({}, 429, { 'retry-after': '5' }), answering]);
    const { results } = await collect(exa.cancelMany(refs(6)));
    expect(results.every(({ ok }) => ok)).toBe(true);
    const [first, second, ...later] = sent.map(({ at }) => at);
    expect([first, second]).toEqual([0, 105]);
    expect(Math.min(...later)).toBeGreaterThanOrEqual(5100);
    for (const [index, at] of later.slice(1).entries())
      expect(at - (later[index] ?? 0)).toBeGreaterThanOrEqual(100 - 1e-6);
  });
});

describe('an input of many cancels', () => {
  it('is taken only as it is worked on, so a million needs no more memory than ten', async () => {
    let taken = 0;
    const million = function* (): Generator<EnrichmentRef> {
      for (; taken < 1_000_000; taken++) yield ref(taken);
    };
    const { exa } = setup();
    let seen = 0;
    for await (const { ok } of exa.cancelMany(million())) {
      expect(ok).toBe(true);
      expect(taken).toBeLessThanOrEqual(++seen + 5);
      if (seen === 200) break;
    }
    expect(taken).toBeLessThan(210);
  });

  it('is not taken from while nobody takes the results', async () => {
    let taken = 0;
    const endless = function* (): Generator<EnrichmentRef> {
      for (;;) yield ref(taken++);
    };
    const { exa } = setup();
    const results = exa.cancelMany(endless());
    await results.next();
    for (let turn = 0; turn < 200; turn++) await new Promise(setImmediate);
    expect(taken).toBeLessThanOrEqual(6);
    await results.return(undefined);
  });

  it('is told when nobody wants more of it', async () => {
    let closed = false;
    const closing = async function* (): AsyncGenerator<EnrichmentRef> {
      try {
        for (let at = 0; ; at++) yield ref(at);
      } finally {
        closed = true;
      }
    };
    const { exa, runtime } = setup();
    for await (const _ of exa.cancelMany(closing())) break;
    await new Promise(setImmediate);
    expect(closed).toBe(true);
    expect(runtime.pending()).toBe(0);
  });

  it('is left at once, with what is under way aborted', async () => {
    const { exa, sent, runtime } = setup([answering, () => new Promise(() => {})]);
    for await (const { index } of exa.cancelMany(refs(1000))) {
      expect(index).toBe(0);
      for (let turn = 0; turn < 60 && sent.length < 3; turn++) await new Promise(setImmediate);
      break;
    }
    expect(sent.length).toBeGreaterThan(1);
    expect(runtime.now()).toBeLessThan(1000);
    expect(runtime.pending()).toBe(0);
  });

  it('that fails while nothing is under way is reported too', async () => {
    const broken = new Error('no such line');
    const input = (function* (): Generator<EnrichmentRef> {
      yield ref(0);
      throw broken;
    })();
    const { exa } = setup();
    const { results, error } = await collect(exa.cancelMany(input, { concurrency: 1 }));
    expect([results.length, error]).toEqual([1, broken]);
  });

  it.each<[how: string, end: () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('stuck');
      },
    ],
    ['rejects', () => Promise.reject(new Error('stuck'))],
  ])('may be left even if its end %s', async (_, end) => {
    const stray: unknown[] = [];
    const onStray = (reason: unknown): unknown => stray.push(reason);
    process.on('unhandledRejection', onStray);
    const input = { next: () => ({ done: false, value: ref(0) }), return: end };
    const { exa } = setup();
    for await (const _ of exa.cancelMany({ [Symbol.iterator]: () => input as never })) break;
    for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
    process.off('unhandledRejection', onStray);
    expect(stray).toEqual([]);
  });

  it('is closed when what it gave fails', async () => {
    const broken = new Error('no such line');
    let closed = 0;
    const input = {
      next: () => ({ done: false, value: Promise.reject(broken) }),
      return: () => ({ done: true, value: closed++ }),
    };
    const { exa } = setup();
    const { error } = await collect(exa.cancelMany({ [Symbol.iterator]: () => input as never }));
    expect([error, closed]).toEqual([broken, 1]);
  });

  it('that fails lets those under way settle, and is then reported as it is', async () => {
    const broken = new Error('disk on fire');
    const input = function* (): Generator<EnrichmentRef> {
      yield ref(0);
      yield ref(1);
      throw broken;
    };
    const { exa } = setup();
    const { results, error } = await collect(exa.cancelMany(input()));
    expect(results).toHaveLength(2);
    expect(error).toBe(broken);
  });
});

describe('many cancels stop', () => {
  it.each([
    { why: 'a 401', answer: json({ error: 'no' }, 401), status: 401 },
    {
      why: 'the 400 that an invalid key was observed to give',
      answer: json({ requestId: 'r', error: 'x-api-key header is invalid' }, 400),
      status: 400,
    },
  ])('at $why, with what was under way settled', async ({ answer, status }) => {
    const { exa, sent } = setup([answering, answering, answer]);
    const { results, error } = await collect(exa.cancelMany(refs(1000)));
    expect(error).toMatchObject({ status });
    expect(results.length).toBe(sent.length);
    expect(sent.length).toBeLessThan(8);
  });

  it('not at a 400 that only names something like a key', async () => {
    const { exa } = setup([json({ requestId: 'r', error: 'webset my-api-key-docs has an invalid id' }, 400)]);
    const { results, error } = await collect(exa.cancelMany(refs(5)));
    expect([results.length, error]).toEqual([5, undefined]);
  });

  it('not at another 400', async () => {
    const { exa } = setup([json({ requestId: 'r', error: 'bad id' }, 400)]);
    const { results, error } = await collect(exa.cancelMany(refs(5)));
    expect([results.length, error]).toEqual([5, undefined]);
  });

  it('when there is no key', async () => {
    const { exa, sent } = setup([answering], { apiKey: '' });
    const { results, error } = await collect(exa.cancelMany(refs(1000)));
    expect(error).toMatchObject({ code: 'configuration' });
    expect(results.length).toBeLessThan(6);
    expect(sent).toEqual([]);
  });

  it('when they are aborted: those under way are told of, and the rest is not sent', async () => {
    const controller = new AbortController();
    const abortAtThird: Step = () => {
      controller.abort('enough');
      return new Promise(() => {});
    };
    const { exa, sent, runtime } = setup([answering, () => new Promise(() => {}), abortAtThird]);
    const { results, error } = await collect(exa.cancelMany(refs(1000), { signal: controller.signal }));
    expect(results.filter(({ ok }) => ok).map(({ index }) => index)).toEqual([0]);
    const failures = results.flatMap((result) => (result.ok ? [] : [result.error]));
    expect(failures.every(({ code }) => code === 'aborted')).toBe(true);
    // Two requests were out; the others were still waiting for their turn.
    expect(failures.filter(({ mayHaveSucceeded }) => mayHaveSucceeded)).toHaveLength(2);
    expect(error).toMatchObject({ code: 'aborted', attempts: 0, cause: 'enough' });
    expect(error?.message).toContain('Nothing was sent');
    expect(sent).toHaveLength(3);
    expect(runtime.pending()).toBe(0);
  });

  it('when they are aborted by a timer, even if all of them fail without being sent', async () => {
    const bad = function* (): Generator<EnrichmentRef> {
      for (let at = 0; at < 100_000; at++) yield { webset: '', enrichment: 'e' };
    };
    const { exa } = setup();
    const { results, error } = await collect(exa.cancelMany(bad(), { signal: AbortSignal.timeout(20) }));
    expect(error).toMatchObject({ code: 'aborted' });
    expect(results.length).toBeLessThan(100_000);
  });

  it('before anything when they are aborted already', async () => {
    const { exa, sent } = setup();
    let taken = 0;
    const input = function* (): Generator<EnrichmentRef> {
      taken++;
      yield ref(0);
    };
    const { results, error } = await collect(exa.cancelMany(input(), { signal: AbortSignal.abort() }));
    expect([results.length, taken, sent.length]).toEqual([0, 0, 0]);
    expect(error).toMatchObject({ code: 'aborted' });
  });

  it('even when the input does not answer any more', async () => {
    const controller = new AbortController();
    const hanging = async function* (): AsyncGenerator<EnrichmentRef> {
      yield ref(0);
      await new Promise(() => {});
    };
    const { exa } = setup();
    const results: unknown[] = [];
    const error = await caught(
      (async () => {
        for await (const result of exa.cancelMany(hanging(), { signal: controller.signal })) {
          results.push(result);
          setImmediate(() => controller.abort());
        }
      })(),
    );
    expect(error).toMatchObject({ code: 'aborted' });
    expect(results).toHaveLength(1);
  });
});

describe('a 429 that asks for more than a minute', () => {
  it.each([3600, 70, 61])(
    'stops many cancels, which neither wait for the %d s nor ignore them',
    async (asked) => {
      const { exa, sent, runtime } = setup([answering, json({}, 429, { 'retry-after': `${asked}` })]);
      const { results, error } = await collect(exa.cancelMany(refs(1000), { concurrency: 8 }));
      expect(error).toMatchObject({ status: 429, retryAfterMs: asked * 1000 });
      expect(sent).toHaveLength(2);
      expect(runtime.now()).toBeLessThan(1000);
      // Those that had not got their turn say so.
      expect(results.flatMap((result) => (result.ok ? [] : [result.error.code])).sort()).toEqual([
        'rate-limit',
        ...Array.from({ length: results.length - 2 }, () => 'rate-limit'),
      ]);
    },
  );

  it('is what the next run is told, which sends nothing', async () => {
    const { exa, sent } = setup([json({}, 429, { 'retry-after': '3600' })]);
    await collect(exa.cancelMany(refs(1)));
    const { results, error } = await collect(exa.cancelMany(refs(1)));
    const want = { status: 429, attempts: 0, mayHaveSucceeded: false, retryAfterMs: 3_600_000 };
    expect(results).toEqual([expect.objectContaining({ ok: false, error: expect.objectContaining(want) })]);
    expect(error?.message).toMatch(/left alone for 3600000 ms more\. Nothing was sent/);
    expect(sent).toHaveLength(1);
  });
});
