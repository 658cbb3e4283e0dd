import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A real server on loopback. */
export interface Loopback {
  readonly baseUrl: string;
  readonly server: Server;
  /** The sockets that are open now. The platform keeps some for later, and may replace one that it had to close. */
  readonly sockets: Set<Socket>;
  /** The exchanges under way: neither answered in full nor cut off. */
  readonly exchanges: Set<ServerResponse>;
  close(): Promise<void>;
}

export async function serve(listener: RequestListener): Promise<Loopback> {
  const exchanges = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    exchanges.add(response);
    response.on('close', () => exchanges.delete(response));
    listener(request, response);
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/websets`,
    server,
    sockets,
    exchanges,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
