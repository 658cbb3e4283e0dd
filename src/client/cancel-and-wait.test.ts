import { describe, expect, it } from '@jest/globals';
import { createClientOn } from './create-client.ts';
import type { AbortedError } from './errors/aborted-error.ts';
import type { CancelNotConfirmedError } from './errors/cancel-not-confirmed-error.ts';
import type { ExaError } from './errors/exa-error.ts';
import type { ExaClient } from './exa-client.ts';
import type { PollEvent } from './hooks.ts';
import { caught } from './testing/caught.test-support.ts';
import { enrichment, json, KEY, REF } from './testing/enrichments.test-support.ts';
import { createFakeRuntime, type FakeRuntime } from './testing/fake-runtime.test-support.ts';
import { type ScriptedFetch, type Step, scriptedFetch } from './testing/scripted-fetch.test-support.ts';

interface Setup extends ScriptedFetch {
  readonly exa: ExaClient;
  readonly runtime: FakeRuntime;
}

function setup(...steps: readonly Step[]): Setup {
  const runtime = createFakeRuntime();
  const scripted = scriptedFetch(runtime, ...steps);
  return { ...scripted, runtime, exa: createClientOn(runtime, { apiKey: KEY, fetch: scripted.fetch }) };
}

const pending = json(enrichment());
const canceled = json(enrichment({ status: 'canceled', title: '[Deprecated]' }));
const completed = json(enrichment({ status: 'completed' }));
const times = (sent: ScriptedFetch['sent']): string[] => sent.map(({ method, at }) => `${method} ${at}`);

describe('a cancel that is waited for', () => {
  it('ends when the enrichment is read as canceled', async () => {
    const { exa, sent } = setup(pending, pending, pending, canceled);
    await expect(exa.cancelAndWait(REF)).resolves.toEqual({
      outcome: 'canceled',
      enrichment: enrichment({ status: 'canceled', title: '[Deprecated]' }),
      polls: 3,
      elapsedMs: 4750,
    });
    expect(times(sent)).toEqual(['POST 0', 'GET 1000', 'GET 2500', 'GET 4750']);
  });

  it('returns, and does not throw, when the enrichment was faster', async () => {
    const { exa } = setup(pending, completed);
    await expect(exa.cancelAndWait(REF)).resolves.toMatchObject({ outcome: 'completed', polls: 1 });
  });

  it.each([
    { answer: canceled, outcome: 'canceled' },
    { answer: completed, outcome: 'completed' },
  ])('reads nothing when the cancel itself is answered with $outcome', async ({ answer, outcome }) => {
    const { exa, sent } = setup(answer);
    await expect(exa.cancelAndWait(REF)).resolves.toMatchObject({ outcome, polls: 0, elapsedMs: 0 });
    expect(sent).toHaveLength(1);
  });

  it('returns an enrichment that had ended when the cancel was refused for it', async () => {
    const { exa, sent } = setup(json({ error: 'not running' }, 409), completed);
    await expect(exa.cancelAndWait(REF)).resolves.toMatchObject({ outcome: 'completed', polls: 0 });
    expect(times(sent)).toEqual(['POST 0', 'GET 0']);
  });

  it('throws the refusal when the enrichment had not ended, or can not be read', async () => {
    for (const read of [pending, json({}, 404)]) {
      const { exa } = setup(json({ error: 'busy' }, 409), read);
      expect(await caught(exa.cancelAndWait(REF))).toMatchObject({ status: 409 });
    }
  });

  it('has no more time for the read after a refusal than is left', async () => {
    const { exa, runtime } = setup(async () => {
      await new Promise<void>((resolve) => runtime.after(900, resolve));
      return json({}, 409);
    }, 'stall');
    expect(await caught(exa.cancelAndWait(REF, { timeout: 1000 }))).toMatchObject({
      status: 409,
      attempts: 2,
    });
    expect(runtime.now()).toBe(1000);
  });

  it('is aborted, and not refused, when it is aborted in the read after a refusal', async () => {
    const controller = new AbortController();
    const { exa } = setup(json({}, 409), () => {
      controller.abort('enough');
      return new Promise(() => {});
    });
    expect(await caught(exa.cancelAndWait(REF, { signal: controller.signal }))).toMatchObject({
      code: 'aborted',
      cause: 'enough',
      attempts: 2,
      mayHaveSucceeded: false,
    });
  });

  it('counts the requests of the cancel and of each read', async () => {
    const { exa, sent } = setup(json({}, 503), pending, json({}, 503), json({}, 401));
    const error = await caught<ExaError>(exa.cancelAndWait(REF));
    expect(error).toMatchObject({ status: 401, attempts: 4, mayHaveSucceeded: true });
    expect(sent).toHaveLength(4);
  });

  it('starts with the interval that is asked for', async () => {
    const { exa, sent } = setup(pending, pending, canceled);
    await exa.cancelAndWait(REF, { pollInterval: 200 });
    expect(times(sent)).toEqual(['POST 0', 'GET 200', 'GET 500']);
  });

  it('tells of each poll', async () => {
    const { exa } = setup(pending, json({}, 500), canceled);
    const events: PollEvent[] = [];
    await exa.cancelAndWait(REF, { onPoll: (event) => events.push(event) });
    expect(events).toEqual([
      { ref: REF, polls: 1, elapsedMs: 1000, error: expect.objectContaining({ status: 500 }) },
      {
        ref: REF,
        polls: 2,
        elapsedMs: 2500,
        enrichment: enrichment({ status: 'canceled', title: '[Deprecated]' }),
      },
    ]);
  });

  it('is not disturbed by a callback that fails', async () => {
    const { exa } = setup(pending, canceled);
    const fail = (): never => {
      throw new Error('mine');
    };
    await expect(exa.cancelAndWait(REF, { onPoll: fail })).resolves.toMatchObject({ outcome: 'canceled' });
  });
});

describe('a wait', () => {
  it('of five minutes ends with what was last seen, after a last look a second before', async () => {
    const { exa, sent, runtime } = setup(pending);
    const error = await caught<CancelNotConfirmedError>(exa.cancelAndWait(REF));
    expect(error).toMatchObject({
      code: 'cancel-not-confirmed',
      mayHaveSucceeded: true,
      enrichment: enrichment(),
    });
    expect(error.polls).toBe(sent.length - 1);
    expect(error.message).toContain('The cancel was accepted before, and stands.');
    expect(sent.at(-1)?.at).toBe(299_000);
    expect(runtime.now()).toBe(299_000);
    expect(runtime.pending()).toBe(0);
  });

  it('passes its deadline into a read that does not end', async () => {
    const { exa, runtime } = setup(pending, 'stall');
    const error = await caught<CancelNotConfirmedError>(exa.cancelAndWait(REF, { timeout: 5000 }));
    expect(error).toMatchObject({ code: 'cancel-not-confirmed', elapsedMs: 5000, polls: 1 });
    expect(error.cause).toMatchObject({ code: 'timeout', phase: 'total' });
    expect(runtime.now()).toBe(5000);
  });

  it('passes its deadline into the cancel', async () => {
    const { exa, runtime } = setup('stall');
    expect(await caught(exa.cancelAndWait(REF, { timeout: 5000 }))).toMatchObject({
      code: 'timeout',
      phase: 'total',
    });
    expect(runtime.now()).toBe(5000);
  });

  it('rides out five failures in a row, time and again', async () => {
    const failures = [
      json({}, 500),
      json({}, 429),
      json({}, 503),
      'stall',
      new TypeError('fetch failed'),
    ] as const;
    const { exa } = setup(pending, ...failures, pending, ...failures, canceled);
    await expect(exa.cancelAndWait(REF)).resolves.toMatchObject({ outcome: 'canceled', polls: 12 });
  });

  it('ends with the sixth failure in a row', async () => {
    const { exa, sent } = setup(pending, json({}, 500));
    const error = await caught<CancelNotConfirmedError>(exa.cancelAndWait(REF));
    expect(error).toMatchObject({
      code: 'cancel-not-confirmed',
      polls: 6,
      mayHaveSucceeded: true,
      enrichment: enrichment(),
    });
    expect(error.cause).toMatchObject({ status: 500 });
    expect(error.message).toContain('6 reads in a row failed');
    expect(sent).toHaveLength(7);
  });

  it.each([401, 403, 404, 400])('ends at once with a %d', async (status) => {
    const { exa, sent } = setup(pending, json({ error: 'no' }, status));
    const error = await caught<ExaError>(exa.cancelAndWait(REF));
    expect(error).toMatchObject({ status, mayHaveSucceeded: true, enrichment: enrichment() });
    expect(error.message).toContain('The cancel was accepted before, and stands.');
    expect(sent).toHaveLength(2);
  });

  it('ends at once with an answer that makes no sense', async () => {
    const { exa } = setup(pending, new Response('<html>'));
    expect(await caught(exa.cancelAndWait(REF))).toMatchObject({
      code: 'response-parse',
      mayHaveSucceeded: true,
    });
  });

  it('waits as long as a server asks, and not past the deadline', async () => {
    const { exa, sent } = setup(pending, json({}, 429, { 'retry-after': '20' }), canceled);
    await exa.cancelAndWait(REF);
    expect(times(sent)).toEqual(['POST 0', 'GET 1000', 'GET 21000']);
    const late = setup(pending, json({}, 429, { 'retry-after': '20' }));
    expect(await caught(late.exa.cancelAndWait(REF, { timeout: 20_000 }))).toMatchObject({
      code: 'cancel-not-confirmed',
      elapsedMs: 1000,
      cause: { status: 429 },
    });
  });

  it('waits as long as an answer asks that is no failure', async () => {
    const asking = json(enrichment(), 200, { 'retry-after': '4' });
    const { exa, sent } = setup(asking, asking, pending, canceled);
    await exa.cancelAndWait(REF);
    expect(times(sent)).toEqual(['POST 0', 'GET 4000', 'GET 8000', 'GET 10250']);
  });

  it('can be aborted between two reads, which does not take the cancel back', async () => {
    const controller = new AbortController();
    const { exa, sent, runtime } = setup(pending);
    const onPoll = (): void => {
      setImmediate(() => controller.abort('enough'));
    };
    const error = await caught<AbortedError>(exa.cancelAndWait(REF, { signal: controller.signal, onPoll }));
    expect(error).toMatchObject({
      code: 'aborted',
      cause: 'enough',
      mayHaveSucceeded: true,
      enrichment: enrichment(),
    });
    expect(error.message).toContain('The cancel was accepted before, and stands.');
    expect(sent).toHaveLength(2);
    expect(runtime.pending()).toBe(0);
  });

  it('can be aborted within a read', async () => {
    const controller = new AbortController();
    const abort = (): Promise<Response> => {
      controller.abort();
      return new Promise(() => {});
    };
    const { exa } = setup(pending, abort);
    const error = await caught<AbortedError>(exa.cancelAndWait(REF, { signal: controller.signal }));
    expect(error).toMatchObject({ code: 'aborted', mayHaveSucceeded: true });
    expect(error.message).toContain('The cancel was accepted before, and stands.');
  });

  it.each([{ poll: 1 }, { pollInterval: 0 }, { timeout: -1 }, { onPoll: 'often' }, { maxRetries: 1 }])(
    'refuses the options %j',
    async (options) => {
      const { exa, sent } = setup(pending);
      expect(await caught(exa.cancelAndWait(REF, options as object))).toMatchObject({
        code: 'invalid-argument',
      });
      expect(sent).toEqual([]);
    },
  );
});

describe('what is told of a wait', () => {
  it('never holds the key, though the server sends it back', async () => {
    const echo = json(enrichment({ title: `for ${KEY}` }));
    const events: PollEvent[] = [];
    const runtime = createFakeRuntime();
    const { fetch } = scriptedFetch(runtime, echo);
    const exa = createClientOn(runtime, {
      apiKey: KEY,
      fetch,
      hooks: { onPoll: (event) => events.push(event) },
    });
    const error = await caught<CancelNotConfirmedError>(exa.cancelAndWait(REF, { timeout: 3000 }));
    expect(error.enrichment?.title).toBe('for [redacted]');
    expect(events.length).toBeGreaterThan(0);
    expect(JSON.stringify([error, events])).not.toContain('s3cret');
  });
});
