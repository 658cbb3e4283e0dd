import { describe, expect, it } from '@jest/globals';
import type { AbortedError, ExaError } from '../errors.ts';
import { ok, setup } from '../testing/call.test-support.ts';
import { caught } from '../testing/caught.test-support.ts';
import { enrichment, REF } from '../testing/enrichments.test-support.ts';

describe('nothing is sent', () => {
  const odd = (ref: unknown): typeof REF => ref as typeof REF;

  it.each([
    { why: 'an enrichment id of ..', ref: { webset: 'w', enrichment: '..' } },
    { why: 'an enrichment id of .', ref: { webset: 'w', enrichment: '.' } },
    { why: 'an empty webset id', ref: { webset: '', enrichment: 'e' } },
    { why: 'half a surrogate pair', ref: { webset: 'w', enrichment: '\ud83e' } },
    { why: 'a number for an id', ref: { webset: 'w', enrichment: 7 } },
    { why: 'a missing id', ref: { webset: 'w' } },
    { why: 'an id in place of the reference', ref: 'wenrich_01' },
    { why: 'no reference', ref: undefined },
    { why: 'null', ref: null },
  ])('for $why', async ({ ref }) => {
    const { exa, sent } = setup([ok]);
    for (const call of [exa.cancel, exa.get, exa.cancelAndWait] as const) {
      const error = await caught<ExaError>(call(odd(ref)));
      expect(error).toMatchObject({ code: 'invalid-argument', attempts: 0, mayHaveSucceeded: false });
      expect(error.message).toContain('Nothing was sent');
    }
    expect(sent).toEqual([]);
  });

  it.each([
    { why: 'a base URL for one call', options: { baseUrl: 'https://elsewhere.example' } },
    { why: 'a misspelt signal', options: { signall: AbortSignal.abort() } },
    { why: 'a controller in place of its signal', options: { signal: new AbortController() } },
    { why: 'a timeout of 0', options: { timeout: 0 } },
    { why: 'a timeout that is no number', options: { timeout: Number.NaN } },
    { why: 'a timeout in words', options: { timeout: '30s' } },
    { why: 'negative retries', options: { maxRetries: -1 } },
    { why: 'a validation mode that is none', options: { validation: 'strict' } },
    { why: 'null for a limit', options: { totalTimeout: null } },
    { why: 'options that are none', options: 'signal' },
    { why: 'a property of every object', options: JSON.parse('{"__proto__": 1, "constructor": 1}') },
  ])('for $why', async ({ options }) => {
    const { exa, sent } = setup([ok]);
    expect(await caught(exa.cancel(REF, options as object))).toMatchObject({
      code: 'invalid-argument',
      attempts: 0,
    });
    expect(sent).toEqual([]);
  });

  it('for a signal that is aborted already', async () => {
    const { exa, sent } = setup([ok]);
    const reason = new Error('changed my mind');
    const error = await caught<AbortedError>(exa.cancel(REF, { signal: AbortSignal.abort(reason) }));
    expect(error).toMatchObject({ code: 'aborted', attempts: 0, mayHaveSucceeded: false });
    expect(error.cause).toBe(reason);
    expect(sent).toEqual([]);
  });

  it.each<[what: string, thrown: unknown]>([
    ['an error', new Error('mine')],
    ['a frozen error', Object.freeze(new Error('mine'))],
    ['a string', 'mine'],
    ['null', null],
  ])('for a getter that throws %s, which stays as it is', async (_, thrown) => {
    const { exa, sent } = setup([ok]);
    const failing = (name: string): never =>
      Object.defineProperty({}, name, {
        enumerable: true,
        get: () => {
          throw thrown;
        },
      }) as never;
    const raw = exa.raw.GET as unknown as (path: unknown, init?: unknown) => Promise<unknown>;
    for (const call of [
      () => exa.cancel(failing('enrichment')),
      () => exa.get(failing('webset')),
      () => exa.cancelAndWait(failing('enrichment')),
      () => exa.cancel(REF, failing('signal')),
      () => exa.cancelAndWait(REF, failing('timeout')),
      () => exa.cancelMany([REF], failing('wait')).next(),
      () => raw('/v0/websets/{webset}/enrichments/{id}', failing('params')),
    ]) {
      const error = await caught<ExaError>(call());
      expect(error).toMatchObject({ code: 'invalid-argument', attempts: 0, mayHaveSucceeded: false });
      expect(error.cause).toBe(thrown);
    }
    const { value } = await exa.cancelMany([failing('enrichment')]).next();
    expect(value).toMatchObject({ ok: false, error: { code: 'invalid-argument' } });
    if (thrown instanceof Error) expect(thrown.message).toBe('mine');
    expect(sent).toEqual([]);
  });

  it('twice for an answer of a given fetch that has no address', async () => {
    const body = new Response(JSON.stringify(enrichment())).body;
    const fetch = async (): Promise<Response> =>
      ({ ok: true, status: 200, headers: new Headers(), redirected: false, body }) as Response;
    const { exa } = setup([ok], { fetch });
    await expect(exa.cancel(REF)).resolves.toEqual(enrichment());
  });

  it('for a raw call of something odd', async () => {
    const { exa, sent } = setup([ok]);
    const { request } = exa.raw as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
    for (const args of [[Symbol('x')], ['get', Symbol('x')], [undefined], ['get', undefined, null]])
      expect(await caught(request?.(...args) as Promise<unknown>)).toMatchObject({
        code: 'invalid-argument',
      });
    expect(sent).toEqual([]);
  });

  it('with a signal that is not whole, or fails', async () => {
    const { exa, sent, runtime } = setup([ok]);
    const addEventListener = (): never => {
      throw new Error('mine');
    };
    for (const signal of [
      { aborted: false, addEventListener: () => {} },
      { addEventListener: () => {}, removeEventListener: () => {} },
      { aborted: false, addEventListener, removeEventListener: () => {} },
    ]) {
      const error = await caught(exa.cancel(REF, { signal: signal as never }));
      expect(error).toMatchObject({ code: 'invalid-argument', attempts: 0 });
    }
    expect([sent.length, runtime.pending()]).toEqual([0, 0]);
  });

  it('when the function for the key aborts the call and fails', async () => {
    const stray: unknown[] = [];
    const onStray = (reason: unknown): unknown => stray.push(reason);
    process.on('unhandledRejection', onStray);
    const controller = new AbortController();
    const apiKey = (): Promise<string> => {
      controller.abort();
      return Promise.reject(new Error('late'));
    };
    const { exa } = setup([ok], { apiKey });
    expect(await caught(exa.cancel(REF, { signal: controller.signal }))).toMatchObject({ code: 'aborted' });
    for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
    process.off('unhandledRejection', onStray);
    expect(stray).toEqual([]);
  });

  it('for an id that changes while it is looked at', async () => {
    const { exa, sent } = setup([ok]);
    let reads = 0;
    const ref = {
      webset: 'w',
      get enrichment() {
        return reads++ === 0 ? REF.enrichment : '..';
      },
    };
    await exa.cancel(ref);
    expect(reads).toBe(1);
    expect(sent[0]?.url).toMatch(/\/enrichments\/wenrich_01\/cancel$/);
  });
});
