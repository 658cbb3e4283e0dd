import { fstatSync, writeFileSync } from 'node:fs';
import type { Output } from './terminal.ts';

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

function isFile({ fd, isTTY }: { readonly fd: number; readonly isTTY?: boolean }): boolean {
  const found = fstatSync(fd);
  return found.isFile() || (found.isCharacterDevice() && !isTTY);
}
