import type { BehaviourOptions } from './behaviour.ts';
import type { SimulatorClock } from './clock.ts';
import type { WebsetSeed } from './seed.ts';

/** What a simulator can be told. Everything has a default; times are in milliseconds. */
export interface SimulatorOptions extends BehaviourOptions {
  /** Makes ids, request ids and dice rolls: the same seed gives the same bytes. Default 1. */
  readonly seed?: number;
  /**
   * - `'manual'`: time stands still until `advance`;
   * - `'real'`: time runs from now on;
   * - a clock of your own.
   *
   * Default: as `'manual'`, starting at 2026-01-15T09:30:00Z, but running once it listens on a socket: there
   * is nobody behind a socket to step it.
   */
  readonly clock?: 'manual' | 'real' | SimulatorClock;
  /** The Websets at the start. Default: one, with one enrichment that runs. */
  readonly websets?: readonly WebsetSeed[];
  /** The keys that are accepted. Default: every key of printable ASCII. */
  readonly keys?: readonly string[];
  /** Requests a second for each key, as published: 10. */
  readonly rateLimit?: number | 'off';
  /** How many requests the log keeps. Default 1000. */
  readonly logLimit?: number;
}
