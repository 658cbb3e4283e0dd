import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { play, type Step } from './steps.ts';

/** A request as it came over the wire. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** How many requests this connection carried before. */
  readonly before: number;
}

/** What a server does with one request. */
export type Answer = readonly Step[] | ((request: SeenRequest) => Iterable<Step>);

/** A server on the loopback that speaks in bytes, not in HTTP, and so can get everything wrong. */
export interface RawServer {
  readonly url: string;
  readonly requests: readonly SeenRequest[];
  /** How many connections there were in all, and how many are open now. */
  readonly connections: number;
  readonly open: number;
  /** How many answers are under way: one that stalls is, until the client closes the connection. */
  readonly busy: number;
  /** Resolves once so many requests are there. */
  received(count: number): Promise<void>;
  /** Closes the connections that never carried a request. */
  closeUnused(): void;
  close(): Promise<void>;
}

/** Answers the first request with the first answer and so on; the last answer goes on. */
export async function startServer(answers: readonly Answer[], tls?: TlsOptions): Promise<RawServer> {
  const requests: SeenRequest[] = [];
  const sockets = new Set<Socket>();
  const unused = new Set<Socket>();
  const waiting = new Set<() => void>();
  let connections = 0;
  let busy = 0;

  const answer = async (socket: Socket, request: SeenRequest): Promise<void> => {
    const given = answers[Math.min(requests.push(request), answers.length) - 1] ?? [];
    for (const wake of waiting) wake();
    busy++;
    await play(socket, typeof given === 'function' ? given(request) : given);
    busy--;
  };
  const accept = (socket: Socket): void => {
    sockets.add(socket);
    unused.add(socket);
    connections++;
    readRequests(socket, (request) => {
      unused.delete(socket);
      void answer(socket, request);
    });
    socket
      .on('error', () => {})
      .on('close', () => {
        sockets.delete(socket);
        unused.delete(socket);
      });
  };
  const server = tls ? createTlsServer(tls, accept) : createServer({ noDelay: true }, accept);
  server.on('tlsClientError', () => {});
  const port = await listen(server);

  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    requests,
    get connections() {
      return connections;
    },
    get open() {
      return sockets.size;
    },
    get busy() {
      return busy;
    },
    received: (count) =>
      new Promise((resolve) => {
        const wake = (): void => {
          if (requests.length < count) return;
          waiting.delete(wake);
          resolve();
        };
        waiting.add(wake);
        wake();
      }),
    closeUnused() {
      for (const socket of unused) socket.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1', backlog: 2048 }, () =>
      resolve((server.address() as AddressInfo).port),
    );
  });
}

/** The client sends no bodies, so a request ends with its first empty line. */
function readRequests(socket: Socket, found: (request: SeenRequest) => void): void {
  let text = '';
  let before = 0;
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    text += chunk;
    // As every HTTP server answers a TLS hello.
    if (text.startsWith('\x16')) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n');
    for (let end = text.indexOf('\r\n\r\n'); end >= 0; end = text.indexOf('\r\n\r\n')) {
      found(parseRequest(text.slice(0, end), before++));
      text = text.slice(end + 4);
    }
  });
}

function parseRequest(text: string, before: number): SeenRequest {
  const [first = '', ...lines] = text.split('\r\n');
  const [method = '', path = ''] = first.split(' ');
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return { method, path, headers: Object.fromEntries(headers), at: Date.now(), before };
}
