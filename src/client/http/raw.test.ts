import { describe, expect, it } from '@jest/globals';
import type { Middleware } from 'openapi-fetch';
import { operations } from '../../../generated/client-operations.js';
import type { ExaClient } from '../create-client.ts';
import { createClientOn } from '../create-client.ts';
import type { ClientOptions } from '../options.ts';
import { caught } from '../testing/caught.test-support.ts';
import { enrichment, json, KEY } from '../testing/enrichments.test-support.ts';
import { createFakeRuntime, type FakeRuntime } from '../testing/fake-runtime.test-support.ts';
import { type ScriptedFetch, type Step, scriptedFetch } from '../testing/scripted-fetch.test-support.ts';

const CANCEL = '/v0/websets/{webset}/enrichments/{id}/cancel';
const GET = '/v0/websets/{webset}/enrichments/{id}';
const path = { webset: 'webset_01', id: 'wenrich_01' };

interface Setup extends ScriptedFetch {
  readonly raw: ExaClient['raw'];
  readonly runtime: FakeRuntime;
}

function setup(step: Step, options: ClientOptions = {}): Setup {
  const runtime = createFakeRuntime();
  const scripted = scriptedFetch(runtime, step);
  const { raw } = createClientOn(runtime, { apiKey: KEY, fetch: scripted.fetch, ...options });
  return { ...scripted, runtime, raw };
}

/** A middleware that changes the request. */
const changing = (init: RequestInit): { onRequest(it: { request: Request }): Request } => ({
  onRequest: ({ request }) => new Request(request, init),
});

describe('the raw client', () => {
  it('is typed, adds the key, and returns what openapi-fetch returns', async () => {
    const { raw, sent } = setup(json(enrichment(), 200, { etag: 'W/"1"' }));
    const { data, error, response } = await raw.POST(CANCEL, { params: { path }, body: {} });
    // Typed: this would not compile otherwise.
    const status: 'pending' | 'canceled' | 'completed' | undefined = data?.status;
    expect(status).toBe('pending');
    expect(error).toBeUndefined();
    expect([response.status, response.headers.get('etag')]).toEqual([200, 'W/"1"']);
    expect(sent[0]?.url).toBe(
      'https://api.exa.ai/websets/v0/websets/webset_01/enrichments/wenrich_01/cancel',
    );
    expect(sent[0]?.headers.get('x-api-key')).toBe(KEY);
    expect(sent[0]?.headers.get('content-type')).toBe('application/json');
  });

  it('returns the error of an error status, and does not try again', async () => {
    const { raw, sent } = setup(json({ requestId: 'r', error: 'full' }, 503));
    const { data, error, response } = await raw.GET(GET, { params: { path } });
    expect([data, error, response.status]).toEqual([undefined, { requestId: 'r', error: 'full' }, 503]);
    expect(sent).toHaveLength(1);
  });

  it('copes with an answer without a body', async () => {
    const { raw } = setup(() => new Response(null, { status: 204 }));
    await expect(raw.GET(GET, { params: { path } })).resolves.toMatchObject({ data: undefined });
  });

  it('reads as text, if asked to', async () => {
    const { raw } = setup(new Response('<html>'));
    await expect(raw.GET(GET, { params: { path }, parseAs: 'text' })).resolves.toMatchObject({
      data: '<html>',
    });
  });

  it('is the same object each time', () => {
    const exa = createClientOn(createFakeRuntime(), { apiKey: KEY });
    expect(exa.raw).toBe(exa.raw);
  });

  it.each(['..', '.', '', '\ud800', undefined])('sends nothing for the enrichment %p', async (id) => {
    const { raw, sent } = setup(json(enrichment()));
    const error = await caught(raw.POST(CANCEL, { params: { path: { ...path, id: id as string } } }));
    expect(error).toMatchObject({ code: 'invalid-argument', attempts: 0 });
    expect(sent).toEqual([]);
  });

  it.each([
    { baseUrl: 'https://elsewhere.example' },
    { fetch: () => Promise.reject(new Error('not this one')) },
    { pathSerializer: () => 'https://elsewhere.example' },
    { Request: class {} },
    { redirect: 'follow' },
    { cache: 'force-cache' },
  ])('can not be led elsewhere for one call: %p', async (init) => {
    const { raw, sent } = setup(json(enrichment()));
    const error = await caught(raw.POST(CANCEL, { params: { path }, ...(init as object) }));
    expect(error).toMatchObject({ code: 'invalid-argument', attempts: 0 });
    expect(sent).toEqual([]);
  });

  it('can not be led elsewhere by a path that is none of the templates', async () => {
    const { raw, sent } = setup(json(enrichment()));
    const post = raw.POST as unknown as (path: string) => Promise<unknown>;
    for (const odd of [
      '/v0/websets/{id}/cancel',
      GET,
      '/v0/websets/w/enrichments/../cancel',
      '/v0/../x',
      '//elsewhere.example/',
      '/v0/websets/w?x=1#y',
    ]) {
      expect(await caught(post(odd))).toMatchObject({ code: 'invalid-argument', attempts: 0 });
    }
    const remove = raw.DELETE as unknown as typeof post;
    expect(await caught(remove(GET))).toMatchObject({ code: 'invalid-argument', attempts: 0 });
    expect(sent).toEqual([]);
  });

  it('runs middleware, which sees no key and has not the last word on where a request goes', async () => {
    const { raw, sent } = setup(json(enrichment()));
    const seen: (string | null)[] = [];
    const middleware = {
      onRequest({ request }: { request: Request }): Request {
        seen.push(request.headers.get('x-api-key'));
        return new Request('https://elsewhere.example/', request);
      },
    };
    raw.use(middleware);
    const error = await caught(raw.POST(CANCEL, { params: { path } }));
    expect(error).toMatchObject({ code: 'invalid-argument', attempts: 0 });
    expect(error.message).toContain('elsewhere.example');
    expect(seen).toEqual([null]);
    raw.eject(middleware);
    await raw.POST(CANCEL, { params: { path } });
    expect(sent).toHaveLength(1);
  });

  it.each<[why: string, init: object]>([
    ['its own key', { headers: { 'X-Api-Key': 'mine' } }],
    ['another method in a header', { headers: new Headers({ 'x-http-method-override': 'DELETE' }) }],
    [
      'another key in the headers of a middleware',
      { middleware: [changing({ headers: { authorization: 'mine' } })] },
    ],
    ['another method from a middleware', { middleware: [changing({ method: 'DELETE' })] }],
  ])('sends nothing with %s', async (_, init) => {
    const { raw, sent } = setup(json(enrichment()));
    const error = await caught(raw.GET(GET, { params: { path }, ...init }));
    expect(error).toMatchObject({ code: 'invalid-argument', attempts: 0, mayHaveSucceeded: false });
    expect(sent).toEqual([]);
  });

  it('says that nothing was sent when a middleware throws before', async () => {
    const { raw, sent } = setup(json(enrichment()));
    const mine = new Error('mine');
    const failing = { onRequest: () => Promise.reject(mine) };
    const error = await caught(raw.POST(CANCEL, { params: { path }, middleware: [failing] }));
    expect(error).toMatchObject({
      code: 'invalid-argument',
      attempts: 0,
      mayHaveSucceeded: false,
      cause: mine,
    });
    expect(sent).toEqual([]);
  });

  const mine = new Error('mine');
  it.each<[what: string, step: Step, middleware: Middleware]>([
    ['fails at an answer', json(enrichment()), { onResponse: () => Promise.reject(mine) }],
    ['throws at an error status', json({}, 500), { onResponse: () => Promise.reject(mine) }],
    ['gives another error for a lost connection', new TypeError('fetch failed'), { onError: () => mine }],
    ['gives another error for a redirect', new Response(null, { status: 302 }), { onError: () => mine }],
  ])('does not take it for a lost connection when a middleware %s', async (_, step, middleware) => {
    const { raw, sent } = setup(step);
    const error = await caught(raw.POST(CANCEL, { params: { path }, middleware: [middleware] }));
    expect(error).toMatchObject({
      code: 'invalid-argument',
      attempts: 1,
      mayHaveSucceeded: true,
      message:
        'Failed to cancel the enrichment: something that was passed in failed: see the cause. It may have taken effect: read the enrichment back.',
    });
    expect(error.cause).toBe(mine);
    expect(await caught(raw.GET(GET, { params: { path }, middleware: [middleware] }))).toMatchObject({
      code: 'invalid-argument',
      attempts: 1,
      mayHaveSucceeded: false,
    });
    expect(sent).toHaveLength(2);
  });

  it('shows a middleware why there is no answer, as an error of ours', async () => {
    const { raw } = setup(new TypeError('fetch failed'));
    const seen: unknown[] = [];
    const middleware: Middleware = { onError: ({ error }) => void seen.push(error) };
    const error = await caught(raw.GET(GET, { params: { path }, middleware: [middleware] }));
    expect(seen).toEqual([error]);
    expect(error).toMatchObject({ code: 'connection', cause: { message: 'fetch failed' } });
  });

  it('takes null for no signal, as fetch does', async () => {
    const { raw } = setup(json(enrichment()));
    await expect(raw.GET(GET, { params: { path }, signal: null })).resolves.toHaveProperty('data');
  });

  it('does not let middleware have redirects followed', async () => {
    const modes: string[] = [];
    const fetch = async (request: Request): Promise<Response> => {
      modes.push(request.redirect);
      return json(enrichment());
    };
    const { raw } = createClientOn(createFakeRuntime(), { apiKey: KEY, fetch });
    raw.use({ onRequest: ({ request }) => new Request(request, { redirect: 'follow' }) });
    await raw.POST(CANCEL, { params: { path } });
    expect(modes).toEqual(['manual']);
  });

  it.each([
    { why: 'a redirect', step: new Response(null, { status: 302 }), code: 'redirect' },
    { why: 'a web page', step: new Response('<html>'), code: 'response-parse' },
    { why: 'too large a body', step: new Response('x'.repeat(2 ** 20 + 1)), code: 'response-too-large' },
    { why: 'a lost connection', step: new TypeError('fetch failed'), code: 'connection' },
    { why: 'no answer', step: 'stall' as const, code: 'timeout' },
  ])('rejects $why with a typed error', async ({ step, code }) => {
    const { raw, runtime } = setup(step);
    expect(await caught(raw.POST(CANCEL, { params: { path } }))).toMatchObject({
      code,
      mayHaveSucceeded: true,
    });
    expect(await caught(raw.GET(GET, { params: { path } }))).toMatchObject({ code, mayHaveSucceeded: false });
    expect(runtime.pending()).toBe(0);
  });

  it.each(Object.entries(operations))('takes %s of the generated table', async (known, id) => {
    const [method = '', path = ''] = known.split(' ');
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const params = Object.fromEntries(names.map((name) => [name, `a/${name}`]));
    const { raw, sent } = setup(json({}));
    const { request } = raw as unknown as { request(...args: unknown[]): Promise<unknown> };
    await request(method.toLowerCase(), path, { params: { path: params } });
    const address = path.replace(/\{(\w+)\}/g, 'a%2F$1');
    expect(sent).toMatchObject([{ method, url: `https://api.exa.ai/websets${address}` }]);
    expect(sent[0]?.headers.get('x-api-key')).toBe(KEY);
    expect(id).toMatch(/\w/);
    for (const name of names) {
      const error = await caught(request(method, path, { params: { path: { ...params, [name]: '..' } } }));
      expect(error).toMatchObject({ code: 'invalid-argument', attempts: 0 });
    }
  });

  it('takes an operation with a query and a number in its path', async () => {
    const { raw, sent } = setup(json({}));
    const { request } = raw as unknown as { request(...args: unknown[]): Promise<unknown> };
    const table = operations as Record<string, string>;
    const path = '/v0/pages/{page}';
    table[`GET ${path}`] = 'a-page';
    try {
      await request('get', path, { params: { path: { page: 7 }, query: { limit: 3, sort: 'a b' } } });
      const elsewhere = changing({});
      elsewhere.onRequest = ({ request }) =>
        new Request('https://api.exa.ai/websets/v0/other?limit=3', request);
      const init = { params: { path: { page: 7 }, query: { limit: 3 } }, middleware: [elsewhere] };
      expect(await caught(request('get', path, init))).toMatchObject({ code: 'invalid-argument' });
    } finally {
      delete table[`GET ${path}`];
    }
    expect(sent.map(({ url }) => url)).toEqual(['https://api.exa.ai/websets/v0/pages/7?limit=3&sort=a%20b']);
  });

  it.each<[form: string, headers: Iterable<readonly [string, string]>]>([
    ['a Map', new Map([['x-team', 'blue']])],
    ['pairs', [['x-team', 'blue']]],
    ['Headers', new Headers({ 'x-team': 'blue' })],
  ])('takes headers as %s', async (_, headers) => {
    const { raw, sent } = setup(json(enrichment()));
    await raw.GET(GET, { params: { path }, headers: headers as Headers });
    expect(sent[0]?.headers.get('x-team')).toBe('blue');
  });

  it('has all other calls wait when it is answered with a 429', async () => {
    const runtime = createFakeRuntime();
    const steps = [json({}, 429, { 'retry-after': '20' }), json(enrichment())];
    const { fetch, sent } = scriptedFetch(runtime, ...steps);
    const exa = createClientOn(runtime, { apiKey: KEY, fetch });
    await exa.raw.GET(GET, { params: { path } });
    await exa.get({ webset: path.webset, enrichment: path.id });
    expect(sent.map(({ at }) => at)).toEqual([0, 20_000]);
  });

  it('can be aborted', async () => {
    const { raw } = setup('stall');
    const controller = new AbortController();
    const calling = caught(raw.GET(GET, { params: { path }, signal: controller.signal }));
    await new Promise(setImmediate);
    controller.abort('enough');
    expect(await calling).toMatchObject({ code: 'aborted', cause: 'enough' });
  });
});
