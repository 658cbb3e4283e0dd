import type { Claim } from '../claims/claim.ts';
import type { Prepared } from './prepare.ts';
import type { Place } from './serve.ts';

/** What a runtime is given. */
export interface Task {
  readonly prepared: Prepared;
  readonly place: Place;
  /** For files of its own. */
  readonly folder: string;
  /** Aborted when it has taken too long. */
  readonly signal: AbortSignal;
}

/** One runtime, ready to run. */
export interface Launcher {
  /** What it says of itself. */
  readonly version: string;
  claims(task: Task): Promise<readonly Claim[]>;
}

/** A runtime that may be there. */
export interface Runtime {
  readonly name: string;
  /** @throws Error with the reason where it can't be had here. */
  find(): Promise<Launcher>;
}
