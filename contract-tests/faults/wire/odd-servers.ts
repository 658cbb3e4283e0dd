import { type AddressInfo, createServer, type Socket } from 'node:net';
import { type RawServer, startServer } from './raw-server.ts';

/** An address where somebody was, but is no more. */
export async function closedServer(): Promise<RawServer> {
  const server = await startServer([]);
  await server.close();
  return server;
}

/** Accepts every connection, and never says a word. */
export async function muteServer(): Promise<RawServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket
      .on('error', () => {})
      .on('close', () => sockets.delete(socket))
      .resume();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    connections: 0,
    get open() {
      return sockets.size;
    },
    get busy() {
      return sockets.size;
    },
    received: () => Promise.reject(new Error('a mute server reads nothing')),
    closeUnused: () => {},
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
