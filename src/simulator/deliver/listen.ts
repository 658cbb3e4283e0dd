import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SimulatorOptionError } from '../option-error.ts';
import { basePath } from '../route.ts';
import type { Simulation } from '../simulation.ts';
import type { SimulatorServer } from '../simulator.ts';
import { handleSocketRequest } from './handle-socket-request.ts';
import { nodeModule } from './node-module.ts';

const host = '127.0.0.1';

/** Serves the simulation on the loopback. @throws {SimulatorOptionError} where that can't be done. */
export async function listen(simulation: Simulation, port: number): Promise<SimulatorServer> {
  const { createServer } = nodeModule('node:http');
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    handleSocketRequest(request, response, simulation).catch(() => response.destroy());
  });
  const bound = await bind(server, port);
  return { url: `http://${host}:${bound}${basePath}`, port: bound, close: () => close(server) };
}

/** The backlog is for clients that open a thousand connections at once. */
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

/** Running answers are ended too: a stalled one would keep the server open for ever. */
async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
