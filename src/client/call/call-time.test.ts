import { describe, expect, it } from '@jest/globals';
import type { AbortedError, TimeoutError } from '../errors.ts';
import { ok, refused, setup } from '../testing/call.test-support.ts';
import { caught } from '../testing/caught.test-support.ts';
import { enrichment, REF } from '../testing/enrichments.test-support.ts';

describe('time', () => {
  it('runs out for an attempt after 30 s', async () => {
    const { exa, runtime } = setup(['stall'], { maxRetries: 0 });
    const error = await caught<TimeoutError>(exa.cancel(REF));
    expect(error).toMatchObject({ phase: 'headers', timeoutMs: 30_000, attempts: 1, mayHaveSucceeded: true });
    expect(runtime.now()).toBe(30_000);
  });

  it('runs out for a body that does not end, of a success and of an error', async () => {
    for (const status of [200, 404]) {
      const stalled = (): Response =>
        new Response(new ReadableStream({ start: (body) => body.enqueue(new Uint8Array(9)) }), { status });
      const { exa, runtime } = setup([stalled], { maxRetries: 0 });
      expect(await caught(exa.cancel(REF))).toMatchObject({
        code: 'timeout',
        phase: 'body',
        timeoutMs: 30_000,
      });
      expect(runtime.now()).toBe(30_000);
    }
  });

  it('runs out for the whole call after 120 s, waits included', async () => {
    const { exa, runtime, sent } = setup(['stall'], { maxRetries: 99 });
    const error = await caught<TimeoutError>(exa.cancel(REF));
    expect(error).toMatchObject({ phase: 'total', timeoutMs: 120_000 });
    expect(runtime.now()).toBe(120_000);
    expect(sent.map(({ at }) => at)).toEqual([0, 30_500, 61_500, 93_500]);
  });

  it('runs out for a function that gives no key', async () => {
    const { exa, runtime, sent } = setup([ok], { apiKey: () => new Promise(() => {}), totalTimeout: 5000 });
    expect(await caught(exa.cancel(REF))).toMatchObject({
      code: 'timeout',
      phase: 'key',
      timeoutMs: 5000,
      attempts: 0,
    });
    expect(runtime.now()).toBe(5000);
    expect(sent).toEqual([]);
  });

  it('may be without end', async () => {
    const { exa } = setup([ok], {
      timeout: Number.POSITIVE_INFINITY,
      totalTimeout: Number.POSITIVE_INFINITY,
    });
    await expect(exa.cancel(REF)).resolves.toEqual(enrichment());
  });

  it('does not wait for a fetch that takes no notice of the signal, and lets go of what it brings later', async () => {
    let late: ((response: Response) => void) | undefined;
    let cancelled = false;
    const { exa } = setup(
      [
        () =>
          new Promise<Response>((resolve) => {
            late = resolve;
          }),
      ],
      { maxRetries: 0 },
    );
    expect(await caught(exa.cancel(REF))).toMatchObject({ code: 'timeout' });
    late?.(
      new Response(
        new ReadableStream({
          cancel: () => {
            cancelled = true;
          },
        }),
      ),
    );
    await new Promise(setImmediate);
    expect(cancelled).toBe(true);
  });
});

describe('an abort', () => {
  it('ends a request at once, and says that the cancel may have taken effect', async () => {
    const { exa, runtime } = setup(['stall']);
    const controller = new AbortController();
    const cancelling = caught<AbortedError>(exa.cancel(REF, { signal: controller.signal }));
    await new Promise(setImmediate);
    controller.abort('enough');
    const error = await cancelling;
    expect(error).toMatchObject({ code: 'aborted', cause: 'enough', attempts: 1, mayHaveSucceeded: true });
    expect(error.message).toContain('It may have taken effect');
    expect(runtime.now()).toBe(0);
  });

  it('wakes a backoff at once', async () => {
    const controller = new AbortController();
    const { exa, runtime, sent } = setup([refused], {
      hooks: { onRetry: () => setImmediate(() => controller.abort()) },
    });
    const error = await caught<AbortedError>(exa.cancel(REF, { signal: controller.signal }));
    // Nobody was reached: so nothing can have taken effect.
    expect(error).toMatchObject({ code: 'aborted', attempts: 1, mayHaveSucceeded: false });
    expect(runtime.now()).toBe(0);
    expect(runtime.pending()).toBe(0);
    expect(sent).toHaveLength(1);
  });

  it('wakes a body that does not end, and has it cancelled', async () => {
    let cancelled = false;
    const body = new ReadableStream({
      cancel: () => {
        cancelled = true;
      },
    });
    const { exa } = setup([() => new Response(body)]);
    const controller = new AbortController();
    const cancelling = caught(exa.cancel(REF, { signal: controller.signal }));
    await new Promise(setImmediate);
    controller.abort();
    expect(await cancelling).toMatchObject({ code: 'aborted' });
    expect(cancelled).toBe(true);
  });

  it('ends the wait for a key', async () => {
    const { exa } = setup([ok], { apiKey: () => new Promise(() => {}) });
    const controller = new AbortController();
    const cancelling = caught(exa.cancel(REF, { signal: controller.signal }));
    controller.abort();
    expect(await cancelling).toMatchObject({ code: 'aborted', attempts: 0, mayHaveSucceeded: false });
  });
});
