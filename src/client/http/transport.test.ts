import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import type { RedirectError } from '../errors.ts';
import { caught } from '../testing/caught.test-support.ts';
import { enrichment, KEY, REF } from '../testing/enrichments.test-support.ts';
import { answer, client, GOOD, left, start } from '../testing/transport.test-support.ts';

describe('a request on the wire', () => {
  it('is what the API expects, and its answer is returned', async () => {
    const seen: string[] = [];
    const { baseUrl } = await start((request, response) => {
      seen.push(
        `${request.method} ${request.url} ${request.headers['x-api-key']} ${request.headers['content-length']}`,
      );
      answer(response, 200, JSON.stringify(enrichment({ id: '%2e%2e' })));
    });
    await expect(client(baseUrl).cancel({ webset: 'my/webset?', enrichment: '%2e%2e' })).resolves.toEqual(
      enrichment({ id: '%2e%2e' }),
    );
    expect(seen).toEqual([`POST /websets/v0/websets/my%2Fwebset%3F/enrichments/%252e%252e/cancel ${KEY} 0`]);
  });

  it('reuses its connection', async () => {
    const loopback = await start((_, response) => answer(response));
    const exa = client(loopback.baseUrl);
    for (let count = 0; count < 20; count++) await exa.cancel(REF);
    // The platform opens a second one when it is asked again at once.
    expect(loopback.sockets.size).toBeLessThanOrEqual(2);
  });

  it.each([
    ['gzip', gzipSync(GOOD)],
    ['identity', Buffer.from(GOOD)],
  ])('is understood in %s, in many small pieces', async (encoding, body) => {
    const { baseUrl } = await start(async (_, response) => {
      response.writeHead(200, { 'content-encoding': encoding });
      for (const byte of body) {
        response.write(Buffer.from([byte]));
        if (byte % 32 === 0) await new Promise(setImmediate);
      }
      response.end();
    });
    await expect(client(baseUrl).cancel(REF)).resolves.toEqual(enrichment());
  });
});

describe('a redirect', () => {
  it.each([300, 301, 302, 303, 304, 305, 307, 308, 399])('%d is not followed', async (status) => {
    const requests: string[] = [];
    const elsewhere = await start((request, response) => {
      requests.push(`${request.url} ${request.headers['x-api-key']}`);
      answer(response);
    });
    const { baseUrl } = await start((_, response) => {
      response
        .writeHead(status, { location: `${elsewhere.baseUrl}/taken` })
        .end(status === 304 ? undefined : 'moved');
    });
    for (const call of ['cancel', 'get'] as const) {
      const error = await caught<RedirectError>(client(baseUrl)[call](REF));
      expect(error).toMatchObject({
        code: 'redirect',
        status,
        location: `${elsewhere.baseUrl}/taken`,
        message: expect.stringContaining(
          `redirects (${status}) to ${elsewhere.baseUrl}/taken, which is never followed.`,
        ),
        attempts: 1,
      });
    }
    expect(requests).toEqual([]);
  });

  it('to the same server is not followed either, nor tried again', async () => {
    let requests = 0;
    const { baseUrl } = await start((request, response) => {
      requests++;
      response.writeHead(302, { location: request.url ?? '/' }).end();
    });
    expect(await caught(client(baseUrl, { maxRetries: 2 }).cancel(REF))).toMatchObject({
      code: 'redirect',
      mayHaveSucceeded: true,
    });
    expect(requests).toBe(1);
  });

  it('that a fetch of the caller has followed is noticed', async () => {
    const { baseUrl } = await start((request, response) => {
      if (request.method === 'POST') response.writeHead(302, { location: '/elsewhere' }).end();
      else answer(response);
    });
    const fetch = (request: Request): Promise<Response> =>
      globalThis.fetch(request.url, { method: request.method, headers: request.headers });
    expect(await caught(client(baseUrl, { fetch }).cancel(REF))).toMatchObject({ code: 'redirect' });
  });

  it('that a browser hides is noticed', async () => {
    const hidden = Object.defineProperties(new Response(null), {
      type: { value: 'opaqueredirect' },
      status: { value: 0 },
    });
    const error = await caught(client('https://api.exa.ai', { fetch: async () => hidden }).cancel(REF));
    expect(error).toMatchObject({ code: 'redirect', status: 0 });
  });

  it('with a body that never ends is not left running', async () => {
    const loopback = await start((_, response) => {
      response.writeHead(302, { location: '/' }).write('moved');
    });
    expect(await caught(client(loopback.baseUrl).cancel(REF))).toMatchObject({ code: 'redirect' });
    expect(await left(loopback)).toBe(0);
  });
});
