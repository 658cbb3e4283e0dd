import type { Node } from '../description/load/description.ts';
import type { SpecPlace } from '../finding.ts';

/**
 * What a difference does to a client that is built on our description: `breaking`, it sends what is refused or is sent
 * what it does not know; `warning`, it may; `info`, it does not.
 */
export type Impact = 'breaking' | 'warning' | 'info';

export const IMPACTS: readonly Impact[] = ['breaking', 'warning', 'info'];

export type Direction = 'request' | 'response';

/** One side of a difference: what is said there, and where. */
export interface Side {
  /** Short; undefined where the side says nothing. */
  readonly value?: string;
  readonly place: SpecPlace;
}

/** Our description says otherwise than the published one. The shape is public: `compare --format json` prints it. */
export interface Difference {
  /** Id of the rule: its file in `rules/`. */
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
  readonly ours: Side;
  readonly upstream: Side;
  /** Id of the row of the fidelity list that tells of it. */
  readonly knownBy?: string;
}

/** What a rule says of a difference. */
export interface Draft {
  readonly impact: Impact;
  readonly subject: string;
  readonly message: string;
  /** The nearest place of each side, also of the one that says nothing. */
  readonly ours: Node;
  readonly upstream: Node;
  readonly oursValue?: unknown;
  readonly upstreamValue?: unknown;
}
