import { describe, expect, it } from '@jest/globals';
import { captureFetch } from './capture-fetch.ts';
import type { Exchange } from './exchange.ts';

const URL_1 = 'https://api.example.test/v0/things/thing_1/cancel';

/** Calls once through a capturing fetch that answers with `answer`. */
const call = async (
  answer: Response | (() => Promise<Response>),
  input: Parameters<typeof fetch>[0] = URL_1,
  init?: RequestInit,
): Promise<{ seen: Exchange[]; response: Response | Error }> => {
  const seen: Exchange[] = [];
  const fetch = captureFetch(
    async () => (answer instanceof Response ? answer : answer()),
    (exchange) => seen.push(exchange),
    { now: () => 1_000 },
  );
  const response = await fetch(input, init).catch((error: Error) => error);
  return { seen, response };
};

describe('captureFetch', () => {
  it('hands over what was sent and what came', async () => {
    const answer = Response.json({ id: 'é' }, { headers: { vary: 'Origin' } });
    const { seen } = await call(answer, `${URL_1}?a=%2f#b`, {
      method: 'POST',
      body: '{}',
      headers: { 'X-A': '1' },
    });
    expect(seen).toEqual([
      {
        request: {
          method: 'POST',
          url: `${URL_1}?a=%2f`,
          headers: expect.objectContaining({ 'x-a': ['1'] }),
          body: '{}',
        },
        response: {
          status: 200,
          headers: expect.objectContaining({ vary: ['Origin'], 'content-type': ['application/json'] }),
          body: '{"id":"é"}',
        },
        recording: { file: '(captured)', index: 0 },
        recordedAt: 1_000,
      },
    ]);
  });

  it('leaves request and response whole for those whose they are', async () => {
    let sent = '';
    const fetch = captureFetch(
      async (request) => {
        sent = await (request as Request).text();
        return new Response('answer', { status: 201 });
      },
      () => undefined,
    );
    const response = await fetch(new Request(URL_1, { method: 'POST', body: 'question' }));
    expect([sent, response.status, await response.text()]).toEqual(['question', 201, 'answer']);
  });

  it('counts the exchanges', async () => {
    const seen: Exchange[] = [];
    const fetch = captureFetch(
      async () => new Response('x'),
      (exchange) => seen.push(exchange),
      { file: 'run' },
    );
    await fetch(URL_1);
    await fetch(URL_1);
    expect(seen.map(({ recording }) => recording)).toEqual([
      { file: 'run', index: 0 },
      { file: 'run', index: 1 },
    ]);
  });

  it('hands over no credential, but that there was one', async () => {
    const headers = { 'x-api-key': 'S3cr3t', authorization: 'Bearer S3cr3t', cookie: 'a=S3cr3t' };
    const answer = new Response('x', { headers: { 'set-cookie': 'a=S3cr3t' } });
    const { seen } = await call(answer, `${URL_1}?token=S3cr3t`, { headers });
    expect(JSON.stringify(seen)).not.toContain('S3cr3t');
    expect({ ...seen[0]?.request.headers }).toEqual({
      'x-api-key': ['<redacted>'],
      authorization: ['Bearer <redacted>'],
      cookie: ['<redacted>'],
    });
    expect(seen[0]?.response.headers['set-cookie']).toEqual(['<redacted>']);
  });

  it('sends the credential all the same', async () => {
    let key: string | null = null;
    const fetch = captureFetch(
      async (request) => {
        key = (request as Request).headers.get('x-api-key');
        return new Response('x');
      },
      () => undefined,
    );
    await fetch(URL_1, { headers: { 'x-api-key': 'S3cr3t' } });
    expect(key).toBe('S3cr3t');
  });

  it.each([
    ['an empty body', new Response(''), ''],
    ['no body where none may be', new Response(null, { status: 204 }), undefined],
    ['bytes that are no text', new Response(Uint8Array.of(0xff, 0)), Uint8Array.of(0xff, 0)],
  ])('tells %s', async (_, answer, body) => {
    expect((await call(answer)).seen[0]?.response.body).toEqual(body);
  });

  it("passes fetch's error through, and hands nothing over", async () => {
    const failure = new TypeError('fetch failed');
    const { seen, response } = await call(() => Promise.reject(failure));
    expect(response).toBe(failure);
    expect(seen).toEqual([]);
  });

  it('leaves an answer that breaks off to the caller', async () => {
    const chunks = new ReadableStream({
      pull(controller) {
        controller.error(new Error('connection reset'));
      },
    });
    const { seen, response } = await call(new Response(chunks));
    expect(seen).toEqual([]);
    await expect((response as Response).text()).rejects.toThrow('connection reset');
  });

  it('aborts as the caller asks', async () => {
    const controller = new AbortController();
    let signal: AbortSignal | undefined;
    const fetch = captureFetch(
      async (request) => {
        signal = (request as Request).signal;
        return new Response('x');
      },
      () => undefined,
    );
    await fetch(URL_1, { signal: controller.signal });
    controller.abort();
    expect(signal?.aborted).toBe(true);
  });
});
