import { Worker } from 'node:worker_threads';
import { RecordingError } from '../recordings/index.ts';
import type { TaskRunner } from './fold-tasks.ts';
import type { OnRead } from './read-piece.ts';
import type { RunPart } from './run-part.ts';
import type { Task } from './share-pieces.ts';
import type { FromWorker, ToWorker, WorkerOptions } from './worker-messages.ts';

/** Beside this module, and written in the same language: `.js` once it is built. */
const WORKER = new URL(import.meta.url.replace(/[^/]*(\.[jt]s)$/, 'worker$1'));

/** What a worker makes of an exchange is garbage at once: more room for it only fills the caches of the machine. */
const LIMITS = { maxYoungGenerationSizeMb: 4 };

/** How many tasks for each worker may be ahead of the one whose turn it is. */
const AHEAD = 4;

/** While so many findings wait for their turn no further task is begun: where all differ, they fill memory. */
const MOST_WAITING_FINDINGS = 20_000;

export interface WorkerPool extends Pick<TaskRunner, 'run' | 'drop'> {
  stop(): Promise<void>;
}

export interface WorkerPoolOptions {
  readonly workers: number;
  readonly start: WorkerOptions;
  readonly onRead: OnRead;
}

/** What came of a task so far. */
interface Progress {
  worker: Worker | undefined;
  parts: RunPart[];
  exchanges: number | undefined;
  error: Error | undefined;
  isDropped: boolean;
}

/** Runs tasks in several threads, each when one is free, and gives what they found in their order. */
export function startWorkers(tasks: readonly Task[], options: WorkerPoolOptions): WorkerPool {
  const { workers: count, start, onRead } = options;
  const progress = tasks.map(
    (): Progress => ({
      worker: undefined,
      parts: [],
      exchanges: undefined,
      error: undefined,
      isDropped: false,
    }),
  );
  let next = 0;
  let turn = 0;
  let crash: Error | undefined;
  let wake = (): void => undefined;

  const workers = Array.from({ length: Math.min(count, tasks.length) }, () => {
    const worker = new Worker(WORKER, { workerData: start, resourceLimits: LIMITS });
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'read') onRead(message.bytes);
      else receive(worker, message);
    });
    worker.on('error', (error) => {
      crash ??= outOfMemory(error, tasks[progress.findLastIndex((own) => own.worker === worker)]) ?? error;
      wake();
    });
    return worker;
  });
  const idle = new Set(workers);

  function receive(worker: Worker, message: Exclude<FromWorker, { type: 'read' }>): void {
    const own = progress[message.place] as Progress;
    if (message.type === 'part') {
      if (own.isDropped) send(worker, { type: 'taken' });
      else own.parts.push(message.part);
    } else {
      if (message.type === 'done') own.exchanges = message.exchanges;
      else own.error = new RecordingError(message.file, message.reason);
      idle.add(worker);
      assign();
    }
    wake();
  }

  function assign(): void {
    for (const worker of idle) {
      if (next >= tasks.length || next > turn + AHEAD * count) return;
      if (next > turn && waitingFindings() > MOST_WAITING_FINDINGS) return;
      idle.delete(worker);
      (progress[next] as Progress).worker = worker;
      send(worker, { type: 'run', place: next, task: tasks[next] as Task });
      next += 1;
    }
  }

  function waitingFindings(): number {
    return progress
      .slice(turn, next)
      .flatMap(({ parts }) => parts)
      .reduce((sum, { findings }) => sum + findings.length, 0);
  }

  assign();
  return {
    run: async (place, before, take) => {
      turn = place;
      assign();
      const own = progress[place] as Progress;
      const firstIndex = tasks[place]?.piece.kind === 'segment' ? before.index : 0;
      for (;;) {
        for (const part of own.parts.splice(0)) {
          take(part, firstIndex);
          send(own.worker as Worker, { type: 'taken' });
        }
        if (crash !== undefined) throw crash;
        if (own.error !== undefined) throw own.error;
        if (own.exchanges !== undefined) return own.exchanges;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    drop: (place) => {
      const own = progress[place] as Progress;
      own.isDropped = true;
      for (const _ of own.parts.splice(0)) send(own.worker as Worker, { type: 'taken' });
    },
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function outOfMemory(error: NodeJS.ErrnoException, task: Task | undefined): RecordingError | undefined {
  if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY' || task === undefined) return undefined;
  const { piece } = task;
  const file = piece.kind === 'segment' ? piece.file : piece.files.join(', ');
  return new RecordingError(file, 'takes more memory than a thread has');
}

function send(worker: Worker, message: ToWorker): void {
  worker.postMessage(message);
}
