import { Worker } from 'node:worker_threads';
import { type CollectOptions, NOTHING_FOUND, type RunPart } from './collect.ts';
import type { Task } from './plan.ts';

/** What a thread makes a contract of. */
export interface ContractSource {
  /** The description that it was compiled from; undefined: the one of this package. */
  readonly api: string | undefined;
  /** Of the contract: one that is made of the same file later, or elsewhere, may be another. */
  readonly sha256: string;
  /** URLs of servers of its own. */
  readonly servers: readonly string[];
}

/** What a thread is started with. */
export interface ThreadStart {
  /** What to hold exchanges against. */
  readonly contracts: readonly ContractSource[];
  /** Folders of which files may be read that the description refers to. */
  readonly allowRefs: readonly string[] | undefined;
  readonly collect: CollectOptions;
}

/** What a thread says; it is told a task, and the next once it has said what came of it. */
export type FromThread =
  | { readonly type: 'read'; readonly bytes: number }
  | { readonly type: 'done'; readonly part: RunPart };

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

  const running = new Set<Worker>();
  const startThread = (): void => {
    const worker = new Worker(WORKER, { workerData: start, resourceLimits: LIMITS });
    running.add(worker);
    let own = 0;
    const begin = (): void => {
      own = next;
      next += 1;
      worker.postMessage(tasks[own]);
    };
    worker.on('message', (message: FromThread) => {
      if (message.type === 'read') return onRead(message.bytes);
      results.get(own)?.resolve(message.part);
      idle.add(begin);
      assign();
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      running.delete(worker);
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
        results.get(own)?.resolve(tooLarge(tasks[own] as Task));
        startThread();
      } else for (const { reject } of results.values()) reject(error);
    });
    idle.add(begin);
    assign();
  };
  for (let thread = 0; thread < Math.min(threads, tasks.length); thread += 1) startThread();

  return {
    resultOf: (place) => {
      turn = place;
      assign();
      const { promise } = results.get(place) as Deferred;
      // What was taken up is nobody's to keep.
      return promise.finally(() => results.delete(place));
    },
    stop: async () => {
      await Promise.all([...running].map((worker) => worker.terminate()));
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

/** What the thread found was lost with it. */
function tooLarge(task: Task): RunPart {
  const files = task.kind === 'segment' ? [task.file] : task.files;
  return {
    ...NOTHING_FOUND,
    unread: files.map((file) => ({ file, reason: 'takes more memory than a thread has' })),
  };
}
