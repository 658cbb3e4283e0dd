import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exchange } from '../exchange.ts';
import { SimulatorOptionError } from '../option-error.ts';
import { basePath } from '../route.ts';
import type { Simulation } from '../simulation.ts';
import type { SimulatorServer } from '../simulator.ts';

const host = '127.0.0.1';

/** Serves the simulation on the loopback. @throws {SimulatorOptionError} where that can't be done. */
export async function listen(simulation: Simulation, port: number): Promise<SimulatorServer> {
  const { createServer } = loadHttp();
  const server = createServer((request, response) => {
    answer(request, response, simulation).catch(() => response.destroy());
  });
  const bound = await bind(server, port);
  return { url: `http://${host}:${bound}${basePath}`, port: bound, close: () => close(server) };
}

/** Asked for when it is needed, and by no import that a bundler for browsers would stumble over. */
function loadHttp(): typeof import('node:http') {
  const http = globalThis.process?.getBuiltinModule?.('node:http');
  if (http === undefined) throw new SimulatorOptionError('listen() needs Node; use fetch here');
  return http;
}

async function bind(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'is in use' : `can't be listened on (${error.code})`;
      reject(new SimulatorOptionError(`port ${port} ${reason}`));
    });
    server.listen({ port, host, backlog: 4_096 }, resolve);
  });
  return (server.address() as AddressInfo).port;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  simulation: Simulation,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = chunks.length === 0 ? undefined : Buffer.concat(chunks).toString('utf8');
  const url = new URL(`http://${request.headers.host ?? host}${request.url}`);
  const headers = new Headers(request.headers as Record<string, string>);
  const decided = exchange({ method: request.method ?? 'GET', url, headers, body }, simulation);
  response.sendDate = false;
  response.writeHead(decided.status, decided.headers);
  response.end(decided.body);
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
