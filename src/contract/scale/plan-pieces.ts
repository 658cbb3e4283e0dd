import { stat } from 'node:fs/promises';
import { STDIN } from '../recording-support/find-recordings.ts';
import { cutFile } from './cut-file.ts';
import type { Piece } from './piece.ts';

/** Enough for a tenth of a second: sharing the work out costs nothing beside it, and no thread is left waiting long. */
export const PIECE_BYTES: number = 16 * 1024 * 1024;
const MOST_FILES = 256;

/**
 * Cuts the work into pieces, in the order of the files: small files together, large ones into segments where their format
 * lets them be cut. The same files give the same pieces.
 */
export async function planPieces(
  files: readonly string[],
  pieceBytes: number = PIECE_BYTES,
): Promise<Piece[]> {
  const pieces: Piece[] = [];
  let small: string[] = [];
  let bytes = 0;
  const close = (): void => {
    if (small.length > 0) pieces.push({ kind: 'files', files: small, bytes });
    small = [];
    bytes = 0;
  };
  for (const file of files) {
    const size = await sizeOf(file);
    if (size > 2 * pieceBytes) {
      close();
      pieces.push(...(await cutFile(file, size, pieceBytes)));
      continue;
    }
    if (bytes + size > pieceBytes || small.length === MOST_FILES) close();
    small.push(file);
    bytes += size;
  }
  close();
  return pieces;
}

/** 0 where it is not known, as of a pipe; what can't be read is told where it is read. */
async function sizeOf(file: string): Promise<number> {
  if (file === STDIN) return 0;
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? found.size : 0;
}
