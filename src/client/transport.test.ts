import type { RequestListener, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createClient } from './create-client.ts';
import type { ConnectionError } from './errors/connection-error.ts';
import type { ExaError } from './errors/exa-error.ts';
import type { RedirectError } from './errors/redirect-error.ts';
import type { ExaClient } from './exa-client.ts';
import type { ClientOptions } from './options.ts';
import { caught } from './testing/caught.test-support.ts';
import { enrichment, KEY, REF } from './testing/enrichments.test-support.ts';
import { type Loopback, serve } from './testing/loopback.test-support.ts';

// Real requests to a real server on loopback, through the platform's own fetch.
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function start(listener: RequestListener): Promise<Loopback> {
  const loopback = await serve(listener);
  open.push(loopback);
  return loopback;
}

/** Bytes as they are, whatever a HTTP server would think of them. */
async function startTcp(onConnection: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    onConnection(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const client = (baseUrl: string, options: ClientOptions = {}): ExaClient =>
  createClient({ apiKey: KEY, baseUrl, maxRetries: 0, ...options });

const GOOD = JSON.stringify(enrichment());
const answer = (
  response: ServerResponse,
  status = 200,
  body: string | Buffer = GOOD,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(body);
};

/** How many exchanges the server still sees under way, after a moment for the news to arrive. */
async function left({ exchanges }: Loopback): Promise<number> {
  for (let turn = 0; turn < 200 && exchanges.size > 0; turn++)
    await new Promise((resolve) => setTimeout(resolve, 5));
  return exchanges.size;
}

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

describe('a connection that fails', () => {
  it('to be made, is known to have sent nothing', async () => {
    const { baseUrl, close } = await serve(() => {});
    await close();
    const error = await caught<ConnectionError>(client(baseUrl).cancel(REF));
    expect(error).toMatchObject({ code: 'connection', attempts: 1, mayHaveSucceeded: false });
    expect(error.message).toContain('ECONNREFUSED');
    expect(inspect(error.cause)).toContain('ECONNREFUSED');
  });

  it('for a name that does not exist, is known to have sent nothing', async () => {
    const error = await caught<ConnectionError>(client('https://no-such-host.invalid').cancel(REF));
    expect(error).toMatchObject({ code: 'connection', mayHaveSucceeded: false });
    expect(error.message).toMatch(/ENOTFOUND|EAI_AGAIN/);
  });

  it.each([
    { why: 'before the headers', bytes: '' },
    { why: 'within the headers', bytes: 'HTTP/1.1 200 OK\r\ncontent-le' },
    { why: 'within the body', bytes: `HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n${GOOD}` },
    { why: 'within a chunk', bytes: 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\n{' },
    { why: 'with what is no HTTP', bytes: 'SSH-2.0-OpenSSH_9.0\r\n' },
    {
      why: 'with a broken gzip stream',
      bytes: 'HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 4\r\n\r\nnope',
    },
  ])('$why may have sent the cancel', async ({ bytes }) => {
    const baseUrl = await startTcp((socket) => socket.once('data', () => socket.end(bytes)));
    const error = await caught<ConnectionError>(client(baseUrl).cancel(REF));
    expect(error).toMatchObject({ code: 'connection', attempts: 1, mayHaveSucceeded: true });
    expect(error.cause).toBeInstanceOf(Error);
  });

  it('is made again', async () => {
    let connections = 0;
    const baseUrl = await startTcp((socket) => {
      socket.once('data', () => {
        if (++connections === 1) socket.destroy();
        else socket.end(`HTTP/1.1 200 OK\r\ncontent-length: ${GOOD.length}\r\n\r\n${GOOD}`);
      });
    });
    await expect(client(baseUrl, { maxRetries: 1 }).cancel(REF)).resolves.toEqual(enrichment());
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

describe('a call that is over sends nothing more', () => {
  const path = { webset: 'webset_01', id: 'wenrich_01' };
  const late = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));

  it.each<[when: string, run: (baseUrl: string) => Promise<unknown>, want: object]>([
    [
      'when a hook aborts it',
      (baseUrl) => {
        const controller = new AbortController();
        const hooks = { onRequest: () => controller.abort() };
        return client(baseUrl, { hooks }).cancel(REF, { signal: controller.signal });
      },
      { code: 'aborted', attempts: 0, mayHaveSucceeded: false },
    ],
    [
      'when its time is up while a middleware works',
      (baseUrl) => {
        const { raw } = client(baseUrl, { timeout: 20 });
        raw.use({ onRequest: late });
        return raw.POST('/v0/websets/{webset}/enrichments/{id}/cancel', { params: { path } });
      },
      { code: 'timeout', attempts: 0, mayHaveSucceeded: false },
    ],
    [
      'when it is aborted while a middleware works',
      (baseUrl) => {
        const { raw } = client(baseUrl);
        raw.use({ onRequest: late });
        const signal = AbortSignal.timeout(20);
        return raw.POST('/v0/websets/{webset}/enrichments/{id}/cancel', { params: { path }, signal });
      },
      { code: 'aborted', attempts: 0, mayHaveSucceeded: false },
    ],
    [
      'when a fetch looks at the signal only later',
      (baseUrl) =>
        client(baseUrl, {
          timeout: 20,
          maxRetries: 1,
          fetch: async (request, init) => {
            await late();
            return fetch(request, init);
          },
        }).cancel(REF),
      { code: 'timeout', attempts: 2, mayHaveSucceeded: true },
    ],
  ])('%s', async (_, run, want) => {
    const loopback = await start(() => {});
    let requests = 0;
    loopback.server.on('request', () => requests++);
    expect(await caught(run(loopback.baseUrl))).toMatchObject(want);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(requests).toBe(0);
  });
});

describe('the key', () => {
  /** Everything that anybody could print of an error. */
  const printed = (error: ExaError): string =>
    [inspect(error, { depth: 99, showHidden: true }), JSON.stringify(error), String(error), error.stack].join(
      '\n',
    );

  const KEY_IN_JSON = JSON.stringify(KEY).slice(1, -1);
  const unicode = [...KEY]
    .map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');

  it.each([
    { why: 'a message', status: 400, body: JSON.stringify({ error: `bad key ${KEY}` }) },
    { why: 'a property', status: 403, body: JSON.stringify({ [KEY]: { [KEY]: [KEY] } }) },
    { why: 'escaped letters', status: 401, body: `{"error":"${unicode}"}` },
    { why: 'plain text', status: 500, body: `key: ${KEY}` },
    { why: 'JSON in plain text', status: 502, body: `<pre>"${KEY_IN_JSON}"</pre>` },
    { why: 'a web page', status: 200, body: `<html>${KEY}</html>` },
    { why: 'another document', status: 200, body: JSON.stringify({ id: KEY, status: KEY, [KEY]: 1 }) },
    {
      why: 'a tag and a request id',
      status: 429,
      body: JSON.stringify({ requestId: KEY, error: KEY, tag: KEY }),
    },
    {
      why: 'a message, where it is cut',
      status: 400,
      body: JSON.stringify({ error: `${'x'.repeat(288)}${KEY}` }),
    },
    { why: 'a page, where it is cut', status: 400, body: `${'x'.repeat(988)}${KEY}` },
    {
      why: 'the path and time of a service error',
      status: 404,
      body: JSON.stringify({ statusCode: 404, message: KEY, path: KEY, timestamp: KEY }),
    },
  ])('that a server sends back in $why is in no error', async ({ status, body }) => {
    const { baseUrl } = await start((_, response) =>
      answer(response, status, body, { 'x-request-id': encodeURIComponent(KEY), 'retry-after': '100' }),
    );
    const error = await caught<ExaError>(client(baseUrl).cancel(REF));
    expect(error.code).toMatch(/\w/);
    expect(printed(error)).not.toContain('s3cret');
  });

  it('that a server sends back in a location is in no error', async () => {
    const { baseUrl } = await start((_, response) =>
      response.writeHead(302, { location: `/?key=${encodeURIComponent(KEY)}` }).end(),
    );
    expect(printed(await caught(client(baseUrl).cancel(REF)))).not.toContain('s3cret');
  });

  it('that a fetch quotes in its complaint is in no error', async () => {
    const fetch = async (request: Request): Promise<Response> => {
      throw Object.assign(new TypeError(`Headers.append: "${request.headers.get('x-api-key')}" is invalid`), {
        request,
        options: { headers: { key: KEY } },
      });
    };
    const error = await caught<ExaError>(client('https://api.exa.ai', { fetch }).cancel(REF));
    expect(error.code).toBe('connection');
    expect(printed(error)).not.toContain('s3cret');
  });

  it.each<[what: string, rejection: unknown]>([
    ['null', null],
    ['undefined', undefined],
    ['a symbol', Symbol('s')],
    ['an object without a prototype', Object.create(null)],
    ['a message that is no text', { message: Object.create(null) }],
    [
      'a proxy that throws',
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error('mine');
          },
        },
      ),
    ],
  ])('aside, a fetch that rejects with %s is a failed connection', async (_, rejection) => {
    const fetch = (): Promise<Response> => Promise.reject(rejection);
    const error = await caught<ExaError>(client('https://api.exa.ai', { fetch }).cancel(REF));
    expect(error).toMatchObject({ code: 'connection', attempts: 1, mayHaveSucceeded: true });
    expect(printed(error)).toContain('no complete answer came');
  });

  it('that is passed for an id by mistake is in no error', async () => {
    const { baseUrl } = await start((_, response) => answer(response, 404, '{}'));
    const error = await caught<ExaError>(client(baseUrl).cancel({ webset: KEY, enrichment: KEY }));
    expect(printed(error)).not.toContain('s3cret');
  });
});

describe('when a thousand cancels are aborted at once', () => {
  it('nothing is left: no exchange, no timer, no listener', async () => {
    const loopback = await start((_, response) => void response.writeHead(200).write('{'));
    const exa = client(loopback.baseUrl);
    const controller = new AbortController();
    let listeners = 0;
    const { signal } = controller;
    const { addEventListener, removeEventListener } = signal;
    signal.addEventListener = function (this: AbortSignal, ...args: Parameters<typeof addEventListener>) {
      listeners++;
      return addEventListener.apply(this, args);
    };
    signal.removeEventListener = function (
      this: AbortSignal,
      ...args: Parameters<typeof removeEventListener>
    ) {
      listeners--;
      return removeEventListener.apply(this, args);
    };
    const warnings: Error[] = [];
    const onWarning = (warning: Error): unknown => warnings.push(warning);
    process.on('warning', onWarning);
    const all = Promise.all(
      Array.from({ length: 1000 }, (_, at) =>
        caught<ExaError>(exa.cancel({ webset: 'w', enrichment: `e${at}` }, { signal })),
      ),
    );
    for (let turn = 0; turn < 4000 && loopback.exchanges.size < 1000; turn++)
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(listeners).toBe(1);
    controller.abort();
    const errors = await all;
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(['aborted']));
    expect(listeners).toBe(0);
    expect(await left(loopback)).toBe(0);
    expect(process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length).toBeLessThan(10);
    process.off('warning', onWarning);
    expect(warnings).toEqual([]);
  }, 30_000);
});
