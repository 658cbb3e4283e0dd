import { describe, expect, it } from '@jest/globals';
import { createClientOn } from '../create-client.ts';
import type { ExaError } from '../errors.ts';
import type { CallOptions, ClientOptions } from '../options.ts';
import { ok, reset, setup } from '../testing/call.test-support.ts';
import { caught } from '../testing/caught.test-support.ts';
import { enrichment, json, KEY, REF } from '../testing/enrichments.test-support.ts';
import { createFakeRuntime } from '../testing/fake-runtime.test-support.ts';

describe('headers', () => {
  it.each<[form: string, headers: NonNullable<ClientOptions['headers']>]>([
    ['an object', { 'X-Team': 'blue' }],
    ['Headers', new Headers({ 'x-team': 'blue' })],
    ['a Map', new Map([['X-Team', 'blue']])],
    ['pairs', [['x-team', 'blue']]],
  ])('are taken as %s, of a client and of a call', async (_, headers) => {
    const client = setup([ok], { headers });
    await client.exa.cancel(REF);
    expect(client.sent[0]?.headers.get('x-team')).toBe('blue');
    const single = setup([ok], { headers: { 'x-team': 'red', 'x-other': 'kept' } });
    await single.exa.cancel(REF, { headers });
    expect(single.sent[0]?.headers.get('x-team')).toBe('blue');
    expect(single.sent[0]?.headers.get('x-other')).toBe('kept');
    expect(single.sent[0]?.headers.get('x-api-key')).toBe(KEY);
  });

  it('of a call go with its retries and reads', async () => {
    const { exa, sent } = setup([reset, ok, json(enrichment({ status: 'canceled' }))]);
    await exa.cancelAndWait(REF, { headers: { traceparent: '00-1' } });
    expect(sent.map(({ headers }) => headers.get('traceparent'))).toEqual(['00-1', '00-1', '00-1']);
  });

  it('that can be gone through but once go with every request, too', async () => {
    const once = (): IterableIterator<[string, string]> => new Map([['x-team', 'blue']]).entries();
    const steps = [ok, json(enrichment({ status: 'canceled' }))];
    const { exa, sent } = setup(steps);
    await exa.cancelAndWait(REF, { headers: once() });
    const many = setup(steps);
    for await (const _ of many.exa.cancelMany([REF, REF], { headers: once() })) void _;
    expect([...sent, ...many.sent].map(({ headers }) => headers.get('x-team'))).toEqual(
      Array(4).fill('blue'),
    );
  });

  it.each([
    [{ 'X-Api-Key': 'mine' }],
    [new Headers({ authorization: 'mine' })],
    [new Map([['Content-Length', '5']])],
    [[['x-a\r\nx-b', '1']]],
    [{ 'x-a': 7 }],
    [['x-a']],
    [[[]]],
    [new Set(['x-a'])],
    ['x-a'],
  ])('that can not be are refused: %p', async (headers) => {
    expect(() => createClientOn(createFakeRuntime(), { headers: headers as never })).toThrow(
      /`?headers?`?|header/,
    );
    const { exa, sent } = setup([ok]);
    for (const call of [exa.cancel, exa.get, exa.cancelAndWait, exa.waitForEnd] as const)
      expect(await caught(call(REF, { headers: headers as never }))).toMatchObject({
        code: 'invalid-argument',
        attempts: 0,
      });
    expect(await caught(exa.cancelMany([REF], { headers: headers as never }).next())).toMatchObject({
      code: 'invalid-argument',
    });
    expect(sent).toEqual([]);
  });
});

describe('options for fetch', () => {
  const dispatcher = {};

  it('reach its second argument, beside the signal; those of a call go before', async () => {
    const seen: unknown[] = [];
    const fetch = async (_: Request, init: object): Promise<Response> => {
      seen.push(init);
      return json(enrichment());
    };
    const exa = createClientOn(createFakeRuntime(), { apiKey: KEY, fetch, fetchOptions: { dispatcher } });
    await exa.cancel(REF);
    await exa.get(REF, { fetchOptions: { keepalive: true } });
    const signal = expect.any(AbortSignal);
    expect(seen).toEqual([
      { dispatcher, signal },
      { keepalive: true, signal },
    ]);
  });

  it.each(['method', 'headers', 'body', 'signal', 'redirect', 'cache'])('can not set %p', async (name) => {
    const { exa } = setup([ok]);
    const error = await caught(exa.get(REF, { fetchOptions: { [name]: 'x' } }));
    expect(error).toMatchObject({ code: 'invalid-argument', attempts: 0 });
    expect(() => createClientOn(createFakeRuntime(), { fetchOptions: { [name]: 'x' } })).toThrow(name);
  });
});

describe('shouldRetry', () => {
  it('decides beside the built-in policy, within the retries there are', async () => {
    const asked: unknown[] = [];
    const shouldRetry: CallOptions['shouldRetry'] = ({ code }, attempt) => {
      asked.push([code, attempt]);
      return code === 'not-found' ? true : code === 'server' ? false : undefined;
    };
    const retried = setup([json({}, 404), reset, ok], { shouldRetry });
    await expect(retried.exa.cancel(REF)).resolves.toEqual(enrichment());
    expect(asked).toEqual([
      ['not-found', 1],
      ['connection', 2],
    ]);
    const given = setup([json({}, 503)]);
    expect(await caught(given.exa.cancel(REF, { shouldRetry }))).toMatchObject({ status: 503, attempts: 1 });
    const often = setup([json({}, 404)], { maxRetries: 1 });
    expect(await caught(often.exa.get(REF, { shouldRetry }))).toMatchObject({ status: 404, attempts: 2 });
  });

  it('that fails is the error, and its cause', async () => {
    const mine = new Error('mine');
    const shouldRetry = (): never => {
      throw mine;
    };
    const error = await caught<ExaError>(setup([json({}, 503)]).exa.cancel(REF, { shouldRetry }));
    expect(error).toMatchObject({
      code: 'invalid-argument',
      cause: mine,
      attempts: 1,
      mayHaveSucceeded: true,
    });
  });
});

describe('a reference in another form', () => {
  it.each<[form: string, args: readonly unknown[]]>([
    ['two arguments', ['webset_01', 'wenrich_01']],
    ['other names', [{ websetId: 'webset_01', id: 'wenrich_01' }]],
    ['an enrichment', [enrichment()]],
    ['nothing', []],
  ])('such as %s is refused with the names of the two keys', async (_, args) => {
    const { exa, sent } = setup([ok]);
    for (const call of [exa.cancel, exa.get, exa.cancelAndWait, exa.waitForEnd] as const) {
      const error = await caught(call(...(args as unknown as [typeof REF])));
      expect(error).toMatchObject({ code: 'invalid-argument', attempts: 0 });
      expect(error.message).toMatch(/`webset` and `enrichment`/);
    }
    expect(sent).toEqual([]);
  });
});

describe('a base URL that lacks its path', () => {
  it.each([
    json(
      { statusCode: 404, message: 'Cannot POST /v0/websets/w/enrichments/e/cancel', error: 'Not Found' },
      404,
    ),
    json({ message: 'Cannot GET /v0/websets/w/enrichments/e' }, 404),
    new Response('Cannot POST /v0/websets', { status: 404 }),
  ])('is what a 404 for the path itself is put down to', async (response) => {
    const { exa } = setup([response], { baseUrl: 'https://api.exa.ai' });
    const error = await caught(exa.cancel(REF));
    expect(error).toMatchObject({ code: 'not-found' });
    expect(error.message).toContain('check `baseUrl`');
    expect(error.message).not.toContain('Check both ids');
  });
});
