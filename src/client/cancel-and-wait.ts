import { argumentError } from './argument-error.ts';
import { call } from './call.ts';
import { checkOptions, WAIT_OPTIONS } from './check-options.ts';
import { conclude } from './conclude.ts';
import type { Core } from './core.ts';
import type { Enrichment, EnrichmentRef } from './enrichment.ts';
import { annotate, type ExaError } from './errors/exa-error.ts';
import { InvalidArgumentError } from './errors/invalid-argument-error.ts';
import { isConflictError } from './errors/status-errors.ts';
import { CANCEL, GET } from './operations.ts';
import type { Route } from './route.ts';
import type { CancelOutcome, WaitOptions } from './wait.ts';
import { waitForEnd } from './wait-for-end.ts';

/** Cancels, then reads the enrichment until it has ended. */
export async function cancelAndWait(
  core: Core,
  given: EnrichmentRef,
  options?: WaitOptions,
  { gate, onTurn }: Pick<Route, 'gate' | 'onTurn'> = {},
): Promise<CancelOutcome> {
  let ref: EnrichmentRef;
  let wait: WaitOptions;
  try {
    const { webset, enrichment } = Object(given) as EnrichmentRef;
    ref = { webset, enrichment };
    checkOptions(options, WAIT_OPTIONS, InvalidArgumentError);
    wait = { ...options };
  } catch (error) {
    throw conclude(argumentError(error), CANCEL.action, { attempts: 0, mayHaveSucceeded: false });
  }
  const { pollInterval = 1000, timeout = 300_000, signal } = wait;
  let started = core.runtime.now();
  const route: Route = {
    gate,
    asked: undefined,
    onTurn(waitedMs) {
      started += waitedMs;
      onTurn?.(waitedMs);
    },
  };
  const limits = { signal, totalTimeout: Math.min(core.limits.totalTimeout, timeout) };
  let seen: Enrichment;
  try {
    seen = await call(core, CANCEL, ref, limits, route);
  } catch (error) {
    // Refused as too late? Nothing is published about that; the enrichment itself knows.
    if (!isConflictError(error)) throw error;
    const left = Math.max(1, Math.min(limits.totalTimeout, started + timeout - core.runtime.now()));
    const refused = (failure: ExaError): never => {
      const { mayHaveSucceeded } = error;
      throw annotate(failure, { attempts: route.sent ?? 0, mayHaveSucceeded });
    };
    const reading = (): Promise<Enrichment> => call(core, GET, ref, { signal, totalTimeout: left }, route);
    seen =
      error.enrichment ??
      (await reading().catch((failure) => refused(failure.code === 'aborted' ? failure : error)));
    if (seen.status === 'pending') refused(error);
  }
  return waitForEnd(core, ref, seen, { ...wait, pollInterval, timeout, started }, route);
}
