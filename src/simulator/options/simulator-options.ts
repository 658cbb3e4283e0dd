import type { SimulatorClock } from '../clock.ts';
import type { FaultRule, Step } from '../faults/fault-plan.ts';
import type { NewEnrichment } from '../lifecycle.ts';
import type { BehaviourOptions } from '../scenarios.ts';
import type { RequestEntry } from '../serve/request-log.ts';
import type { SeenExchange } from '../serve/seen-exchange.ts';

/** What a simulator can be told. Everything has a default; times are in milliseconds. */
export interface SimulatorOptions extends BehaviourOptions {
  /**
   * Makes ids, request ids and dice rolls, the same ones for the same calls; with the clock `'manual'` the same calls give
   * the same bytes. Two simulators with one seed have the same ids. Default 1.
   */
  readonly seed?: number;
  /**
   * - `'real'` (default): time runs, from now on; `advance` moves it further;
   * - `'manual'`: time stands still at 2026-01-15T09:30:00Z until `advance` moves it, so that the same calls give
   *   the same bytes. A client that waits for something then waits until somebody moves it;
   * - a clock of your own.
   */
  readonly clock?: 'manual' | 'real' | SimulatorClock;
  /** Where random numbers come from instead of the seed: in [0, 1), like `Math.random`. */
  readonly random?: () => number;
  /** Makes the ids of Websets and enrichments that have none, instead of the seed. Each must be new. */
  readonly createId?: (prefix: 'webset' | 'wenrich') => string;
  /** The Websets at the start. Default: one, with one enrichment that runs. */
  readonly websets?: readonly WebsetSeed[];
  /** The keys that are accepted. Default: every key of printable ASCII. */
  readonly keys?: readonly string[];
  /** Keys that are refused, whatever `keys` says. Default: none. */
  readonly badKeys?: readonly string[];
  /** Requests a second for each key. Default 10, as published. */
  readonly rateLimit?: number | 'off';
  /** What any request may meet: the first rule that strikes wins. */
  readonly faults?: readonly FaultRule[];
  /** What the first requests meet, one step for each, before the rules hold. */
  readonly script?: readonly Step[];
  /** How many requests the log keeps. Default 1000. */
  readonly logLimit?: number;
  /** Called with every request once its answer is decided. */
  readonly onRequest?: (entry: RequestEntry) => void;
  /** Called with every request and the whole answer that gets there: for recording. Keys are redacted. */
  readonly onExchange?: (exchange: SeenExchange) => void;
}

/** An enrichment to start with. What is left out is made; how it behaves is taken from the server. */
export interface EnrichmentSeed extends BehaviourOptions, Partial<Omit<NewEnrichment, 'websetId'>> {}

/** A Webset to start with. */
export interface WebsetSeed {
  readonly id?: string;
  /** Any characters, at most 300. One that is `.` or `..` can not be addressed by any URL. */
  readonly externalId?: string;
  readonly enrichments?: readonly EnrichmentSeed[];
}
