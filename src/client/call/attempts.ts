import type { Core } from '../core.ts';
import { argumentError, type ExaError, isControlFlow } from '../errors.ts';
import { createTransport } from '../http/transport.ts';
import { redactError } from '../redact.ts';
import { isRateLimitError } from '../status-errors.ts';
import type { Call, Progress } from './operation.ts';
import { backoff, delayAfter, isPassing, isWorthWaiting } from './retry-policy.ts';
import { sleep, timeoutError, withinLimits } from './time-limits.ts';

/**
 * Sends requests until one of them settles the call, and keeps count in `progress`. What it rejects with is an error
 * of ours, and without the key.
 */
export async function attemptUntilDone<Result>(
  core: Core,
  call: Call<Result>,
  progress: Progress,
): Promise<Result> {
  const { operation, url, key, limits, signal, thread } = call;
  const { runtime, rateLimit, notify } = core;
  let putBack = 0;
  for (;;) {
    const waiting = takeTurn(core, call);
    // Not awaited in vain: that would cost a turn of the event loop on every call.
    if (waiting) await waiting;
    const remainingMs = call.deadline - runtime.now();
    if (remainingMs <= 0) throw timeoutError('total', limits.totalTimeout);
    const number = progress.attempts + 1;
    try {
      return await attempt(core, call, progress, remainingMs);
    } catch (caught) {
      if (isControlFlow(caught)) throw caught;
      const sent = progress.attempts === number;
      const error = redactError(argumentError(caught, sent), key);
      progress.mayHaveSucceeded ||= sent && operation.changes && error.mayHaveSucceeded;
      const isPutBack = thread.inBulk && isRateLimitError(error);
      const retries = number - 1;
      // Put back time and again, it must not come back at once each time.
      const least = isPutBack ? backoff(putBack++, runtime.random()) : 0;
      const delayMs = Math.max(least, delayAfter(error, retries, runtime.random()));
      if (isRateLimitError(error)) rateLimit.close(delayMs, error);
      const again = isPutBack || (number - putBack <= limits.maxRetries && wantsRetry(call, error, number));
      if (!again || !isWorthWaiting(delayMs, call.deadline - runtime.now())) throw error;
      notify?.('onRetry', { action: operation.action, url, attempt: number, error, delayMs }, key);
      await sleep(runtime, delayMs, signal);
    } finally {
      thread.requests += progress.attempts + 1 - number;
    }
  }
}

/** The caller decides if it does, else the policy; but an abort, or a time that is over, leaves nothing to decide. */
function wantsRetry({ shouldRetry }: Call<unknown>, error: ExaError, attempt: number): boolean {
  if (!shouldRetry || error.code === 'aborted' || error.code === 'configuration') return isPassing(error);
  try {
    return shouldRetry(error, attempt) ?? isPassing(error);
  } catch (thrown) {
    throw isControlFlow(thrown) ? thrown : argumentError(thrown);
  }
}

/**
 * Waits until the next request may go, which is no time of the call: it is our own limit that asks for it. Undefined if
 * it may go at once.
 */
function takeTurn({ runtime, rateLimit }: Core, call: Call<unknown>): Promise<void> | undefined {
  const { thread, signal, operation } = call;
  const isFirst = thread.requests === 0;
  const { beforeChange } = operation.changes && !thread.hasChanged ? thread : {};
  const turn = rateLimit.pass(!isFirst, signal);
  if (!turn && !beforeChange) {
    if (isFirst) thread.onTurn?.();
    return undefined;
  }
  const since = runtime.now();
  return (async () => {
    await turn;
    if (isFirst) thread.onTurn?.();
    await beforeChange?.();
    thread.hasChanged ||= operation.changes;
    const waitedMs = runtime.now() - since;
    call.deadline += waitedMs;
    thread.queuedMs += waitedMs;
  })();
}

/** Sends one request and makes sense of the answer, in time for both. */
function attempt<Result>(
  core: Core,
  call: Call<Result>,
  progress: Progress,
  remainingMs: number,
): Promise<Result> {
  const { timeout, totalTimeout } = call.limits;
  return withinLimits(
    core.runtime,
    Math.min(timeout, remainingMs),
    call.signal,
    ({ phase }) =>
      remainingMs < timeout ? timeoutError('total', totalTimeout) : timeoutError(phase, timeout),
    (running) => call.operation.run(core, call, createTransport(core, call, progress, running)),
  );
}
