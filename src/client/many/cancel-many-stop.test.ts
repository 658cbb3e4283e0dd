import { describe, expect, it } from '@jest/globals';
import type { EnrichmentRef } from '../enrichment.ts';
import { caught } from '../testing/caught.test-support.ts';
import { answering, json } from '../testing/enrichments.test-support.ts';
import { collect, ref, refs, setup } from '../testing/many.test-support.ts';
import type { Step } from '../testing/scripted-fetch.test-support.ts';

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
