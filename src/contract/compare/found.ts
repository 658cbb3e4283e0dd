import type { Direction, Draft } from './difference.ts';

/** A draft with all that only the walk knows. */
export interface Found extends Draft {
  readonly rule: string;
  readonly operationId: string;
  readonly direction: Direction;
  /** `response 200 body /status` */
  readonly at: string;
}

/** Where the walk is. */
export interface Spot {
  readonly operationId: string;
  readonly direction: Direction;
  readonly at: string;
}
