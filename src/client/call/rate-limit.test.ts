import { describe, expect, it } from '@jest/globals';
import { createClientOn } from '../create-client.ts';
import type { ClientOptions } from '../options.ts';
import { caught } from '../testing/caught.test-support.ts';
import { answering, json, KEY, REF } from '../testing/enrichments.test-support.ts';
import { createFakeRuntime, type FakeRuntime } from '../testing/fake-runtime.test-support.ts';
import { type ScriptedFetch, type Step, scriptedFetch } from '../testing/scripted-fetch.test-support.ts';

function setup(
  options: ClientOptions = {},
  ...steps: readonly Step[]
): ScriptedFetch & { exa: ReturnType<typeof createClientOn>; runtime: FakeRuntime } {
  const runtime = createFakeRuntime();
  const scripted = scriptedFetch(runtime, ...(steps.length > 0 ? steps : [answering]));
  return {
    ...scripted,
    runtime,
    exa: createClientOn(runtime, { apiKey: KEY, fetch: scripted.fetch, ...options }),
  };
}

const many = (count: number, run: (at: number) => Promise<unknown>): Promise<unknown[]> =>
  Promise.all(Array.from({ length: count }, (_, at) => run(at)));

describe('the calls of one client', () => {
  it('are sent ten in a second, evenly, however many are made at once, and none fails for waiting', async () => {
    const { exa, sent } = setup({ totalTimeout: 1000, timeout: 1000 });
    await many(60, () => exa.cancel(REF));
    expect(sent.map(({ at }) => Math.round(at))).toEqual(Array.from({ length: 60 }, (_, at) => at * 105));
  });

  it('share the pace, whichever function makes them', async () => {
    const { exa, sent } = setup({}, (request) => answering(request, { status: 'canceled' }));
    const path = { webset: 'w', id: 'e' };
    const drained = async (): Promise<void> => {
      for await (const { ok } of exa.cancelMany([REF, REF])) expect(ok).toBe(true);
    };
    await Promise.all([
      exa.get(REF),
      exa.cancel(REF),
      exa.cancelAndWait(REF),
      exa.waitForEnd(REF),
      exa.raw.GET('/v0/websets/{webset}/enrichments/{id}', { params: { path } }),
      drained(),
    ]);
    expect(sent.map(({ at }) => Math.round(at))).toEqual(Array.from({ length: 7 }, (_, at) => at * 105));
  });

  it('are paced as is wanted', async () => {
    const { exa, sent } = setup({ requestsPerSecond: 2 });
    await many(3, () => exa.cancel(REF));
    expect(sent.map(({ at }) => at)).toEqual([0, 525, 1050]);
  });

  it('are not paced at all if that is wanted', async () => {
    const { exa, sent } = setup({ requestsPerSecond: 'unlimited' });
    await many(60, () => exa.cancel(REF));
    expect(new Set(sent.map(({ at }) => at))).toEqual(new Set([0]));
  });

  it.each([10, 'unlimited'] as const)(
    'all wait when one is told to by a 429, at %p',
    async (requestsPerSecond) => {
      const { exa, sent } = setup({ requestsPerSecond }, json({}, 429, { 'retry-after': '3' }), answering);
      const first = exa.cancel(REF);
      await new Promise(setImmediate);
      await Promise.all([first, ...[1, 2, 3].map(() => exa.get(REF))]);
      expect(sent.slice(1).every(({ at }) => at >= 3000)).toBe(true);
      expect(sent).toHaveLength(5);
    },
  );

  it('are told at once when a 429 asks for more than a minute', async () => {
    const { exa, sent, runtime } = setup({}, json({}, 429, { 'retry-after': '61' }));
    expect(await caught(exa.cancel(REF))).toMatchObject({ status: 429, attempts: 1 });
    const error = await caught(exa.get(REF));
    expect(error).toMatchObject({ status: 429, attempts: 0, retryAfterMs: 61_000 });
    expect(error.message).toContain('Nothing was sent');
    expect([sent.length, runtime.now()]).toEqual([1, 0]);
  });
});

describe('a pace that can not be', () => {
  it.each([0, -1, Number.NaN, 'fast', null])('is refused: %p', (requestsPerSecond) => {
    expect(() =>
      createClientOn(createFakeRuntime(), { requestsPerSecond: requestsPerSecond as never }),
    ).toThrow('number from above 0, or unlimited');
  });
});
