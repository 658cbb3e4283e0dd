import type { Piece, WholeFiles } from './piece.ts';
import type { PieceMode } from './run-piece.ts';

/** One of several runs that share the work: number `index`, counted from 1, of `of`. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

export interface Task {
  readonly piece: Piece;
  readonly mode: PieceMode;
}

/**
 * The work of a shard: pieces that follow one another, of about as many bytes as every other shard's. Where it starts in
 * the midst of a file, the pieces before are counted, for an exchange is named by its number in its file.
 */
export function sharePieces(pieces: readonly Piece[], shard: Shard = { index: 1, of: 1 }): Task[] {
  const total = pieces.reduce((sum, piece) => sum + weightOf(piece), 0);
  let passed = 0;
  const own = pieces.filter((piece) => {
    const middle = passed + weightOf(piece) / 2;
    passed += weightOf(piece);
    return Math.floor((middle / total) * shard.of) === shard.index - 1;
  });
  const tasks = own.map((piece): Task => ({ piece, mode: 'verify' }));
  const first = own[0];
  if (first?.kind !== 'segment' || first.isFirst) return tasks;
  const before = pieces.slice(0, pieces.indexOf(first));
  const start = before.findLastIndex((piece) => piece.kind === 'segment' && piece.isFirst);
  return [...before.slice(start).map((piece): Task => ({ piece, mode: 'count' })), ...tasks];
}

/** Small files that follow one another become one task: a task costs about as much as reading a hundred exchanges. */
export function joinSmall(tasks: readonly Task[], pieceBytes: number): Task[] {
  const joined: Task[] = [];
  for (const task of tasks) {
    const last = joined.at(-1);
    const both = last === undefined ? undefined : together(last, task);
    if (both !== undefined && both.piece.bytes <= pieceBytes && both.piece.files.length <= MOST_FILES)
      joined.splice(-1, 1, both);
    else joined.push(task);
  }
  return joined;
}

const MOST_FILES = 256;

function together(one: Task, other: Task): { piece: WholeFiles; mode: PieceMode } | undefined {
  if (one.piece.kind !== 'files' || other.piece.kind !== 'files' || one.mode !== other.mode) return undefined;
  const files = [...one.piece.files, ...other.piece.files];
  return { mode: one.mode, piece: { kind: 'files', files, bytes: one.piece.bytes + other.piece.bytes } };
}

function weightOf({ bytes }: Piece): number {
  return Math.max(bytes, 1);
}
