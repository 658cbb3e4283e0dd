import type { ServerResponse } from 'node:http';
import type { Answer } from '../answers.ts';
import type { SimulatorClock } from '../clock.ts';
import type { Delivery } from '../faults/fault.ts';
import { nodeModule } from './node-module.ts';

/** Sends an answer the way its wire says. Resolves when there is nothing left to send. */
export async function sendOverSocket(
  { answer, wire }: Delivery,
  response: ServerResponse,
  clock: SimulatorClock,
): Promise<void> {
  if (wire.kind === 'silent') return;
  if (wire.kind === 'reset') return lose(response);
  const gone = goneSignal(response);
  if (wire.kind === 'delayed') await clock.sleep(wire.ms, gone);
  writeHead(answer, response);
  switch (wire.kind) {
    case 'whole':
    case 'delayed':
      response.end(answer.body);
      return;
    case 'stalled':
      response.write(firstHalf(answer));
      return;
    case 'cut':
      response.write(firstHalf(answer), () => response.destroy());
      return;
    case 'dripping':
      return writeAll(
        dripped(answer, () => clock.sleep(wire.ms, gone)),
        response,
      );
    case 'inflating':
      return writeAll(gzippedBlanks(answer.body, wire.bytes), response);
  }
}

/** The date is that of the simulated clock. */
function writeHead({ status, headers }: Answer, response: ServerResponse): void {
  response.sendDate = false;
  response.writeHead(status, headers);
}

/** An RST, where the platform can send one; the peer sees ECONNRESET. */
function lose(response: ServerResponse): void {
  if (response.socket === null) response.destroy();
  else response.socket.resetAndDestroy();
}

/** Aborted once the client is gone, so that nobody waits for it. */
function goneSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  return controller.signal;
}

function firstHalf({ body }: Answer): Buffer {
  const bytes = Buffer.from(body);
  return bytes.subarray(0, bytes.length >> 1);
}

async function* dripped({ body }: Answer, wait: () => Promise<void>): AsyncGenerator<Uint8Array> {
  for (const byte of Buffer.from(body)) {
    await wait();
    yield Uint8Array.of(byte);
  }
}

/** Waits for the socket where it can't take more: an inflating body must not pile up in memory here. */
async function writeAll(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  response: ServerResponse,
): Promise<void> {
  for await (const chunk of chunks) {
    if (response.destroyed) return;
    if (!response.write(chunk)) await drained(response);
  }
  response.end();
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.on('drain', done);
    response.on('close', done);
  });
}

const MEMBER = 2 ** 20;

/**
 * A gzip stream that inflates to `total` bytes: blanks, and `body` at the end. A stream may consist of several
 * members, so one compressed mebibyte of blanks, sent again and again, will do.
 */
function* gzippedBlanks(body: string, total: number): Generator<Uint8Array> {
  const { gzipSync } = nodeModule('node:zlib');
  const tail = Buffer.from(body);
  const blanks = Math.max(0, total - tail.length);
  const member = blanks >= MEMBER ? gzipSync(Buffer.alloc(MEMBER, ' '), { level: 9 }) : Buffer.alloc(0);
  for (let sent = 0; sent + MEMBER <= blanks; sent += MEMBER) yield member;
  yield gzipSync(Buffer.concat([Buffer.alloc(blanks % MEMBER, ' '), tail]));
}
