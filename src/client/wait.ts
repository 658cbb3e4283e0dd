import type { Enrichment } from './enrichment.ts';
import type { PollEvent } from './hooks.ts';

/** Options of `cancelAndWait`. Times in milliseconds. */
export interface WaitOptions {
  /** The wait before the first read; it grows by half each time, up to 10 s. Default 1000. */
  readonly pollInterval?: number | undefined;
  /** For the whole: the cancel, the waits and every read. Default 300 000. */
  readonly timeout?: number | undefined;
  /** Ends the wait at once. It does not take the cancel back. */
  readonly signal?: AbortSignal | undefined;
  /** Called after each read. What it throws is logged, and changes nothing. */
  readonly onPoll?: ((event: PollEvent) => void) | undefined;
}

/** How it ended. */
export interface CancelOutcome {
  /** `completed`: the enrichment was faster than the cancel. */
  readonly outcome: 'canceled' | 'completed';
  readonly enrichment: Enrichment;
  /** How many times the enrichment was read after the cancel, failed reads included. */
  readonly polls: number;
  /** How long the whole took, in milliseconds. */
  readonly elapsedMs: number;
}
