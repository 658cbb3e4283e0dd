import type { Output } from './terminal.ts';

/**
 * A stream whose reader may go away, as `head` does: what it would still have been told is lost, the command goes on, and
 * its exit says what it would have said.
 */
export function survivingOutput(stream: NodeJS.WriteStream): Output {
  let gone = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    gone = true;
  });
  return {
    isTTY: stream.isTTY,
    write: (text) => gone || stream.write(text),
  };
}
