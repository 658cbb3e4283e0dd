import { call } from './call.ts';
import { conclude, reworded } from './conclude.ts';
import type { Core } from './core.ts';
import { abortedError } from './end-errors.ts';
import type { Enrichment, EnrichmentRef } from './enrichment.ts';
import { CancelNotConfirmedError } from './errors/cancel-not-confirmed-error.ts';
import { annotate, type ExaError } from './errors/exa-error.ts';
import type { StatusError } from './errors/status-error.ts';
import { callSafely } from './notify.ts';
import { GET } from './operations.ts';
import { pollDelay } from './poll-policy.ts';
import { redact } from './redact.ts';
import { isTransient } from './retry-policy.ts';
import type { Route } from './route.ts';
import { sleep } from './sleep.ts';
import type { CancelOutcome, WaitOptions } from './wait.ts';

/** How many reads in a row may fail for a passing reason. */
const MAX_FAILURES = 5;

/** What a wait goes by: `started` on the clock of the runtime, the others as in {@link WaitOptions}. */
interface Wait extends WaitOptions {
  readonly started: number;
  readonly pollInterval: number;
  readonly timeout: number;
}

/** Reads an enrichment whose cancel was accepted until it has ended. */
export async function waitForEnd(
  core: Core,
  ref: EnrichmentRef,
  accepted: Enrichment,
  { started, pollInterval, timeout, signal, onPoll }: Wait,
  route: Route,
): Promise<CancelOutcome> {
  const { runtime, logger, notify } = core;
  const elapsed = (): number => runtime.now() - started;
  let enrichment = accepted;
  let failure: ExaError | undefined;
  let failures = 0;
  let polls = 0;
  const aborted = (): Error =>
    conclude(abortedError(signal), 'confirm the cancel', { attempts: 1, mayHaveSucceeded: true });
  try {
    for (;;) {
      const { status } = enrichment;
      if (status === 'canceled' || status === 'completed') {
        return { outcome: status, enrichment, polls, elapsedMs: elapsed() };
      }
      const delayMs = pollDelay(
        { pollInterval, timeout, elapsed: elapsed(), polls, asked: route.asked },
        runtime.random(),
      );
      if (delayMs === undefined || failures > MAX_FAILURES)
        throw notConfirmed(failures, polls, elapsed(), failure);
      await sleep(runtime, delayMs, signal, aborted);
      polls++;
      try {
        const totalTimeout = Math.max(1, timeout - elapsed());
        enrichment = await call(core, GET, ref, { signal, maxRetries: 0, totalTimeout }, route);
        failure = undefined;
        failures = 0;
      } catch (caught) {
        failure = caught as ExaError;
        failures++;
        route.asked = (failure as StatusError).retryAfterMs;
        if (!isTransient(failure) && failure.code !== 'timeout') throw failure;
      }
      // A copy: what comes of the wait is not for those to change who watch it.
      const event = {
        ref: { ...ref },
        polls,
        elapsedMs: elapsed(),
        ...(failure ? { error: failure } : { enrichment: redact(enrichment, route.key) }),
      };
      if (onPoll) callSafely(() => onPoll(event), logger);
      notify?.('onPoll', event, route.key);
    }
  } catch (caught) {
    const error = caught as ExaError;
    const message = `${error.message} The cancel was accepted before, and stands.`;
    throw annotate(reworded(error, message), {
      attempts: route.sent ?? 0,
      enrichment: redact(enrichment, route.key),
      mayHaveSucceeded: true,
    });
  }
}

function notConfirmed(
  failures: number,
  polls: number,
  elapsedMs: number,
  cause: ExaError | undefined,
): CancelNotConfirmedError {
  const why = failures > MAX_FAILURES ? `${failures} reads in a row failed` : 'the time was up';
  return new CancelNotConfirmedError(
    `Failed to confirm the cancel: ${why}. Wait again, or read the enrichment.`,
    {
      cause,
      polls,
      elapsedMs,
    },
  );
}
