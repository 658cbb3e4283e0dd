import { describe, expect, it } from '@jest/globals';
import { createClientOn } from './create-client.ts';
import type { AbortedError } from './errors/aborted-error.ts';
import type { ConnectionError } from './errors/connection-error.ts';
import type { ExaError } from './errors/exa-error.ts';
import type { StatusError } from './errors/status-error.ts';
import type { TimeoutError } from './errors/timeout-error.ts';
import type { ExaClient } from './exa-client.ts';
import type { ClientOptions } from './options.ts';
import { caught } from './testing/caught.test-support.ts';
import { enrichment, json, KEY, REF } from './testing/enrichments.test-support.ts';
import {
  createFakeRuntime,
  type FakeRuntime,
  type FakeRuntimeOptions,
} from './testing/fake-runtime.test-support.ts';
import { type ScriptedFetch, type Step, scriptedFetch } from './testing/scripted-fetch.test-support.ts';

interface Setup extends ScriptedFetch {
  readonly exa: ExaClient;
  readonly runtime: FakeRuntime;
}

function setup(
  steps: readonly Step[],
  options: ClientOptions = {},
  runtimeOptions: FakeRuntimeOptions = {},
): Setup {
  const runtime = createFakeRuntime(runtimeOptions);
  const scripted = scriptedFetch(runtime, ...steps);
  return {
    ...scripted,
    runtime,
    exa: createClientOn(runtime, { apiKey: KEY, fetch: scripted.fetch, ...options }),
  };
}

const ok = json(enrichment());
const reset = Object.assign(new TypeError('fetch failed'), {
  cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }),
});
const refused = Object.assign(new TypeError('fetch failed'), {
  cause: Object.assign(new Error('no'), { code: 'ECONNREFUSED' }),
});

describe('a cancel', () => {
  it('sends one POST without a body to the path of the operation, and resolves to the enrichment', async () => {
    const { exa, sent } = setup([ok]);
    await expect(exa.cancel(REF)).resolves.toEqual(enrichment());
    expect(sent).toHaveLength(1);
    expect(sent[0]?.method).toBe('POST');
    expect(sent[0]?.url).toBe(
      'https://api.exa.ai/websets/v0/websets/webset_01/enrichments/wenrich_01/cancel',
    );
    expect(Object.fromEntries(sent[0]?.headers ?? [])).toEqual({
      accept: 'application/json',
      'user-agent': expect.stringMatching(/^exa-enrichments\/\d/),
      'x-api-key': KEY,
    });
  });

  it('lets fields pass that nobody knows', async () => {
    const { exa } = setup([json({ ...enrichment(), added: { later: true } })]);
    await expect(exa.cancel(REF)).resolves.toHaveProperty('added.later', true);
  });

  it('leaves no timer behind', async () => {
    const { exa, runtime } = setup([ok]);
    await exa.cancel(REF);
    expect(runtime.pending()).toBe(0);
  });
});

describe('a read', () => {
  it('sends one GET', async () => {
    const { exa, sent } = setup([ok]);
    await expect(exa.get(REF)).resolves.toEqual(enrichment());
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET https://api.exa.ai/websets/v0/websets/webset_01/enrichments/wenrich_01',
    ]);
  });

  it('is never said to have had an effect', async () => {
    const { exa } = setup([reset], { maxRetries: 0 });
    expect(await caught(exa.get(REF))).toMatchObject({ mayHaveSucceeded: false, attempts: 1 });
  });
});

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

describe('retries', () => {
  it.each([
    { why: 'a reset connection', step: reset },
    { why: 'a refused connection', step: refused },
    { why: '408', step: json({}, 408) },
    { why: '429', step: json({ error: 'slow down' }, 429) },
    { why: '500', step: json({}, 500) },
    { why: '502', step: json({}, 502) },
    { why: '503', step: json({}, 503) },
    { why: '504', step: json({}, 504) },
  ])('follow $why after 500 and 1000 ms', async ({ step }) => {
    const { exa, sent } = setup([step, step, ok]);
    await expect(exa.cancel(REF)).resolves.toEqual(enrichment());
    expect(sent.map(({ at }) => at)).toEqual([0, 500, 1500]);
  });

  it('come up to a quarter earlier', async () => {
    const { exa, sent } = setup([reset, reset, ok], {}, { random: () => 0.8 });
    await exa.cancel(REF);
    expect(sent.map(({ at }) => at)).toEqual([0, 400, 1200]);
  });

  it('follow an attempt that took too long', async () => {
    const { exa, sent } = setup(['stall', 'stall', ok]);
    await exa.cancel(REF);
    expect(sent.map(({ at }) => at)).toEqual([0, 30_500, 61_500]);
  });

  it('end after the second', async () => {
    const { exa, sent } = setup([json({ error: 'broken' }, 500)]);
    const error = await caught<StatusError>(exa.cancel(REF));
    expect(error).toMatchObject({ status: 500, attempts: 3, mayHaveSucceeded: true });
    expect(error.message).toMatch(
      /^Failed to cancel the enrichment after 3 attempts: the server answered 500/,
    );
    expect(sent).toHaveLength(3);
  });

  it.each([
    { step: json({}, 400) },
    { step: json({}, 401) },
    { step: json({}, 402) },
    { step: json({}, 403) },
    { step: json({}, 404) },
    { step: json({}, 409) },
    { step: json({}, 422) },
    { step: json({}, 501) },
    { step: new Response(null, { status: 302, headers: { location: 'https://elsewhere.example' } }) },
    { step: new Response('<html>', { headers: { 'content-type': 'text/html' } }) },
    { step: json({ hello: 1 }) },
  ])('do not follow $step.status', async ({ step }) => {
    const { exa, sent } = setup([step]);
    expect(await caught(exa.cancel(REF))).toMatchObject({ attempts: 1, status: step.status });
    expect(sent).toHaveLength(1);
  });

  it('can be turned off, for a client and for a call', async () => {
    const client = setup([reset], { maxRetries: 0 });
    await caught(client.exa.cancel(REF));
    expect(client.sent).toHaveLength(1);
    const call = setup([reset]);
    await caught(call.exa.cancel(REF, { maxRetries: 1 }));
    expect(call.sent).toHaveLength(2);
  });

  it.each([
    { why: 'seconds', headers: { 'retry-after': '3' }, at: 3000 },
    { why: 'milliseconds', headers: { 'retry-after-ms': '250', 'retry-after': '3' }, at: 250 },
    { why: 'a date', headers: { 'retry-after': 'Thu, 01 Jan 1970 00:00:07 GMT' }, at: 7000 },
    {
      why: 'a date in the past',
      headers: { 'retry-after': 'Sun, 06 Nov 1994 08:49:37 GMT' },
      at: 0,
      epoch: 1e12,
    },
    { why: 'exactly a minute', headers: { 'retry-after': '60' }, at: 60_000 },
    { why: 'garbage', headers: { 'retry-after': 'soon' }, at: 500 },
  ])('wait as long as asked in $why', async ({ headers, at, epoch = 0 }) => {
    const { exa, sent } = setup(
      [json({}, 429, headers as unknown as Record<string, string>), ok],
      {},
      { epoch, random: () => 0 },
    );
    await exa.cancel(REF);
    expect(sent.map((request) => request.at)).toEqual([0, at]);
  });

  it('give up at once when asked to wait for more than a minute', async () => {
    const { exa, sent, runtime } = setup([json({}, 503, { 'retry-after': '61' })]);
    expect(await caught(exa.cancel(REF))).toMatchObject({ status: 503, retryAfterMs: 61_000, attempts: 1 });
    expect(sent).toHaveLength(1);
    expect(runtime.now()).toBe(0);
  });

  it('give up at once when asked to wait past the deadline', async () => {
    const { exa, runtime } = setup([json({}, 429, { 'retry-after': '30' })], { totalTimeout: 30_000 });
    expect(await caught(exa.cancel(REF))).toMatchObject({ status: 429, retryAfterMs: 30_000, attempts: 1 });
    expect(runtime.now()).toBe(0);
  });
});

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

describe('a refused retry', () => {
  const conflict = json({ requestId: 'r', error: 'Enrichment is not running' }, 409);
  const read = (status: 'pending' | 'canceled' | 'completed'): Response => json(enrichment({ status }));

  it('is settled by reading the enrichment: canceled by the first attempt', async () => {
    const { exa, sent } = setup([reset, conflict, read('canceled')]);
    await expect(exa.cancel(REF)).resolves.toMatchObject({ status: 'canceled' });
    expect(sent.map(({ method }) => method)).toEqual(['POST', 'POST', 'GET']);
  });

  it('stays refused when the enrichment completed, which is then certain', async () => {
    const { exa } = setup(['stall', conflict, read('completed')]);
    const error = await caught<StatusError>(exa.cancel(REF));
    expect(error).toMatchObject({
      status: 409,
      attempts: 2,
      mayHaveSucceeded: false,
      enrichment: { status: 'completed' },
    });
    expect(error.message).toContain('Read back, it is completed.');
  });

  it('stays in doubt when the enrichment is still pending', async () => {
    const { exa } = setup([json({}, 502), conflict, read('pending')]);
    expect(await caught(exa.cancel(REF))).toMatchObject({
      status: 409,
      mayHaveSucceeded: true,
      enrichment: { status: 'pending' },
    });
  });

  it('stays in doubt when the answer is about another one', async () => {
    const other = json(enrichment({ id: 'wenrich_02', status: 'canceled' }));
    const { exa } = setup([reset, json({}, 409), other], { validation: 'off' });
    expect(await caught(exa.cancel(REF))).toMatchObject({ status: 409, mayHaveSucceeded: true });
  });

  it('stays in doubt when it can not be read', async () => {
    const { exa } = setup([reset, json({}, 401), json({}, 401)]);
    expect(await caught(exa.cancel(REF))).toMatchObject({ status: 401, attempts: 2, mayHaveSucceeded: true });
  });

  it('is read no sooner than a 429 asks for', async () => {
    const { exa, sent } = setup([reset, json({}, 429, { 'retry-after': '4' }), read('canceled')], {
      maxRetries: 1,
    });
    await exa.cancel(REF);
    expect(sent.map(({ method, at }) => [method, at])).toEqual([
      ['POST', 0],
      ['POST', 500],
      ['GET', 4500],
    ]);
  });

  it('is not read when a 429 asks for too much', async () => {
    const { exa, sent } = setup([reset, json({}, 429, { 'retry-after': '100' })]);
    expect(await caught(exa.cancel(REF))).toMatchObject({
      status: 429,
      retryAfterMs: 100_000,
      mayHaveSucceeded: true,
    });
    expect(sent).toHaveLength(2);
  });

  it('is no doubt when the first attempt can not have arrived', async () => {
    for (const first of [refused, json({ requestId: 'r', error: 'full', tag: 'SERVICE_OVERLOADED' }, 503)]) {
      const { exa, sent } = setup([first, conflict]);
      expect(await caught(exa.cancel(REF))).toMatchObject({
        status: 409,
        attempts: 2,
        mayHaveSucceeded: false,
      });
      expect(sent).toHaveLength(2);
    }
  });

  it('can be aborted while it is read', async () => {
    const controller = new AbortController();
    const abort = (): Promise<Response> => {
      controller.abort();
      return new Promise(() => {});
    };
    const { exa, sent } = setup([reset, conflict, abort]);
    const error = await caught(exa.cancel(REF, { signal: controller.signal }));
    expect(error).toMatchObject({ code: 'aborted', attempts: 2, mayHaveSucceeded: true });
    expect(sent).toHaveLength(3);
  });

  it('is never asked about after a first attempt', async () => {
    const { exa, sent } = setup([conflict]);
    expect(await caught(exa.cancel(REF))).toMatchObject({
      status: 409,
      attempts: 1,
      mayHaveSucceeded: false,
    });
    expect(sent).toHaveLength(1);
  });
});

describe('whether a failed cancel may have had an effect', () => {
  it.each([
    { why: 'a refused connection', step: refused, want: false },
    { why: 'a reset connection', step: reset, want: true },
    { why: 'a 4xx', step: json({}, 404), want: false },
    { why: 'a 408', step: json({}, 408), want: true },
    { why: 'a 500', step: json({}, 500), want: true },
    { why: 'a 503', step: json({}, 503), want: true },
    {
      why: 'a 503 that says overloaded',
      step: json({ requestId: 'r', error: 'x', tag: 'SERVICE_OVERLOADED' }, 503),
      want: false,
    },
    { why: 'a redirect', step: new Response(null, { status: 303 }), want: true },
    { why: 'a success that is no JSON', step: new Response('OK'), want: true },
    { why: 'a success that is no enrichment', step: json({}), want: true },
  ])('$why: $want', async ({ step, want }) => {
    const { exa } = setup([step], { maxRetries: 0 });
    const error = await caught<ConnectionError>(exa.cancel(REF));
    expect(error.mayHaveSucceeded).toBe(want);
    expect(error.message.includes('It may have taken effect')).toBe(want);
  });

  it('is remembered from an earlier attempt', async () => {
    const { exa } = setup([reset, refused]);
    expect(await caught(exa.cancel(REF))).toMatchObject({ attempts: 3, mayHaveSucceeded: true });
  });
});
