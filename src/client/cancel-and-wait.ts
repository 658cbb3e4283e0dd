import { call } from './call.ts';
import { checkOptions, WAIT_OPTIONS } from './check-options.ts';
import type { Core } from './core.ts';
import type { Enrichment, EnrichmentRef } from './enrichment.ts';
import { InvalidArgumentError } from './errors/invalid-argument-error.ts';
import { isConflictError } from './errors/status-errors.ts';
import type { Gate } from './gate.ts';
import { CANCEL, GET } from './operations.ts';
import type { CancelOutcome, WaitOptions } from './wait.ts';
import { waitForEnd } from './wait-for-end.ts';

/** Cancels, then reads the enrichment until it has ended. */
export async function cancelAndWait(
  core: Core,
  given: EnrichmentRef,
  options: WaitOptions = {},
  gate?: Gate,
): Promise<CancelOutcome> {
  const { webset, enrichment } = Object(given) as EnrichmentRef;
  const ref = { webset, enrichment };
  checkOptions(options, WAIT_OPTIONS, InvalidArgumentError);
  const { pollInterval = 1000, timeout = 300_000, signal } = options;
  const started = core.runtime.now();
  const route = { gate, asked: undefined };
  const limits = { signal, totalTimeout: Math.min(core.limits.totalTimeout, timeout) };
  let seen: Enrichment;
  try {
    seen = await call(core, CANCEL, ref, limits, route);
  } catch (error) {
    // Refused as too late? Nothing is published about that; the enrichment itself knows.
    if (!isConflictError(error)) throw error;
    seen = error.enrichment ?? (await call(core, GET, ref, limits, route).catch(() => Promise.reject(error)));
    if (seen.status === 'pending') throw error;
  }
  return waitForEnd(core, ref, seen, { ...options, pollInterval, timeout, started }, route);
}
