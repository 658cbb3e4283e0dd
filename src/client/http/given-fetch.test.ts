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

  it('is called with a whole request where something changes, and the signal and the cache mode beside it', async () => {
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
    expect(init).toEqual({ signal: expect.any(AbortSignal), cache: 'no-store' });
    expect(Object.fromEntries(request.headers)).toEqual({
      accept: 'application/json',
      'user-agent': `exa-enrichments/${VERSION}`,
      'x-api-key': 'k',
      'x-team': 'data',
    });
  });

  it('gets all that a read has among its options, where a framework looks for it that answers equal reads by one', async () => {
    const { fetch } = globalThis;
    const calls: Parameters<typeof fetch>[] = [];
    const exa = createClientOn(createFakeRuntime(), { apiKey: 'k', headers: { 'x-team': 'data' } });
    try {
      globalThis.fetch = async (...call) => {
        calls.push(call);
        return json(enrichment());
      };
      await exa.get(REF, { fetchOptions: { dispatcher: 'mine' } });
    } finally {
      globalThis.fetch = fetch;
    }
    const [url, init] = calls[0] as [string, RequestInit];
    expect(url).toBe('https://api.exa.ai/websets/v0/websets/webset_01/enrichments/wenrich_01');
    expect(init).toMatchObject({ method: 'GET', redirect: 'manual', cache: 'no-store', dispatcher: 'mine' });
    expect(init.signal).toBeInstanceOf(AbortSignal);
    expect(Object.fromEntries(new Headers(init.headers))).toMatchObject({
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

describe('a fetch that answers', () => {
  const attempts = async (answer: () => Response | Promise<Response>): Promise<Error> =>
    caught(createClientOn(createFakeRuntime(), { apiKey: 'k', fetch: async () => answer() }).cancel(REF));

  it('with an error in place of a response, as mocks do, has lost the connection', async () => {
    expect(await attempts(() => Response.error())).toMatchObject({
      code: 'connection',
      attempts: 3,
      mayHaveSucceeded: true,
    });
  });

  it.each<[what: string, spoil: (answer: Response) => unknown]>([
    ['has been read', (answer) => answer.text()],
    ['is being read', (answer) => answer.body?.getReader()],
  ])('with what %s, is not tried again', async (_, spoil) => {
    const error = await attempts(async () => {
      const answer = json(enrichment());
      await spoil(answer);
      return answer;
    });
    expect(error).toMatchObject({ code: 'connection', attempts: 1, passing: false, mayHaveSucceeded: true });
    expect(error.message).toContain('Let it read a clone');
  });
});

describe('a fetch that goes through a gateway', () => {
  const from = (url: string, init: ResponseInit & { redirected?: boolean } = {}): Response =>
    Object.defineProperties(json(enrichment(), init.status), {
      url: { value: url },
      redirected: { value: init.redirected ?? false },
    });

  it('gives the answer, and it is said once where that came from', async () => {
    const lines: string[] = [];
    const logger = { debug: () => {}, warn: (line: string) => lines.push(line) };
    const fetch = async (): Promise<Response> => from('https://gateway.example/exa');
    const exa = createClientOn(createFakeRuntime(), { apiKey: 'k', fetch, logger });
    await expect(exa.cancel(REF)).resolves.toEqual(enrichment());
    await exa.cancel(REF);
    expect(lines).toEqual([
      'exa-enrichments: the answer came from https://gateway.example/exa, and not from https://api.exa.ai/websets/v0/websets/webset_01/enrichments/wenrich_01/cancel.',
    ]);
  });

  it('is not believed where it has followed a redirect', async () => {
    const fetch = async (): Promise<Response> => from('https://gateway.example/', { redirected: true });
    const exa = createClientOn(createFakeRuntime(), { apiKey: 'k', fetch });
    expect(await caught(exa.cancel(REF))).toMatchObject({ code: 'redirect', status: 200 });
  });
});

describe('where URL and Request are those of React Native', () => {
  const { URL: RealURL, Request: RealRequest } = globalThis;

  /** Adds a slash to whatever it is given, and has no parts. */
  class NativeURL {
    readonly href: string;
    constructor(url: string) {
      new RealURL(url);
      this.href = `${url}/`;
    }
  }

  /** Takes the address as a text, and against a cache adds the time to it. */
  class NativeRequest {
    readonly url: string;
    readonly method: string;
    readonly headers: Headers;
    readonly cache: string | undefined;
    constructor(url: string, { method = 'GET', headers, cache }: RequestInit & { cache?: string } = {}) {
      this.url = cache && method === 'GET' ? `${url}?_=${Date.now()}` : url;
      this.cache = cache;
      this.method = method;
      this.headers = new Headers(headers);
    }
  }

  it('a call goes where it has to', async () => {
    const urls: string[] = [];
    Object.assign(globalThis, { URL: NativeURL, Request: NativeRequest });
    try {
      const fetch = async ({ method, url }: Request): Promise<Response> => {
        urls.push(`${method} ${url}`);
        return json(enrichment());
      };
      const exa = createClientOn(createFakeRuntime(), { apiKey: 'k', fetch });
      await exa.cancel(REF);
      await exa.get(REF);
      expect(() => createClientOn(createFakeRuntime(), { baseUrl: 'http://api.exa.ai' })).toThrow('https');
      expect(await caught(exa.cancel({ webset: 'w', enrichment: '..' }))).toMatchObject({ attempts: 0 });
    } finally {
      Object.assign(globalThis, { URL: RealURL, Request: RealRequest });
    }
    const address = 'https://api.exa.ai/websets/v0/websets/webset_01/enrichments/wenrich_01';
    expect(urls).toEqual([`POST ${address}/cancel`, `GET ${address}`]);
  });
});
