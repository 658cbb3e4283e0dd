import { call } from './call.ts';
import { checkOptions, WAIT_OPTIONS } from './check-options.ts';
import type { Core } from './core.ts';
import type { Enrichment } from './enrichment.ts';
import { InvalidArgumentError } from './errors/invalid-argument-error.ts';
import { isConflictError } from './errors/status-errors.ts';
import type { Gate } from './gate.ts';
import type { PollEvent } from './hooks.ts';
import type { Ids } from './operation.ts';
import { CANCEL, GET } from './operations.ts';
import { waitForEnd } from './wait-for-end.ts';

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

/** Cancels, then reads the enrichment until it has ended. */
export async function cancelAndWait(
  core: Core,
  ids: Ids,
  options: WaitOptions = {},
  gate?: Gate,
): Promise<CancelOutcome> {
  checkOptions(options, WAIT_OPTIONS, InvalidArgumentError);
  const { pollInterval = 1000, timeout = 300_000, signal } = options;
  const started = core.runtime.now();
  const limits = { signal, totalTimeout: Math.min(core.limits.totalTimeout, timeout) };
  let seen: Enrichment;
  try {
    seen = await call(core, CANCEL, ids, limits, gate);
  } catch (error) {
    // Refused as too late? Nothing is published about that; the enrichment itself knows.
    if (!isConflictError(error)) throw error;
    seen = error.enrichment ?? (await call(core, GET, ids, limits, gate).catch(() => Promise.reject(error)));
    if (seen.status === 'pending') throw error;
  }
  return waitForEnd(core, ids, seen, { ...options, pollInterval, timeout, started }, gate);
}
