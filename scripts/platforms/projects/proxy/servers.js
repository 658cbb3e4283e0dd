import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { connect } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

/** What a proxy asks for here. */
export const CREDENTIALS = 'user:pass';

/** TLS before a plain server, on a port of the loopback. */
export async function tlsBefore(url, options) {
  const { port } = new URL(url);
  return listening(createTlsServer(options, (socket) => join(socket, connect(Number(port), '127.0.0.1'))));
}

/**
 * A proxy that opens tunnels, if it is given user and password. Whatever host is asked for, the other end is on the
 * loopback: nothing here leaves the machine.
 */
export async function proxyTo(port) {
  const tunnels = [];
  const wanted = `Basic ${btoa(CREDENTIALS)}`;
  const server = createHttpServer((_, response) => response.writeHead(405).end());
  server.on('connect', ({ url, headers }, socket) => {
    if (headers['proxy-authorization'] !== wanted)
      return socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nproxy-authenticate: Basic\r\n\r\n');
    tunnels.push(url);
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    join(socket, connect(port, '127.0.0.1'));
  });
  return { ...(await listening(server)), tunnels };
}

async function listening(server) {
  const sockets = new Set();
  // The tunnels of a proxy are its own business: `server.close` would wait for them.
  server.on('connection', (socket) => sockets.add(socket));
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: server.address().port,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function join(one, other) {
  for (const socket of [one, other])
    socket.on('error', () => {}).on('close', () => [one, other].map((end) => end.destroy()));
  one.pipe(other).pipe(one);
}
