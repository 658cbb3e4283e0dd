import { describe, expect, it } from '@jest/globals';
import { answering, json } from '../testing/enrichments.test-support.ts';
import { collect, refs, setup } from '../testing/many.test-support.ts';

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
