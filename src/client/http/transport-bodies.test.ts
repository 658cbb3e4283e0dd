import type { RequestListener, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import type { ClientOptions } from '../options.ts';
import { caught } from '../testing/caught.test-support.ts';
import { enrichment, REF } from '../testing/enrichments.test-support.ts';
import { answer, client, GOOD, left, start } from '../testing/transport.test-support.ts';

describe('a server that does not answer in time', () => {
  it.each([
    { why: 'no headers', phase: 'headers', listener: (): void => {} },
    {
      why: 'no body',
      phase: 'body',
      listener: (_: unknown, response: ServerResponse): void => void response.writeHead(200).flushHeaders(),
    },
    {
      why: 'half a body',
      phase: 'body',
      listener: (_: unknown, response: ServerResponse): void =>
        void response.writeHead(200).write(GOOD.slice(0, 40)),
    },
    {
      why: 'half an error',
      phase: 'body',
      listener: (_: unknown, response: ServerResponse): void => void response.writeHead(404).write('{"err'),
    },
    {
      why: 'a byte now and then',
      phase: 'body',
      listener: (_: unknown, response: ServerResponse): void => {
        const timer = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(timer));
      },
    },
  ])('and sends $why is given up, and cut off', async ({ phase, listener }) => {
    const loopback = await start(listener as RequestListener);
    const before = Date.now();
    const error = await caught(client(loopback.baseUrl, { timeout: 150 }).cancel(REF));
    expect(error).toMatchObject({ code: 'timeout', phase, timeoutMs: 150, mayHaveSucceeded: true });
    expect(Date.now() - before).toBeLessThan(1500);
    expect(await left(loopback)).toBe(0);
  });

  it('is tried again', async () => {
    let requests = 0;
    const { baseUrl } = await start((_, response) => {
      if (++requests > 1) answer(response);
    });
    await expect(client(baseUrl, { timeout: 100, maxRetries: 1 }).cancel(REF)).resolves.toEqual(enrichment());
  });
});

describe('a body that is too large', () => {
  it('is not read beyond the limit, and cut off', async () => {
    let sent = 0;
    const loopback = await start((_, response) => {
      const more = (): void => {
        while (response.write(Buffer.alloc(65_536, 32))) sent += 65_536;
      };
      response.writeHead(200).on('drain', more);
      more();
    });
    const error = await caught(client(loopback.baseUrl).cancel(REF));
    expect(error).toMatchObject({
      code: 'response-too-large',
      maxBytes: 2 ** 20,
      status: 200,
      mayHaveSucceeded: true,
      attempts: 1,
    });
    expect(await left(loopback)).toBe(0);
    expect(sent).toBeLessThan(64 * 2 ** 20);
  });

  it.each([200, 500])('is counted after decompression, for the status %d too', async (status) => {
    const bomb = gzipSync(Buffer.alloc(200 * 2 ** 20));
    expect(bomb.length).toBeLessThan(2 ** 20);
    const loopback = await start((_, response) =>
      answer(response, status, bomb, { 'content-encoding': 'gzip' }),
    );
    const before = process.memoryUsage.rss();
    const error = await caught(client(loopback.baseUrl, { maxRetries: 2 }).cancel(REF));
    expect(error).toMatchObject({ code: 'response-too-large', status, attempts: 1 });
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 2 ** 20);
  });

  it('is one that is a byte too large', async () => {
    const { baseUrl } = await start((_, response) => answer(response));
    const size = Buffer.byteLength(GOOD);
    await expect(client(baseUrl, { maxResponseBytes: size }).cancel(REF)).resolves.toEqual(enrichment());
    await expect(client(baseUrl, { maxResponseBytes: size - 1 }).cancel(REF)).rejects.toMatchObject({
      code: 'response-too-large',
    });
  });
});

describe('an error status whose body breaks', () => {
  it.each([
    { status: 401, name: 'AuthenticationError', mayHaveSucceeded: false, attempts: 1 },
    { status: 404, name: 'NotFoundError', mayHaveSucceeded: false, attempts: 1 },
    { status: 501, name: 'ServerError', mayHaveSucceeded: true, attempts: 1 },
  ])('is still what it is: $status', async ({ status, ...want }) => {
    const { baseUrl } = await start((_, response) =>
      answer(response, status, '{"error":"no"}', { 'content-encoding': 'gzip' }),
    );
    expect(await caught(client(baseUrl, { maxRetries: 2 }).cancel(REF))).toMatchObject({ status, ...want });
  });

  it('keeps what its headers ask for', async () => {
    const { baseUrl } = await start((_, response) => {
      response.writeHead(429, { 'retry-after': '7', 'content-length': '100' }).write('{"err', () => {
        response.destroy();
      });
    });
    expect(await caught(client(baseUrl).cancel(REF))).toMatchObject({ status: 429, retryAfterMs: 7000 });
  });
});

describe('a stream that a fetch gives', () => {
  const giving =
    (chunk: unknown): ClientOptions['fetch'] =>
    async () => {
      let left = 200_000;
      const body = new ReadableStream({
        pull: (controller) => (left-- > 0 ? controller.enqueue(chunk) : controller.close()),
      });
      return { ok: true, status: 200, headers: new Headers(), url: '', redirected: false, body } as Response;
    };

  it('can not keep timers from running with chunks of nothing', async () => {
    const exa = client('https://api.exa.ai', { timeout: 50, fetch: giving(new Uint8Array()) });
    expect(await caught(exa.cancel(REF))).toMatchObject({ code: 'timeout', phase: 'body' });
  });

  it.each([['text'], [{ byteLength: 1 }], [new Uint16Array(1)], [null]])(
    'can not hold %p, of which no limit could be counted',
    async (chunk) => {
      const exa = client('https://api.exa.ai', { fetch: giving(chunk) });
      expect(await caught(exa.cancel(REF))).toMatchObject({
        code: 'connection',
        message: expect.stringContaining('something else than bytes'),
      });
    },
  );
});
