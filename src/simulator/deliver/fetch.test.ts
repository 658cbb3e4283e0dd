import { describe, expect, it } from '@jest/globals';
import type { SeenExchange } from '../index.ts';
import { addressOf, cancelWithKey, withKey } from '../testing/addresses.test-support.ts';
import { stepped } from '../testing/stepped.test-support.ts';

describe('the fetch-shaped form', () => {
  it('takes whatever fetch takes: text, a URL, a Request, a Request that is changed', async () => {
    const simulator = stepped();
    const address = addressOf(simulator.running);
    const answers = [
      await simulator.fetch(address, withKey),
      await simulator.fetch(new URL(address), withKey),
      await simulator.fetch(new Request(address, withKey)),
      await simulator.fetch(new Request(address, { method: 'PUT' }), { ...withKey, method: 'GET' }),
    ];

    expect(answers.map(({ status, url }) => [status, url])).toEqual(Array(4).fill([200, address]));
  });

  it('works without the object it came from', async () => {
    const { fetch, running } = stepped();

    expect((await fetch(addressOf(running), withKey)).status).toBe(200);
  });

  it('refuses what fetch refuses', async () => {
    const { fetch } = stepped();

    await expect(fetch('no url')).rejects.toMatchObject({ name: 'TypeError' });
    await expect(fetch('https://h/', { method: 'GET', body: 'x' })).rejects.toMatchObject({
      name: 'TypeError',
    });
  });

  it('does nothing for a request that was aborted before', async () => {
    const simulator = stepped();
    const init = { ...cancelWithKey, signal: AbortSignal.abort('gone') };

    await expect(simulator.fetch(addressOf(simulator.running), init)).rejects.toBe('gone');
    expect(simulator.requestCount).toBe(0);
  });

  it('lets an abort end a stalled body with its reason', async () => {
    const simulator = stepped({ script: ['stall'] });
    const controller = new AbortController();
    const response = await simulator.fetch(addressOf(simulator.running), {
      ...withKey,
      signal: controller.signal,
    });
    const body = response.text();
    controller.abort(new Error('enough'));

    await expect(body).rejects.toThrow('enough');
  });

  it('stands still in a delay until time is stepped', async () => {
    const simulator = stepped({ script: [{ fault: 'delay', ms: 30_000 }] });
    let settled = false;
    const answer = simulator.fetch(addressOf(simulator.running), withKey).finally(() => {
      settled = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 10));
    simulator.advance(29_999);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(settled).toBe(false);
    simulator.advance(1);
    expect((await answer).status).toBe(200);
  });

  it('can be left in the middle of a body', async () => {
    const simulator = stepped({ script: ['gzip-bomb'] });
    const response = await simulator.fetch(addressOf(simulator.running), withKey);
    const reader = response.body?.getReader();
    await reader?.read();

    await expect(reader?.cancel()).resolves.toBeUndefined();
  });

  it.each(['ok', 'stall', 'cut', 'gzip-bomb'] as const)('gives no body to a HEAD: %s', async (step) => {
    const seen: SeenExchange[] = [];
    const simulator = stepped({ script: [step], onExchange: (each) => seen.push(each) });
    const response = await simulator.fetch(addressOf(simulator.running), { ...withKey, method: 'HEAD' });

    expect([response.status, response.body, await response.text()]).toEqual([404, null, '']);
    expect(Number(response.headers.get('content-length') ?? 1)).toBeGreaterThan(0);
    expect(seen.map((each) => each.response.body)).toEqual(step === 'ok' ? [''] : []);
  });

  it('gives the very body that the headers describe', async () => {
    const simulator = stepped({ websets: [{ enrichments: [{ description: 'Wie groß? 😀' }] }] });
    const response = await simulator.fetch(addressOf(simulator.running), withKey);
    const bytes = await response.arrayBuffer();

    expect(response.headers.get('content-length')).toBe(String(bytes.byteLength));
  });
});

describe('a redirect', () => {
  const elsewhere = (
    redirect: 'follow' | 'manual' | 'error',
    status = 307,
    location?: string,
  ): Promise<unknown> => {
    const simulator = stepped({
      script: [{ fault: 'redirect', status, ...(location && { location }) }],
    });
    return simulator
      .fetch(addressOf(simulator.running), { ...cancelWithKey, redirect })
      .then(
        ({ status, redirected }) => ({ status, redirected }),
        (error: Error) => String(error.cause),
      )
      .then((outcome) => ({
        outcome,
        seen: simulator.requests.map(({ method, origin, key }) => [method, origin, key]),
      }));
  };
  const first = ['POST', 'https://api.exa.ai', 'x-api-key'];

  it('that is followed takes the key to the other host, as it would on the platform, and the log shows it', async () => {
    expect(await elsewhere('follow')).toEqual({
      outcome: 'Error: getaddrinfo ENOTFOUND elsewhere.invalid',
      seen: [first, ['POST', 'https://elsewhere.invalid', 'x-api-key']],
    });
  });

  it('of the old kind turns a POST into a GET', async () => {
    expect(await elsewhere('follow', 302, 'https://other.example/websets/v0/websets')).toEqual({
      outcome: { status: 404, redirected: true },
      seen: [first, ['GET', 'https://other.example', 'x-api-key']],
    });
  });

  it('is an answer for those who look themselves', async () => {
    expect(await elsewhere('manual')).toEqual({ outcome: { status: 307, redirected: false }, seen: [first] });
  });

  it('is an error for those who want none', async () => {
    expect(await elsewhere('error')).toEqual({ outcome: 'Error: unexpected redirect', seen: [first] });
  });

  it('leaves a bearer token behind when the host changes', async () => {
    const simulator = stepped({ script: ['redirect'] });
    const init = { headers: { authorization: 'Bearer k' } };
    await simulator.fetch(addressOf(simulator.running), init).catch(() => undefined);

    expect(simulator.requests.map(({ key }) => key)).toEqual(['authorization', 'none']);
  });

  it('is not followed for ever', async () => {
    const simulator = stepped({ faults: [{ fault: 'redirect', location: '/websets/v0/websets' }] });

    await expect(simulator.fetch(addressOf(simulator.running), withKey)).rejects.toThrow(TypeError);
    expect(simulator.requestCount).toBe(21);
  });
});
