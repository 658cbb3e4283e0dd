import { connect } from 'node:net';
import { Worker } from 'node:worker_threads';
import type { RawServer } from './raw-server.ts';

/** Listens, and then never looks at anything again. */
const DEAF = `
const { createServer } = require('node:net');
const { parentPort } = require('node:worker_threads');
const server = createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
  parentPort.postMessage(server.address().port);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});`;
const ENOUGH = 8;

/** A server that accepts no connection, and whose queue is full: whoever connects hears nothing. */
export async function deafServer(): Promise<RawServer> {
  const worker = new Worker(DEAF, { eval: true });
  const port = await new Promise<number>((resolve) => worker.once('message', resolve));
  const fillers = Array.from({ length: ENOUGH }, () => connect(port, '127.0.0.1').on('error', () => {}));
  await new Promise((resolve) => setTimeout(resolve, 100));
  return {
    url: `http://127.0.0.1:${port}`,
    requests: [],
    connections: 0,
    open: 0,
    busy: 0,
    received: () => Promise.reject(new Error('a deaf server hears nothing')),
    closeUnused: () => {},
    async close() {
      for (const filler of fillers) filler.destroy();
      await worker.terminate();
    },
  };
}
