import { RecordingError } from '../recordings/index.ts';
import { countLines } from './count-lines.ts';
import type { PartMerger } from './merge-parts.ts';
import type { FileSegment } from './piece.ts';
import { type Before, NOTHING_BEFORE } from './read-piece.ts';
import type { RunPart } from './run-part.ts';
import type { Task } from './share-pieces.ts';

/** Takes a part, and the number that its first exchange has in its file, if all of it is of one file. */
export type TakePart = (part: RunPart, firstIndex: number) => void;

/** Runs tasks, in this thread or in others. */
export interface TaskRunner {
  /** Runs a task, or waits for it; resolves with the number of its exchanges. To be called in the order of the tasks. */
  run(place: number, before: Before, take: TakePart): Promise<number>;
  /** Runs a task that is none of those given, in this thread. */
  runHere(task: Task, before: Before, take: TakePart): Promise<number>;
  /** Drops what a task found. */
  drop(place: number): void;
}

/**
 * Puts together what tasks find, in their order: the same report whoever runs them, and however many at once.
 *
 * @throws RecordingError of the first task that can't be done
 */
export async function foldTasks(
  tasks: readonly Task[],
  runner: TaskRunner,
  merger: PartMerger,
): Promise<void> {
  let before = NOTHING_BEFORE;
  let isPassed = false;
  for (const [place, task] of tasks.entries()) {
    const { piece, mode } = task;
    if (piece.kind === 'files') {
      await runner.run(place, NOTHING_BEFORE, merger.add);
      continue;
    }
    if (piece.isFirst) {
      before = NOTHING_BEFORE;
      isPassed = false;
    }
    if (isPassed) {
      runner.drop(place);
      continue;
    }
    const parts: [RunPart, number][] = [];
    try {
      const exchanges = await runner.run(place, before, (...part) => parts.push(part));
      for (const part of parts) merger.add(...part);
      before = { ...before, index: before.index + exchanges };
    } catch (error) {
      if (!(error instanceof RecordingError)) throw error;
      // Either it is broken, or it was cut in the midst of an exchange. Read on from here it tells which.
      isPassed = true;
      if (mode === 'verify') await readOn(piece, before, runner, merger);
    }
  }
}

/** Verifies all of a file from a segment on. In a count the machine does so whose segment it is. */
async function readOn(
  piece: FileSegment,
  before: Before,
  runner: TaskRunner,
  merger: PartMerger,
): Promise<void> {
  const { start } = piece.range;
  const range = { start, end: piece.fileBytes };
  const rest: FileSegment = { ...piece, range, isLast: true, bytes: piece.fileBytes - start };
  const line = piece.format === 'ndjson' ? await countLines(piece.file, start) : 0;
  await runner.runHere({ piece: rest, mode: 'verify' }, { ...before, line }, merger.add);
}
