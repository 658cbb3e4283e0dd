import { once } from 'node:events';
import {
  Agent,
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import { type AddressInfo, connect, createServer as createSocketServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import type { HostileCase } from './watched-run.ts';

const MB = 1024 * 1024;
/** What Node takes by itself, the bodies that may be held, and as much again on its way through Node's buffers. */
const BOUNDS = { seconds: 120, megabytes: 500 };

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
type Drive = (url: URL) => Promise<void>;

/** A target that answers so, and a client that does this to the proxy before it. */
function proxied(
  name: string,
  target: Answer | ((socket: Socket) => void),
  drive: Drive,
  says: RegExp,
): HostileCase {
  let server: Server | ReturnType<typeof createSocketServer>;
  return {
    name: `a proxy: ${name}`,
    async make(folder) {
      server =
        target.length === 2
          ? createServer(target as Answer)
          : createSocketServer(target as (socket: Socket) => void);
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      return ['proxy', '--target', `http://127.0.0.1:${port}`, '--output', join(folder, 'traffic.ndjson')];
    },
    async drive(url) {
      await drive(new URL(url));
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
    },
    exit: 0,
    says,
    bounds: BOUNDS,
  };
}

async function ask(
  { port }: URL,
  options: Parameters<typeof request>[1] = {},
  chunks: Iterable<Buffer> = [],
): Promise<number> {
  const sent = request({ host: '127.0.0.1', port, ...options });
  const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
  for (const chunk of chunks) if (!sent.write(chunk)) await once(sent, 'drain');
  sent.end();
  const [response] = await answered;
  response.resume();
  await once(response, 'end');
  return response.statusCode ?? 0;
}

/** Opens connections that say this and nothing more; resolves with them when all have said it. */
async function sockets({ port }: URL, count: number, text: string): Promise<Socket[]> {
  const all = Array.from({ length: count }, () =>
    connect(Number(port), '127.0.0.1').on('error', () => undefined),
  );
  await Promise.all(all.map((socket) => once(socket, 'connect')));
  for (const socket of all) socket.write(text);
  return all;
}

function expectStatus(wanted: number, status: number): void {
  if (status !== wanted) throw new Error(`answered ${status}, not ${wanted}`);
}

const BLOCK = Buffer.alloc(MB, 'x');

function answerMuch(response: ServerResponse, megabytes: number): void {
  Readable.from(Array<Buffer>(megabytes).fill(BLOCK)).pipe(response);
}

const fine: Answer = (incoming, response) => {
  incoming.resume().on('end', () => response.end('fine'));
};

/** What passes through a proxy that is made to hurt it. */
export const PROXY_CASES: readonly HostileCase[] = [
  proxied(
    'an answer of 1 GB, and an upload of one',
    (incoming, response) => {
      incoming.resume().on('end', () => answerMuch(response, incoming.method === 'GET' ? 1024 : 0));
    },
    async (url) => {
      await ask(url);
      await ask(url, { method: 'POST' }, Array<Buffer>(1024).fill(BLOCK));
    },
    /holds 2 exchanges/,
  ),
  proxied(
    'a body that is 4 GB once decoded',
    (_, response) => {
      // Gzip may be several one behind the other.
      const piece = gzipSync(Buffer.alloc(64 * MB), { level: 9 });
      response
        .writeHead(200, { 'content-encoding': 'gzip' })
        .end(Buffer.concat(Array<Buffer>(64).fill(piece)));
    },
    async (url) => {
      await ask(url);
    },
    /holds 1 exchange\b/,
  ),
  proxied(
    '1,000 clients that do not read answers of 50 MB',
    (_, response) => {
      answerMuch(response, 50);
    },
    async (url) => {
      const all = await sockets(url, 1_000, 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      for (const socket of all) socket.destroy();
    },
    /Stopped after/,
  ),
  proxied(
    '2,000 clients that never end their request, while another one is served',
    fine,
    async (url) => {
      const heads = await sockets(url, 1_000, 'GET / HTTP/1.1\r\nHost: lo');
      const bodies = await sockets(
        url,
        1_000,
        'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nx',
      );
      expectStatus(200, await ask(url));
      for (const socket of [...heads, ...bodies]) socket.destroy();
    },
    /holds 1 exchange\b/,
  ),
  proxied(
    'requests that can be read in two ways, or not at all',
    fine,
    async (url) => {
      for (const text of [
        'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /b HTTP/1.1\r\n\r\n',
        'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
        'POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked, x\r\n\r\n0\r\n\r\n',
        'GET / HTTP/1.1\r\nHost: localhost\r\nA b: c\r\n\r\n',
        '\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n',
      ]) {
        const [socket] = (await sockets(url, 1, text)) as [Socket];
        const [said] = await once(socket, 'data');
        if (!/^HTTP\/1\.1 400 /.test(String(said))) throw new Error(`${JSON.stringify(text)}: ${said}`);
        socket.destroy();
      }
    },
    /holds 0 exchanges/,
  ),
  proxied(
    'a target that speaks no HTTP, or breaks off',
    (socket: Socket) => {
      socket.on('error', () => undefined);
      socket.once('data', (head) => {
        const answers = {
          '/words': 'hello\r\n\r\n',
          '/head': `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(300_000)}\r\n\r\n`,
          '/chunk': 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
          '/two': 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
          '/gone': '',
        } as const;
        socket.end(answers[/ (\S+)/.exec(String(head))?.[1] as keyof typeof answers]);
      });
    },
    async (url) => {
      for (const path of ['/words', '/head', '/two', '/gone']) expectStatus(502, await ask(url, { path }));
      const broken = await ask(url, { path: '/chunk' }).catch(() => 0);
      expectStatus(0, broken);
    },
    /Stopped after 1 exchange and 4 requests without an answer/,
  ),
  proxied(
    '30,000 exchanges, each with another key',
    fine,
    async (url) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 32 });
      let left = 30_000;
      const worker = async (): Promise<void> => {
        while (left-- > 0)
          await ask(url, { agent, headers: { authorization: `Bearer ${crypto.randomUUID()}` } });
      };
      await Promise.all(Array.from({ length: 32 }, worker));
      agent.destroy();
    },
    /holds 30000 exchanges/,
  ),
];
