import { describe, expect, it } from '@jest/globals';
import type { EnrichmentRef } from '../enrichment.ts';
import { answering } from '../testing/enrichments.test-support.ts';
import { collect, ref, refs, setup } from '../testing/many.test-support.ts';

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
