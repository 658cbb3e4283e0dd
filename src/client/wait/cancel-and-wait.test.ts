import { describe, expect, it } from '@jest/globals';
import { createClientOn } from '../create-client.ts';
import type { CancelNotConfirmedError, ExaError } from '../errors.ts';
import type { PollEvent } from '../hooks.ts';
import { canceled, completed, pending, setup, times } from '../testing/cancel-and-wait.test-support.ts';
import { caught } from '../testing/caught.test-support.ts';
import { enrichment, json, KEY, REF } from '../testing/enrichments.test-support.ts';
import { createFakeRuntime } from '../testing/fake-runtime.test-support.ts';
import { scriptedFetch } from '../testing/scripted-fetch.test-support.ts';

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
    expect(times(sent)).toEqual(['POST 0', 'GET 105']);
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
