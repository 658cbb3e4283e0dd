import { availableParallelism } from 'node:os';
import type { Contract } from '../contract.ts';
import { type ContractPoints, contractPoints } from '../coverage/points.ts';
import { recordingFiles } from '../read-recordings.ts';
import { STDIN } from '../recording-support/find-recordings.ts';
import type { CollectPartOptions } from './collect-parts.ts';
import { foldTasks, type TaskRunner } from './fold-tasks.ts';
import { mergeParts, type RunResult } from './merge-parts.ts';
import type { Piece } from './piece.ts';
import { PIECE_BYTES, planPieces } from './plan-pieces.ts';
import type { OnRead } from './read-piece.ts';
import { runPiece } from './run-piece.ts';
import { joinSmall, type Shard, sharePieces, type Task } from './share-pieces.ts';

export interface VerifyRecordingsOptions extends Omit<CollectPartOptions, 'recorded'> {
  /**
   * The file that the contract was compiled from; undefined for the contract of this package. Another thread needs it,
   * for a compiled contract can't be sent to it.
   */
  readonly api?: string | undefined;
  /** Folders outside of its project that it may refer to, as when it was compiled. */
  readonly allowRefs?: readonly string[] | undefined;
  /** Threads. Default: one for each core where there is so much to read that it pays off, else this one. */
  readonly workers?: number | undefined;
  /** Only this run's share of the work. */
  readonly shard?: Shard | undefined;
  /** How much a thread reads at a stretch. Default: 16 MiB. */
  readonly pieceBytes?: number | undefined;
  /** Told which files will be read, before any is; the run waits for it. */
  readonly onFiles?: ((files: readonly string[]) => Promise<void> | void) | undefined;
  /** Told how many bytes of the recordings were read, and how many there are; 0 where that is not known. */
  readonly onProgress?: ((read: number, total: number) => void) | undefined;
}

/** A thread takes a tenth of a second to start, and that is what this thread needs for as much. */
const WORTH_WORKERS_BYTES = 32 * 1024 * 1024;
const MOST_WORKERS = 8;

/**
 * A contract run over recordings on disk, by as many threads as it takes. The report does not depend on their number.
 *
 * @param paths files, folders, patterns, or `-` for standard input
 * @throws RecordingError as `readRecordings` does
 */
export async function verifyRecordings(
  contract: Contract,
  paths: readonly string[],
  {
    api,
    allowRefs,
    workers,
    shard,
    pieceBytes = PIECE_BYTES,
    onFiles,
    onProgress,
    ...options
  }: VerifyRecordingsOptions = {},
): Promise<RunResult> {
  const collect: CollectPartOptions = { ...options, recorded: true };
  const files: string[] = [];
  for await (const file of recordingFiles(paths)) files.push(file);
  await onFiles?.(files);
  const pieces = await planPieces(files, pieceBytes);
  const total = pieces.reduce((sum, { bytes }) => sum + bytes, 0);
  const threads = files.includes(STDIN) ? 1 : (workers ?? defaultWorkers(total));
  const tasks =
    threads > 1 || shard !== undefined
      ? joinSmall(sharePieces(pieces, shard), pieceBytes)
      : [oneTask(files, total)];

  const points = contractPoints(contract);
  const merger = mergeParts(contract, points);
  let read = 0;
  const onRead: OnRead = (bytes) => {
    read += bytes;
    onProgress?.(read, total);
  };
  const runHere = runnerHere(contract, points, collect, onRead);
  if (threads <= 1 || tasks.length <= 1) {
    const run: TaskRunner['run'] = (place, ...rest) => runHere(tasks[place] as Task, ...rest);
    await foldTasks(tasks, { run, runHere, drop: () => undefined }, merger);
    return merger.result();
  }
  const { startWorkers } = await import('./worker-pool.ts');
  const pool = startWorkers(tasks, { workers: threads, start: { api, allowRefs, collect }, onRead });
  try {
    await foldTasks(tasks, { ...pool, runHere }, merger);
    return merger.result();
  } finally {
    await pool.stop();
  }
}

function runnerHere(
  contract: Contract,
  points: ContractPoints,
  collect: CollectPartOptions,
  onRead: OnRead,
): TaskRunner['runHere'] {
  return ({ piece, mode }, before, take) =>
    runPiece(contract, points, piece, {
      ...collect,
      mode,
      before,
      onRead,
      onPart: (part) => take(part, 0),
    });
}

function defaultWorkers(bytes: number): number {
  return bytes < WORTH_WORKERS_BYTES ? 1 : Math.min(availableParallelism(), MOST_WORKERS);
}

function oneTask(files: readonly string[], bytes: number): Task {
  const piece: Piece = { kind: 'files', files, bytes };
  return { piece, mode: 'verify' };
}
