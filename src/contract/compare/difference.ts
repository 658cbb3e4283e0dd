import type { Place } from '../contract.ts';
import type { SpecPlace } from '../finding.ts';

/**
 * What a difference does to a client that is built on our description: `breaking`, it sends what is refused or is sent
 * what it does not know; `warning`, it may; `info`, it does not.
 */
export type Impact = 'breaking' | 'warning' | 'info';

export const IMPACTS: readonly Impact[] = ['breaking', 'warning', 'info'];

export type Direction = 'request' | 'response';

/** Our description says otherwise than the published one. The shape is public: `compare --format json` prints it. */
export interface Difference {
  /** What kind of difference it is: `enum-changed`. */
  readonly rule: string;
  readonly impact: Impact;
  /** What differs of the things that the rule looks at: a name, a value, a keyword. */
  readonly subject: string;
  readonly message: string;
  readonly operationId: string;
  /** `response 200 body /status`, for people. */
  readonly at: string;
  /** How many more places have the same difference. */
  readonly more: number;
  readonly ours: DifferenceSide;
  readonly upstream: DifferenceSide;
  /** Id of the row of the fidelity list that tells of it. */
  readonly knownBy?: string;
}

/** One side of a difference: what is said there, and where. */
export interface DifferenceSide {
  /** Short; undefined where the side says nothing. */
  readonly value?: string;
  readonly place: SpecPlace;
}

/** What of either description was not compared, and why. */
export interface NotCompared {
  readonly side: 'ours' | 'upstream';
  readonly what: string;
  readonly place: SpecPlace;
  /** Id of the row of the fidelity list that is neither right nor wrong for it. */
  readonly row?: string;
}

/** A difference as it is found. */
export interface Draft {
  readonly rule: string;
  readonly impact: Impact;
  readonly subject: string;
  readonly message: string;
  /** The nearest place of each side, also of the one that says nothing. */
  readonly ours: Place;
  readonly upstream: Place;
  readonly oursValue?: unknown;
  readonly upstreamValue?: unknown;
}

/** A draft with all that only the walk knows. */
export interface Found extends Draft {
  readonly operationId: string;
  readonly direction: Direction;
  /** `response 200 body /status`; empty where it is of the operation as a whole. */
  readonly at: string;
}

/** What upstream's set of values is to ours: it holds more, fewer, or some more and some fewer. */
export type Change = 'wider' | 'narrower' | 'other';

/** Who reads breaks on more than it knows; who sends breaks on less than it may. */
export function impactOf(change: Change, direction: Direction): Impact {
  if (change === 'other') return 'breaking';
  return (change === 'wider') === (direction === 'response') ? 'breaking' : 'info';
}
