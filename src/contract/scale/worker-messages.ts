import type { CollectPartOptions } from './collect-parts.ts';
import type { RunPart } from './run-part.ts';
import type { Task } from './share-pieces.ts';

/** What a worker is started with. */
export interface WorkerOptions {
  /** The description to hold exchanges against; undefined: the one of this package. */
  readonly api: string | undefined;
  readonly allowRefs: readonly string[] | undefined;
  readonly collect: CollectPartOptions;
}

export type ToWorker =
  | { readonly type: 'run'; readonly place: number; readonly task: Task }
  /** A part was taken up: there is room for another. */
  | { readonly type: 'taken' };

export type FromWorker =
  | { readonly type: 'read'; readonly bytes: number }
  | { readonly type: 'part'; readonly place: number; readonly part: RunPart }
  | { readonly type: 'done'; readonly place: number; readonly exchanges: number }
  /** It can't be read. */
  | { readonly type: 'failed'; readonly place: number; readonly file: string; readonly reason: string };

/** How many parts of whole files may wait to be taken up: a file may have any number, and its turn come late. */
export const MOST_WAITING = 32;
