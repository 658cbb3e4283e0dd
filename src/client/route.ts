import type { Gate } from './gate.ts';

/** What the calls of one wait share. */
export interface Route {
  /** What each request has to pass. */
  readonly gate?: Gate | undefined;
  /** Called once, when the first request has got its turn, with how long that took, in milliseconds. */
  readonly onTurn?: ((waitedMs: number) => void) | undefined;
  /** The key of the last call: to be struck out of what is told later. */
  key?: string;
  /** How many requests were sent by all of them. */
  sent?: number;
  /** How long the last answer asked to wait, in milliseconds. Looked for only where there is this property. */
  asked?: number | undefined;
}
