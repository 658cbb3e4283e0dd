import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import {
  Agent,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { selfSigned } from '../../../contract-tests/faults/wire/self-signed.ts';
import {
  type Entry,
  entriesOf,
  type Listening,
  listening,
  type RunningProxy,
  startProxy,
} from './proxy.test-support.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

let folder: string;
let output: string;
let target: Listening;
let proxy: RunningProxy;
let handle: Handler;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exa-proxy-'));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  target = await listening((incoming, response) => handle(incoming, response));
  target.server.keepAliveTimeout = 60_000;
  output = join(folder, `${randomBytes(6).toString('hex')}.ndjson`);
  proxy = await startProxy('--target', target.url, '--output', output);
});
afterEach(async () => {
  await target.close();
  await proxy.stop();
});

interface Asked {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
  readonly agent?: Agent;
  readonly port?: number;
}

interface Answer {
  readonly status: number | undefined;
  readonly reason: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly raw: readonly string[];
  readonly trailers: NodeJS.Dict<string>;
  readonly body: Buffer;
}

/** Asks the proxy; rejects where the answer breaks off. */
function ask(path: string, { body, port = proxy.port, agent, ...options }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, ...options, ...(agent && { agent }) },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode,
            reason: response.statusMessage,
            headers: response.headers,
            raw: response.rawHeaders,
            trailers: response.trailers,
            body: Buffer.concat(chunks),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** What was recorded in the end. */
async function recorded(): Promise<Entry[]> {
  await proxy.stop();
  return entriesOf(output);
}

const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('an exchange that passes the proxy', () => {
  it('reaches the target as it was sent, under its own name, and comes back as it was answered', async () => {
    let seen: readonly string[] = [];
    let path: string | undefined;
    handle = async (incoming, response) => {
      path = incoming.url;
      seen = incoming.rawHeaders;
      const body = await bodyOf(incoming);
      response.sendDate = false;
      response.writeHead(299, 'Quite fine', [
        'X-Two',
        'a',
        'x-two',
        'b',
        'Content-Length',
        String(body.length),
      ]);
      response.end(body);
    };
    const answer = await ask('/a/../b%2Fc?d=%zz&&', {
      method: 'PROPFIND',
      headers: {
        'X-Case': 'Kept',
        'content-length': 4,
        'keep-alive': 'x',
        connection: 'x-hop',
        'x-hop': '1',
      },
      body: 'text',
    });
    expect(path).toBe('/a/../b%2Fc?d=%zz&&');
    expect(seen).toEqual([
      ...['X-Case', 'Kept', 'content-length', '4'],
      ...['Host', new URL(target.url).host, 'Connection', 'keep-alive'],
    ]);
    expect([answer.status, answer.reason, String(answer.body)]).toEqual([299, 'Quite fine', 'text']);
    expect(answer.raw.slice(0, 6)).toEqual(['X-Two', 'a', 'x-two', 'b', 'Content-Length', '4']);
    const [entry] = await recorded();
    expect(entry?.request).toMatchObject({
      method: 'PROPFIND',
      url: `${target.url}/a/../b%2Fc?d=%zz&&`,
      postData: { text: 'text' },
      bodySize: 4,
    });
    expect(entry?.response).toMatchObject({ status: 299, content: { size: 4, text: 'text' } });
  });

  it.each<[string, string, number, OutgoingHttpHeaders]>([
    ['HEAD', 'HEAD', 200, { 'content-length': '7' }],
    ['204', 'GET', 204, {}],
    ['304', 'GET', 304, { etag: '"a"' }],
    ['a DELETE without body', 'DELETE', 200, { 'content-length': '0' }],
    ['a POST without body', 'POST', 200, { 'content-length': '0' }],
  ])('may have no body: %s', async (_, method, status, headers) => {
    let length: string | undefined;
    handle = (incoming, response) => {
      length = incoming.headers['transfer-encoding'] ?? incoming.headers['content-length'];
      response.writeHead(status, headers).end();
    };
    const answer = await ask('/', { method });
    expect(answer).toMatchObject({ status, headers });
    expect(answer.body).toHaveLength(0);
    expect(length).toBe(method === 'POST' ? '0' : undefined);
  });

  it('streams: the first byte is there before the last one is sent, both ways', async () => {
    let finish = (): void => {};
    handle = (incoming, response) => {
      // The head is there before any body is.
      response.flushHeaders();
      incoming.pipe(response, { end: false });
      finish = () => response.end('last');
    };
    const sent = request({ host: '127.0.0.1', port: proxy.port, method: 'POST' });
    sent.flushHeaders();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    for (const part of ['one', 'two']) {
      sent.write(part);
      expect(String((await once(response, 'data'))[0])).toBe(part);
    }
    sent.end();
    finish();
    expect(String(await bodyOf(response))).toBe('last');
    const [entry] = await recorded();
    expect(entry?.response.content.text).toBe('onetwolast');
  });

  it('may be as large as it likes; what is larger than 5 MiB is told as left out', async () => {
    const large = randomBytes(50 * 1024 * 1024);
    handle = (incoming, response) => {
      incoming.pipe(response);
    };
    const answer = await ask('/', { method: 'PUT', body: large });
    expect(sha(answer.body)).toBe(sha(large));
    const [entry] = await recorded();
    const comment = `Left out after ${large.length} bytes: it is larger than 5242880 bytes.`;
    expect(entry?.request).toMatchObject({ bodySize: large.length, postData: { comment } });
    expect(entry?.response.content).toEqual({ size: large.length, mimeType: '', comment });
  });

  it('uses connections again, on both sides', async () => {
    const ports = new Set<number | undefined>();
    handle = (incoming, response) => {
      ports.add(incoming.socket.remotePort);
      incoming.pipe(response);
    };
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const own = new Set<unknown>();
    agent.on('free', (socket) => own.add(socket));
    for (let time = 0; time < 5; time += 1) await ask('/', { method: 'POST', body: 'x', agent });
    agent.destroy();
    expect([ports.size, own.size]).toEqual([1, 1]);
  });

  it('is sent again where it has no body and the target had closed the connection', async () => {
    let calls = 0;
    handle = (incoming, response) => {
      calls += 1;
      if (calls === 2) incoming.socket.resetAndDestroy();
      else response.end('here');
    };
    await ask('/');
    expect(String((await ask('/')).body)).toBe('here');
    expect(calls).toBe(3);
  });

  it('waits for the target to want the body that a client announces', async () => {
    const order: string[] = [];
    target.server.on('checkContinue', (incoming: IncomingMessage, response: ServerResponse) => {
      order.push('asked');
      if (incoming.url === '/no') {
        response.writeHead(417).end();
        return;
      }
      response.writeContinue();
      bodyOf(incoming).then((body) => response.end(body));
    });
    const send = async (path: string): Promise<[number | undefined, string]> => {
      const sent = request({
        host: '127.0.0.1',
        port: proxy.port,
        path,
        method: 'POST',
        headers: { expect: '100-continue', 'content-length': 4 },
      });
      sent.flushHeaders();
      sent.on('continue', () => {
        order.push('continued');
        sent.end('body');
      });
      const [response] = (await once(sent, 'response')) as [IncomingMessage];
      const body = String(await bodyOf(response));
      sent.destroy();
      return [response.statusCode, body];
    };
    expect(await send('/')).toEqual([200, 'body']);
    expect(await send('/no')).toEqual([417, '']);
    expect(order).toEqual(['asked', 'continued', 'asked']);
    const [, refused] = await recorded();
    expect(refused?.request.postData?.comment).toBe('Left out after 0 bytes: it broke off.');
  });

  it('keeps what comes behind a body', async () => {
    handle = async (incoming, response) => {
      await bodyOf(incoming);
      response.writeHead(200, { trailer: 'x-after' });
      response.write('body');
      response.addTrailers({ 'x-after': `${incoming.headers['trailer']} ${incoming.trailers['x-sum']}` });
      response.end();
    };
    const sent = request({
      host: '127.0.0.1',
      port: proxy.port,
      method: 'POST',
      headers: { trailer: 'x-sum' },
    });
    sent.write('a');
    sent.addTrailers({ 'x-sum': '1' });
    sent.end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    expect(response.headers).toMatchObject({ trailer: 'x-after', 'transfer-encoding': 'chunked' });
    expect(String(await bodyOf(response))).toBe('body');
    expect(response.trailers).toEqual({ 'x-after': 'x-sum 1' });
  });

  it('keeps a body as it was encoded, and records it decoded', async () => {
    const zipped = gzipSync('{"a":1}');
    handle = (incoming, response) => {
      response.setHeader('content-type', 'application/json');
      response.setHeader('content-encoding', 'gzip');
      response.end(incoming.url === '/torn' ? zipped.subarray(0, 12) : zipped);
    };
    expect(String(gunzipSync((await ask('/')).body))).toBe('{"a":1}');
    expect((await ask('/torn')).body).toHaveLength(12);
    const [whole, torn] = await recorded();
    expect(whole?.response.content.text).toBe('{"a":1}');
    expect(torn?.response.content).toMatchObject({ comment: 'Left out after 12 bytes: it is not gzip.' });
  });

  it('ends at the target where the client goes away, and at the client where the target does', async () => {
    const gone = new Promise<void>((resolve) => {
      handle = (incoming, response) => {
        response.writeHead(200);
        response.write('part');
        if (incoming.url === '/target') setTimeout(() => response.destroy(), 20);
        else response.on('close', () => resolve());
      };
    });
    const sent = request({ host: '127.0.0.1', port: proxy.port });
    sent.end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    response.on('error', () => undefined);
    sent.destroy();
    await gone;
    await expect(ask('/target')).rejects.toMatchObject({ code: 'ECONNRESET' });
    const entries = await recorded();
    expect(entries.map((entry) => entry.response.content.comment)).toEqual([
      'Left out after 4 bytes: it broke off.',
      'Left out after 4 bytes: it broke off.',
    ]);
  });

  it('ends at the target where the client goes away in the middle of an upload', async () => {
    const gone = new Promise<void>((resolve) => {
      handle = (incoming) => {
        incoming.resume();
        incoming.on('close', resolve);
        incoming.on('error', () => undefined);
      };
    });
    const sent = request({ host: '127.0.0.1', port: proxy.port, method: 'POST' });
    sent.on('error', () => undefined);
    sent.write('part');
    setTimeout(() => sent.destroy(), 50);
    await gone;
    expect(await recorded()).toEqual([]);
    expect(proxy.terminal.text.err).toContain('Stopped after 0 exchanges and 1 request without an answer.');
  });

  it('is answered early where the target does not want the rest', async () => {
    handle = (_, response) => {
      response.writeHead(413).end('too long');
    };
    const answer = await ask('/', { method: 'POST', body: Buffer.alloc(8 * 1024 * 1024) });
    expect([answer.status, String(answer.body)]).toEqual([413, 'too long']);
  });

  it('may be one of a thousand at once', async () => {
    const waiting: ServerResponse[] = [];
    handle = (incoming, response) => {
      waiting.push(response);
      // Nobody is answered before all are there.
      if (waiting.length === 1_000) for (const each of waiting) each.end(each.req.url);
      incoming.resume();
    };
    const paths = Array.from({ length: 1_000 }, (_, index) => `/${index}`);
    const agent = new Agent({ keepAlive: true });
    const answers = await Promise.all(paths.map((path) => ask(path, { agent })));
    agent.destroy();
    expect(answers.map(({ body }) => String(body))).toEqual(paths);
    expect(new Set((await recorded()).map(({ request: { url } }) => url)).size).toBe(1_000);
  });

  it('is cut off after its time where it does not end while the proxy stops', async () => {
    handle = (incoming, response) => {
      response.write('part');
      if (incoming.url === '/soon') setTimeout(() => response.end('end'), 200);
    };
    const sent = request({ host: '127.0.0.1', port: proxy.port });
    sent.end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    const soon = ask('/soon');
    const broken = bodyOf(response).catch((error) => error.code);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const exit = proxy.stop();
    expect(String((await soon).body)).toBe('partend');
    expect(await broken).toBe('ECONNRESET');
    expect(await exit).toBe(0);
    await expect(ask('/')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  }, 15_000);
});

/** What a socket says once it has said what was asked for. */
async function until(socket: Socket, pattern: RegExp): Promise<string> {
  let said = '';
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    said += chunk;
    if (pattern.test(said)) break;
  }
  return said;
}

describe('a connection that is upgraded', () => {
  const UPGRADE = 'GET /chat HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n';

  it('is one with that to the target, whatever the protocol', async () => {
    target.server.on('upgrade', (incoming: IncomingMessage, socket: Socket, head: Buffer) => {
      socket.write(
        `HTTP/1.1 101 Sure\r\nConnection: Upgrade\r\nUpgrade: ${incoming.headers.upgrade}\r\n\r\nhello `,
      );
      socket.write(head);
      socket.pipe(socket);
    });
    const socket = connect(proxy.port, '127.0.0.1');
    socket.write(`${UPGRADE}early `);
    const said = await until(socket, /hello early $/);
    expect(said).toMatch(/^HTTP\/1\.1 101 Sure\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\nhello early $/);
    socket.write('late');
    expect(await until(socket, /late$/)).toBe('late');
    socket.end();
    await once(socket, 'close');
    const [entry] = await recorded();
    expect(entry).toMatchObject({ request: { url: `${target.url}/chat` }, response: { status: 101 } });
  });

  it('ends with the proxy', async () => {
    target.server.on('upgrade', (_, socket: Socket) => {
      socket.write('HTTP/1.1 101 Sure\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n');
      socket.on('error', () => undefined);
      socket.resume().on('end', () => socket.end());
    });
    const socket = connect(proxy.port, '127.0.0.1');
    socket.write(UPGRADE);
    await until(socket, /\r\n\r\n$/);
    const started = performance.now();
    await Promise.all([proxy.stop(), once(socket, 'close')]);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('is none where the target answers otherwise', async () => {
    target.server.on('upgrade', (_, socket: Socket) => {
      socket.end('HTTP/1.1 403 No\r\nContent-Length: 5\r\nConnection: close\r\n\r\nnever');
    });
    const socket = connect(proxy.port, '127.0.0.1');
    socket.write(UPGRADE);
    expect(await until(socket, /never$/)).toMatch(/^HTTP\/1\.1 403 No\r\n/);
    await once(socket.resume(), 'close');
    expect((await recorded())[0]).toMatchObject({ response: { status: 403, content: { text: 'never' } } });
  });
});

describe('a target that can not be reached', () => {
  it('is told where nobody listens there', async () => {
    await target.close();
    const answer = await ask('/');
    expect(answer.status).toBe(502);
    expect(String(answer.body)).toBe(
      `exa-enrichments proxy: Failed to reach ${target.url}: it refuses the connection.\n`,
    );
    await ask('/');
    expect(proxy.terminal.text.err.match(/Failed to reach/g)).toHaveLength(1);
  });

  it('is told where its certificate is not trusted', async () => {
    let asked = 0;
    const tls = createTlsServer(selfSigned(), (_, response) => {
      asked += 1;
      response.end();
    });
    const { url, close } = await listening(tls as never);
    const other = await startProxy('--target', url.replace('http:', 'https:'), '--output', `${output}.tls`);
    const answer = await ask('/', { port: other.port });
    await other.stop();
    await close();
    expect(answer.status).toBe(502);
    expect(String(answer.body)).toMatch(
      /: its certificate is not trusted \(DEPTH_ZERO_SELF_SIGNED_CERT\)\. Name its authority in NODE_EXTRA_CA_CERTS\.$/m,
    );
    expect(asked).toBe(0);
    expect(await entriesOf(`${output}.tls`)).toEqual([]);
  });
});
