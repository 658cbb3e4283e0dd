import type { RequestListener, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { afterEach } from '@jest/globals';
import type { ExaClient } from '../create-client.ts';
import { createClient } from '../create-client.ts';
import type { ClientOptions } from '../options.ts';
import { enrichment, KEY } from './enrichments.test-support.ts';
import { type Loopback, serve } from './loopback.test-support.ts';

// Real requests to a real server on loopback, through the platform's own fetch.
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

export async function start(listener: RequestListener): Promise<Loopback> {
  const loopback = await serve(listener);
  open.push(loopback);
  return loopback;
}

/** Bytes as they are, whatever a HTTP server would think of them. */
export async function startTcp(onConnection: (socket: Socket) => void): Promise<string> {
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

/** Tries once, with the platform's own fetch. */
export const client = (baseUrl: string, options: ClientOptions = {}): ExaClient =>
  createClient({ apiKey: KEY, baseUrl, maxRetries: 0, ...options });

/** The body of a success. */
export const GOOD: string = JSON.stringify(enrichment());

export const answer = (
  response: ServerResponse,
  status = 200,
  body: string | Buffer = GOOD,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(body);
};

/** How many exchanges the server still sees under way, after a moment for the news to arrive. */
export async function left({ exchanges }: Loopback): Promise<number> {
  for (let turn = 0; turn < 200 && exchanges.size > 0; turn++)
    await new Promise((resolve) => setTimeout(resolve, 5));
  return exchanges.size;
}
