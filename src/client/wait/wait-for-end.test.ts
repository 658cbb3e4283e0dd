import { describe, expect, it } from '@jest/globals';
import type { AbortedError, CancelNotConfirmedError, ExaError } from '../errors.ts';
import { canceled, pending, setup, times } from '../testing/cancel-and-wait.test-support.ts';
import { caught } from '../testing/caught.test-support.ts';
import { enrichment, json, REF } from '../testing/enrichments.test-support.ts';

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

  it('has limits of whole milliseconds, as messages say them', async () => {
    const { exa } = setup(pending, 'stall');
    const error = await caught(exa.cancelAndWait(REF, { timeout: 5000, pollInterval: 1000.7 }));
    expect(error.cause).toMatchObject({ phase: 'total', timeoutMs: 4000 });
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

describe('a cancel that is asked for again', () => {
  it.each([400, 409, 410, 422])('and refused with %d, is settled by a read', async (status) => {
    const { exa, sent } = setup(json({ error: 'not running' }, status), canceled);
    await expect(exa.cancelAndWait(REF)).resolves.toMatchObject({ outcome: 'canceled', polls: 0 });
    expect(sent.map(({ method }) => method)).toEqual(['POST', 'GET']);
  });

  it.each([401, 402, 403, 404])(
    'and refused with %d, is not read: that would be refused too',
    async (status) => {
      const { exa, sent } = setup(json({}, status), canceled);
      expect(await caught(exa.cancelAndWait(REF))).toMatchObject({ status, attempts: 1 });
      expect(sent).toHaveLength(1);
    },
  );

  it('and refused for its key, is not read either', async () => {
    const { exa, sent } = setup(
      json({ requestId: 'r', error: 'x-api-key header is invalid' }, 400),
      canceled,
    );
    expect(await caught(exa.cancelAndWait(REF))).toMatchObject({ status: 400, attempts: 1 });
    expect(sent).toHaveLength(1);
  });

  it.each([json({}, 500), new TypeError('fetch failed'), new Response('<html>'), json({ hello: 1 })])(
    'and lost, is settled by a read',
    async (lost) => {
      const attempts = lost instanceof Response && lost.status === 200 ? 1 : 3;
      const { exa, sent } = setup(...Array.from({ length: attempts }, () => lost), canceled);
      await expect(exa.cancelAndWait(REF)).resolves.toMatchObject({ outcome: 'canceled' });
      expect(sent).toHaveLength(attempts + 1);
    },
  );

  it('and lost, fails with what was read where that is pending', async () => {
    const { exa } = setup(json({}, 500), json({}, 500), json({}, 500), pending);
    expect(await caught(exa.cancelAndWait(REF))).toMatchObject({
      status: 500,
      attempts: 4,
      mayHaveSucceeded: true,
      enrichment: enrichment(),
    });
  });

  it.each([400, 409])('after a wait that saw no end, and refused with %d: is waited for', async (status) => {
    const { exa, sent } = setup(pending, pending, json({ error: 'no' }, status), pending, pending, canceled);
    expect(await caught(exa.cancelAndWait(REF, { timeout: 1000 }))).toMatchObject({
      code: 'cancel-not-confirmed',
    });
    await expect(exa.cancelAndWait(REF)).resolves.toMatchObject({ outcome: 'canceled', polls: 2 });
    expect(sent.map(({ method }) => method)).toEqual(['POST', 'GET', 'POST', 'GET', 'GET', 'GET']);
  });

  it('after it was accepted, and refused: is waited for, and failed for another enrichment', async () => {
    const refused = json({}, 409);
    const { exa } = setup(pending, refused, pending, canceled, refused, pending);
    await exa.cancel(REF);
    await expect(exa.cancelAndWait(REF)).resolves.toMatchObject({ outcome: 'canceled' });
    const other = json(enrichment({ id: 'wenrich_02' }));
    const another = setup(pending, refused, other);
    await another.exa.cancel(REF);
    const error = await caught(another.exa.cancelAndWait({ ...REF, enrichment: 'wenrich_02' }));
    expect(error).toMatchObject({ status: 409, mayHaveSucceeded: false });
  });

  it('in doubt that sees no end fails for the refusal', async () => {
    const { exa } = setup(pending, json({ error: 'running already' }, 409), pending);
    await exa.cancel(REF);
    const error = await caught<ExaError>(exa.cancelAndWait(REF, { timeout: 1000 }));
    expect(error).toMatchObject({ code: 'cancel-not-confirmed', mayHaveSucceeded: true });
    expect(error.cause).toMatchObject({ code: 'conflict', status: 409 });
  });

  it('never answered, then refused, and pending still: has failed, and is not taken for accepted', async () => {
    const { exa } = setup(new TypeError('fetch failed'), json({}, 409), pending);
    const error = await caught<ExaError>(exa.cancelAndWait(REF));
    expect(error).toMatchObject({ status: 409, mayHaveSucceeded: true, enrichment: enrichment() });
    expect(error.message).not.toContain('accepted');
  });
});

describe('the wait for an end', () => {
  it('reads at once, then as after a cancel, and sends no cancel', async () => {
    const { exa, sent } = setup(pending, pending, pending, canceled);
    await expect(exa.waitForEnd(REF)).resolves.toMatchObject({
      outcome: 'canceled',
      polls: 4,
      elapsedMs: 4750,
    });
    expect(times(sent)).toEqual(['GET 0', 'GET 1000', 'GET 2500', 'GET 4750']);
  });

  it('is what an unconfirmed cancel advises', async () => {
    const { exa } = setup(pending);
    expect((await caught(exa.cancelAndWait(REF, { timeout: 2000 }))).message).toContain('waitForEnd');
  });

  it('has sent no cancel that could have had an effect, however it fails', async () => {
    for (const [step, code] of [
      [pending, 'cancel-not-confirmed'],
      [json({}, 404), 'not-found'],
      [json({}, 500), 'cancel-not-confirmed'],
    ] as const) {
      const { exa } = setup(step);
      const error = await caught<ExaError>(exa.waitForEnd(REF, { timeout: 60_000 }));
      expect(error).toMatchObject({ code, mayHaveSucceeded: false });
      expect(error.message).not.toContain('The cancel');
    }
  });

  it('reads no further apart than is wanted', async () => {
    const { exa, sent } = setup(pending, pending, pending, pending, canceled);
    await exa.waitForEnd(REF, { maxPollInterval: 1200 });
    expect(times(sent)).toEqual(['GET 0', 'GET 1000', 'GET 2200', 'GET 3400', 'GET 4600']);
  });

  it('can be aborted', async () => {
    const { exa } = setup('stall');
    const error = await caught(exa.waitForEnd(REF, { signal: AbortSignal.abort('enough') }));
    expect(error).toMatchObject({ code: 'aborted', cause: 'enough', attempts: 0, mayHaveSucceeded: false });
  });

  it.each([520, 521, 522, 523, 524, 525, 526, 527, 529, 530])(
    'passes over a %d of Cloudflare',
    async (status) => {
      const { exa } = setup(json({}, status), pending, json({}, status), canceled);
      await expect(exa.waitForEnd(REF)).resolves.toMatchObject({ outcome: 'canceled', polls: 4 });
    },
  );
});
