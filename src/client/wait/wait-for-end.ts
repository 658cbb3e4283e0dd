import { call, conclude, nothingSent, paramsOf } from '../call/call.ts';
import { CANCEL, GET } from '../call/client-operations.ts';
import { createThread, type Params, type Thread } from '../call/operation.ts';
import { isSettledByRead } from '../call/read-back.ts';
import { parseRetryAfter } from '../call/retry-after.ts';
import { isPassing } from '../call/retry-policy.ts';
import { abortedError, sleep } from '../call/time-limits.ts';
import type { Core } from '../core.ts';
import type { Enrichment, EnrichmentRef } from '../enrichment.ts';
import {
  annotate,
  CancelNotConfirmedError,
  type ExaError,
  InvalidArgumentError,
  isControlFlow,
  isTimeoutError,
  reworded,
} from '../errors.ts';
import { callSafely } from '../hooks.ts';
import { checkHeaders } from '../http/headers.ts';
import { type CallOptions, checkOptions, WAIT_OPTIONS, type WaitOptions } from '../options.ts';
import { redact } from '../redact.ts';
import type { StatusError } from '../status-errors.ts';
import { pollDelay } from './poll-policy.ts';

/** How it ended. */
export interface CancelOutcome {
  /** `completed`: the enrichment was faster than the cancel. */
  readonly outcome: 'canceled' | 'completed';
  /** As it was read last. */
  readonly enrichment: Enrichment;
  /** How many times the enrichment was read after the cancel, failed reads included. */
  readonly polls: number;
  /** How long the whole took, in milliseconds, without the waits for a turn. */
  readonly elapsedMs: number;
}

/** A cancel of one of many: what its thread is, and how it begins. */
export interface Errand {
  readonly thread: Thread;
  /** An earlier cancel of it may have gone through: it is read first, and cancelled only if it is pending. */
  readonly readFirst?: boolean;
}

/** What is known of a cancel while its end is waited for. */
type CancelState = 'accepted' | 'in doubt' | 'none';

/** How a cancel was settled. */
interface Settled {
  readonly enrichment: Enrichment;
  /** Pending still, and this cancel was refused: perhaps because one before it is being carried out. */
  readonly refusal?: ExaError;
}

/** How many reads in a row may fail for a passing reason. */
const MAX_FAILURES = 5;

/** A wait, checked: each id and each option was read once. */
interface Wait extends WaitOptions {
  readonly params: Params;
  readonly pollInterval: number;
  readonly maxPollInterval: number;
  readonly timeout: number;
  readonly thread: Thread;
  /** How long it has lasted, in milliseconds, without the waits for a turn. */
  elapsed(): number;
}

function begin(core: Core, ref: EnrichmentRef, options: WaitOptions | undefined, thread: Thread): Wait {
  const params = paramsOf(ref);
  checkOptions(options, WAIT_OPTIONS, InvalidArgumentError);
  const { pollInterval = 1000, maxPollInterval = 10_000, timeout = 300_000, ...rest } = options ?? {};
  // Here, since of an iterator a second call would get none.
  const headers = checkHeaders(rest.headers, InvalidArgumentError);
  const started = core.runtime.now();
  const elapsed = (): number => core.runtime.now() - started - thread.queuedMs;
  return { ...rest, headers, params, pollInterval, maxPollInterval, timeout, thread, elapsed };
}

/** Cancels, then reads the enrichment until it has ended. */
export async function cancelAndWait(
  core: Core,
  ref: EnrichmentRef,
  options?: WaitOptions,
  { thread, readFirst = false }: Errand = { thread: createThread() },
): Promise<CancelOutcome> {
  let wait: Wait;
  try {
    wait = begin(core, ref, options, thread);
  } catch (error) {
    throw nothingSent(error, CANCEL.action);
  }
  const { params } = wait;
  const settled = await cancelSettled(core, () => params, callOptions(core, wait), {
    thread,
    readFirst,
  });
  return untilEnd(core, wait, settled.refusal ? 'in doubt' : 'accepted', settled);
}

/** Reads the enrichment until it has ended, and sends no cancel. */
export async function waitForEnd(
  core: Core,
  ref: EnrichmentRef,
  options?: WaitOptions,
): Promise<CancelOutcome> {
  let wait: Wait;
  try {
    wait = begin(core, ref, options, createThread());
  } catch (error) {
    throw nothingSent(error, GET.action);
  }
  return untilEnd(core, wait, 'none');
}

/** What a call within a wait may cost: no more time than is left. */
function callOptions(
  core: Core,
  { timeout, signal, headers, fetchOptions, shouldRetry, elapsed }: Wait,
): CallOptions {
  const left = Math.max(1, Math.ceil(timeout - elapsed()));
  return {
    signal,
    headers,
    fetchOptions,
    shouldRetry,
    totalTimeout: Math.min(core.limits.totalTimeout, left),
  };
}

/** Cancels; where that is refused, or in doubt, a read tells. */
export async function cancelSettled(
  core: Core,
  params: () => Params,
  options: CallOptions,
  { thread, readFirst = false }: Errand,
): Promise<Settled> {
  const started = core.runtime.now() - thread.queuedMs;
  const { totalTimeout = core.limits.totalTimeout } = options;
  const left = (): number => totalTimeout - (core.runtime.now() - started - thread.queuedMs);
  if (readFirst) {
    const first = await call(core, GET, params, options, thread).catch((error) => {
      // Of this run nothing but a read was sent; of an earlier one a cancel may have been.
      throw isControlFlow(error) ? error : annotate(error, { mayHaveSucceeded: true });
    });
    if (first.status !== 'pending') return { enrichment: first };
  }
  try {
    return { enrichment: await call(core, CANCEL, params, options, thread) };
  } catch (caught) {
    const error = caught as ExaError;
    if (isControlFlow(error)) throw error;
    // What an earlier run left in doubt is no less so because this one was refused.
    const mayHaveSucceeded = error.mayHaveSucceeded || readFirst;
    if (!isSettledByRead(error)) throw annotate(error, { mayHaveSucceeded });
    let seen = error.enrichment;
    if (!seen && left() > 0) {
      const reading = call(core, GET, params, { ...options, totalTimeout: left() }, thread);
      seen = await reading.catch((failure: ExaError) => {
        if (isControlFlow(failure)) throw failure;
        if (failure.code === 'aborted')
          throw annotate(failure, { attempts: thread.requests, mayHaveSucceeded });
        return undefined;
      });
    }
    if (seen && seen.status !== 'pending') return { enrichment: seen };
    const refusal = annotate(error, {
      attempts: thread.requests,
      mayHaveSucceeded,
      enrichment: seen && redact(seen, thread.key),
    });
    if (seen && (readFirst || thread.isRepeated)) return { enrichment: seen, refusal };
    throw refusal;
  }
}

/** Reads until it has ended. `settled` is what came of the cancel before it, if there was one. */
async function untilEnd(
  core: Core,
  wait: Wait,
  cancel: CancelState,
  settled?: Settled,
): Promise<CancelOutcome> {
  const { runtime, logger, notify } = core;
  const { params, timeout, signal, onPoll, thread, elapsed } = wait;
  const aim = cancel === 'none' ? 'see the enrichment end' : 'confirm the cancel';
  const mayHaveSucceeded = cancel !== 'none';
  const ref = { webset: String(params['webset']), enrichment: String(params['id']) };
  let enrichment = settled?.enrichment;
  let failure: ExaError | undefined;
  let failures = 0;
  let polls = 0;
  try {
    for (;;) {
      const status = enrichment?.status;
      if (enrichment && (status === 'canceled' || status === 'completed'))
        return { outcome: status, enrichment, polls, elapsedMs: elapsed() };
      const asked = failure
        ? (failure as StatusError).retryAfterMs
        : thread.headers && parseRetryAfter(thread.headers, runtime.date());
      const waits = polls - (settled ? 0 : 1);
      const delayMs =
        waits < 0 ? 0 : pollDelay({ ...wait, elapsed: elapsed(), waits, asked }, runtime.random());
      if (delayMs === undefined || failures > MAX_FAILURES) {
        const why = failures > MAX_FAILURES ? `${failures} reads in a row failed` : 'the time was up';
        throw new CancelNotConfirmedError(
          `Failed to ${aim}: ${why}. Call \`waitForEnd\` to wait on: it sends no cancel.`,
          // Where the last read was answered, what leaves a doubt is that the cancel was refused.
          { cause: failure ?? settled?.refusal, polls, elapsedMs: elapsed() },
        );
      }
      if (delayMs > 0)
        await sleep(runtime, delayMs, signal).catch(() => {
          throw conclude(abortedError(signal), aim, { attempts: 1, mayHaveSucceeded });
        });
      polls++;
      try {
        const options = {
          ...callOptions(core, wait),
          maxRetries: 0,
          totalTimeout: Math.max(1, Math.ceil(timeout - elapsed())),
        };
        enrichment = await call(core, GET, () => params, options, thread);
        failure = undefined;
        failures = 0;
      } catch (caught) {
        if (isControlFlow(caught)) throw caught;
        failure = caught as ExaError;
        failures++;
        if (!isPassing(failure) && !isTimeoutError(failure)) throw failure;
      }
      // A copy: what comes of the wait is not for those to change who watch it.
      const told = failure
        ? { error: failure }
        : enrichment && { enrichment: redact(enrichment, thread.key) };
      const event = { ref: { ...ref }, polls, elapsedMs: elapsed(), ...told };
      if (onPoll) callSafely(() => onPoll(event), logger);
      notify?.('onPoll', event, thread.key);
    }
  } catch (caught) {
    if (isControlFlow(caught)) throw caught;
    const error = caught as ExaError;
    if (cancel === 'accepted')
      reworded(error, `${error.message} The cancel was accepted before, and stands.`);
    throw annotate(error, {
      attempts: thread.requests,
      enrichment: enrichment && redact(enrichment, thread.key),
      mayHaveSucceeded,
    });
  }
}
