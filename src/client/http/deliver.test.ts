import { describe, expect, it } from '@jest/globals';
import { createClientOn } from '../create-client.ts';
import { caught } from '../testing/caught.test-support.ts';
import { enrichment, json, REF } from '../testing/enrichments.test-support.ts';
import { createFakeRuntime } from '../testing/fake-runtime.test-support.ts';
import { VERSION } from '../version.ts';

describe('the fetch of the platform', () => {
  it('is looked up at each call', async () => {
    const { fetch } = globalThis;
    const exa = createClientOn(createFakeRuntime(), { apiKey: 'k' });
    try {
      globalThis.fetch = async () => json(enrichment({ title: 'replaced later' }));
      await expect(exa.cancel(REF)).resolves.toMatchObject({ title: 'replaced later' });
    } finally {
      globalThis.fetch = fetch;
    }
  });

  it('is called with a whole request, and the signal beside it', async () => {
    const { fetch } = globalThis;
    const calls: Parameters<typeof fetch>[] = [];
    const exa = createClientOn(createFakeRuntime(), { apiKey: 'k', headers: { 'x-team': 'data' } });
    try {
      globalThis.fetch = async (...call) => {
        calls.push(call);
        return json(enrichment());
      };
      await exa.cancel(REF);
    } finally {
      globalThis.fetch = fetch;
    }
    const [request, init] = calls[0] as [Request, RequestInit];
    expect(request.url).toBe('https://api.exa.ai/websets/v0/websets/webset_01/enrichments/wenrich_01/cancel');
    expect(request).toMatchObject({ method: 'POST', redirect: 'manual', cache: 'no-store' });
    expect(init).toEqual({ signal: expect.any(AbortSignal) });
    expect(Object.fromEntries(request.headers)).toEqual({
      accept: 'application/json',
      'user-agent': `exa-enrichments/${VERSION}`,
      'x-api-key': 'k',
      'x-team': 'data',
    });
  });

  it('is not used where one is given, which gets a whole request', async () => {
    const requests: unknown[] = [];
    const exa = createClientOn(createFakeRuntime(), {
      apiKey: 'k',
      fetch: async (request, _init) => {
        requests.push(request);
        return json(enrichment());
      },
    });
    await exa.cancel(REF);
    await exa.get(REF);
    expect(requests).toEqual([expect.any(Request), expect.any(Request)]);
    expect(requests).toMatchObject([
      { method: 'POST', redirect: 'manual', signal: { aborted: false } },
      { method: 'GET', redirect: 'manual', signal: { aborted: false } },
    ]);
  });

  it('is not called as a method, on which a browser would refuse', async () => {
    let self: unknown = 'not called';
    const exa = createClientOn(createFakeRuntime(), {
      apiKey: 'k',
      fetch: async function (this: unknown) {
        self = this;
        return json(enrichment());
      },
    });
    await exa.cancel(REF);
    expect(self).toBeUndefined();
  });

  it('gets the signal besides the request, also when its options are copied', async () => {
    let signal: AbortSignal | undefined;
    const exa = createClientOn(createFakeRuntime(), {
      apiKey: 'k',
      maxRetries: 0,
      fetch: (_request, init) => {
        signal = { ...init }.signal;
        return new Promise(() => {});
      },
    });
    await caught(exa.cancel(REF));
    expect(signal?.aborted).toBe(true);
  });
});
