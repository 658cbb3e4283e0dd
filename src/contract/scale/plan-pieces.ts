import { stat } from 'node:fs/promises';
import { STDIN } from '../recordings/index.ts';
import { cutFile } from './cut-file.ts';
import type { Piece } from './piece.ts';

/** Enough for a tenth of a second: sharing the work out costs nothing beside it, and no thread is left waiting long. */
export const PIECE_BYTES: number = 16 * 1024 * 1024;

/**
 * Cuts the work into pieces, in the order of the files: a file is one, but for large ones of a format that lets them be
 * cut. The same files give the same pieces.
 */
export async function planPieces(
  files: readonly string[],
  pieceBytes: number = PIECE_BYTES,
): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for (const file of files) {
    const bytes = await sizeOf(file);
    if (bytes > 2 * pieceBytes) pieces.push(...(await cutFile(file, bytes, pieceBytes)));
    else pieces.push({ kind: 'files', files: [file], bytes });
  }
  return pieces;
}

/** 0 where it is not known, as of a pipe; what can't be read is told where it is read. */
async function sizeOf(file: string): Promise<number> {
  if (file === STDIN) return 0;
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? found.size : 0;
}
