import type { Contract } from '../contract.ts';
import type { ContractPoints } from '../coverage/points.ts';
import { type CollectPartOptions, collectParts } from './collect-parts.ts';
import type { Piece } from './piece.ts';
import { type Before, type OnRead, readPiece } from './read-piece.ts';
import type { RunPart } from './run-part.ts';

/** `verify`: the exchanges are judged; `count`: they are only counted, for another machine judges them. */
export type PieceMode = 'verify' | 'count';

export interface RunPieceOptions extends CollectPartOptions {
  readonly mode: PieceMode;
  readonly before?: Before;
  readonly onRead: OnRead;
  /** Takes what was found, in order; the run waits for it. */
  readonly onPart: (part: RunPart) => Promise<void> | void;
}

/**
 * Verifies the exchanges of a piece; resolves with their number.
 *
 * @throws RecordingError if the piece can't be read, or is a segment that does not end where it should
 */
export async function runPiece(
  contract: Contract,
  points: ContractPoints,
  piece: Piece,
  { mode, before, onRead, onPart, ...options }: RunPieceOptions,
): Promise<number> {
  let exchanges = 0;
  if (mode === 'count') {
    for await (const batch of readPiece(piece, onRead, before)) for (const _ of batch) exchanges += 1;
    return exchanges;
  }
  // Made anew for each piece: what a piece shows must not depend on the thread that it falls to.
  const parts = collectParts(contract, points, options);
  for await (const batch of readPiece(piece, onRead, before)) {
    for (const exchange of batch) {
      exchanges += 1;
      parts.add(exchange);
      if (parts.isFull) await onPart(parts.take());
    }
  }
  await onPart(parts.take());
  return exchanges;
}
