import { Worker } from 'node:worker_threads';
import { RecordingError } from '../recordings/index.ts';
import type { CollectOptions, RunPart } from './collect.ts';
import type { Task } from './plan.ts';

/** What a thread is started with. */
export interface ThreadStart {
  /** The description to hold exchanges against; undefined: the one of this package. */
  readonly api: string | undefined;
  /** Folders of which files may be read that the description refers to. */
  readonly allowRefs: readonly string[] | undefined;
  readonly collect: CollectOptions;
}

/** What a thread says; it is told a task, and the next once it has said what came of it. */
export type FromThread =
  | { readonly type: 'read'; readonly bytes: number }
  | { readonly type: 'done'; readonly part: RunPart }
  | { readonly type: 'failed'; readonly file: string; readonly reason: string };

/** Beside this module, and written in the same language: `.js` once it is built. */
const WORKER = new URL(import.meta.url.replace(/[^/]*(\.[jt]s)$/, 'worker$1'));

/** What a thread makes of an exchange is garbage at once: more room for it only fills the caches of the machine. */
const LIMITS = { maxYoungGenerationSizeMb: 4 };

/** How many tasks for each thread may be ahead of the one whose turn it is: what comes of them waits in memory. */
const AHEAD = 2;

export interface Threads {
  /** Waits for what comes of a task. To be called in the order of the tasks, any of which may be passed over. */
  resultOf(place: number): Promise<RunPart>;
  stop(): Promise<void>;
}

export interface ThreadsOptions {
  readonly threads: number;
  readonly start: ThreadStart;
  readonly onRead: (bytes: number) => void;
}

/** Runs tasks in several threads, each when one is free. */
export function startThreads(tasks: readonly Task[], { threads, start, onRead }: ThreadsOptions): Threads {
  const results = new Map(tasks.map((_, place) => [place, deferred()]));
  let next = 0;
  let turn = 0;
  const idle = new Set<() => void>();

  const assign = (): void => {
    for (const begin of idle) {
      if (next >= tasks.length || next > turn + AHEAD * threads) return;
      idle.delete(begin);
      begin();
    }
  };

  const workers = Array.from({ length: Math.min(threads, tasks.length) }, () => {
    const worker = new Worker(WORKER, { workerData: start, resourceLimits: LIMITS });
    let own = 0;
    const begin = (): void => {
      own = next;
      next += 1;
      worker.postMessage(tasks[own]);
    };
    worker.on('message', (message: FromThread) => {
      if (message.type === 'read') return onRead(message.bytes);
      if (message.type === 'done') results.get(own)?.resolve(message.part);
      else results.get(own)?.reject(new RecordingError(message.file, message.reason));
      idle.add(begin);
      assign();
    });
    worker.on('error', (error) => {
      const reason = outOfMemory(error, tasks[own]) ?? error;
      for (const { reject } of results.values()) reject(reason);
    });
    idle.add(begin);
    return worker;
  });
  assign();

  return {
    resultOf: (place) => {
      turn = place;
      assign();
      const { promise } = results.get(place) as Deferred;
      // What was taken up is nobody's to keep.
      return promise.finally(() => results.delete(place));
    },
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

interface Deferred {
  readonly promise: Promise<RunPart>;
  readonly resolve: (part: RunPart) => void;
  readonly reject: (error: Error) => void;
}

function deferred(): Deferred {
  let resolve: Deferred['resolve'] = () => undefined;
  let reject: Deferred['reject'] = () => undefined;
  const promise = new Promise<RunPart>((...settle) => {
    [resolve, reject] = settle;
  });
  // Whoever waits for it is told; a failure that nobody waits for is no unhandled one.
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}

function outOfMemory(error: NodeJS.ErrnoException, task: Task | undefined): RecordingError | undefined {
  if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY' || task === undefined) return undefined;
  const file = task.kind === 'segment' ? task.file : task.files.join(', ');
  return new RecordingError(file, 'takes more memory than a thread has');
}
