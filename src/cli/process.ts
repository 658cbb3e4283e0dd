import { fstatSync, writeFileSync } from 'node:fs';
import { fold } from '../contract/reporters/shared/fold.ts';
import { UNWRAPPED } from './live-line.ts';
import type { Output } from './terminal.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * What stands between a terminal and the command, such as `timeout` or a script of npm, passes a signal on that the whole
 * group has got already. Nobody presses Ctrl-C twice in so short a time, in milliseconds.
 */
const ONE_AND_THE_SAME_MS = 250;

/**
 * Calls back at the first Ctrl-C or SIGTERM. From then on, as before and wherever nobody listens, a signal ends the
 * process at once: a second Ctrl-C helps against a command that does not stop.
 */
export function listenForSignals(listener: () => void): () => void {
  let isHeard = false;
  const stop = (): void => {
    for (const signal of SIGNALS) process.off(signal, heard);
  };
  const heard = (): void => {
    if (isHeard) return;
    isHeard = true;
    setTimeout(stop, ONE_AND_THE_SAME_MS).unref();
    listener();
  };
  for (const signal of SIGNALS) process.on(signal, heard);
  // What is passed on may also come while the process ends, which it does by itself.
  return () => {
    if (!isHeard) stop();
  };
}

/**
 * Ends the process as Ctrl-C would have without a listener, which a shell calls 130. Not by `exit()`, which waits for a
 * thread of Node's that opens a pipe to which nobody writes.
 */
export function dieOfSignal(): void {
  process.stdout.write('', () =>
    process.stderr.write('', () => {
      process.removeAllListeners('SIGINT');
      process.kill(process.pid, 'SIGINT');
    }),
  );
}

/**
 * A stream whose reader may go away, as `head` does: what it would still have been told is lost, the command goes on, and
 * its exit says what it would have said. What else keeps it from being written, a full disk say, is told to `onLost`, once.
 */
export function survivingOutput(
  stream: NodeJS.WriteStream & { readonly fd: number },
  onLost: (error: unknown) => void = () => undefined,
): Output {
  let gone = false;
  const lose = (error: unknown): void => {
    if (gone) return;
    gone = true;
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') onLost(error);
  };
  stream.on('error', lose);
  // Into a file Node's stream writes once, and a disk that fills up takes the first part of a text without an error.
  const write = isFile(stream)
    ? (text: string): void => writeFileSync(stream.fd, text)
    : (text: string): unknown => stream.write(text);
  return {
    isTTY: stream.isTTY,
    // Asked anew: somebody may make the window wider.
    get columns() {
      return stream.isTTY ? stream.columns : undefined;
    },
    write(text) {
      if (gone) return;
      try {
        write(text);
      } catch (error) {
        lose(error);
      }
    },
  };
}

/** The same for what is said to people: where that is a terminal, lines are as wide as it is, words whole. */
export function prose(output: Output): Output {
  // What is written over in its line is fitted into it by the terminal.
  const fitted = (text: string): string => (text.includes(UNWRAPPED) ? text : fold(text, output.columns));
  return {
    isTTY: output.isTTY === true,
    write: (text) => output.write(fitted(text)),
    get columns() {
      return output.columns;
    },
  };
}

function isFile({ fd, isTTY }: { readonly fd: number; readonly isTTY?: boolean }): boolean {
  const found = fstatSync(fd);
  return found.isFile() || (found.isCharacterDevice() && !isTTY);
}
