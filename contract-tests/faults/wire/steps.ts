import type { Socket } from 'node:net';

/** Tear the connection down with a TCP reset. */
export const RESET: unique symbol = Symbol('reset');
/** Close the connection in an orderly way. */
export const END: unique symbol = Symbol('end');
/** Say nothing more, and keep the connection open until the client gives up. */
export const STALL: unique symbol = Symbol('stall');

/** One thing that a server does: send these bytes, wait that many milliseconds, or one of the above. */
export type Step = string | Uint8Array | number | typeof RESET | typeof END | typeof STALL;

/** Does the steps in turn, no faster than the client reads; ends early when the connection is gone. */
export async function play(socket: Socket, steps: Iterable<Step>): Promise<void> {
  for (const step of steps) {
    if (socket.destroyed) return;
    if (step === RESET) socket.resetAndDestroy();
    else if (step === END) socket.end();
    else if (step === STALL) await untilClosed(socket);
    else if (typeof step === 'number') await untilClosed(socket, step);
    else if (!socket.write(step)) await untilDrained(socket);
  }
}

function untilClosed(socket: Socket, ms?: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      socket.off('close', done);
      resolve();
    };
    const timer = ms === undefined ? undefined : setTimeout(done, ms);
    socket.on('close', done);
  });
}

function untilDrained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off('drain', done).off('close', done);
      resolve();
    };
    socket.on('drain', done).on('close', done);
  });
}
