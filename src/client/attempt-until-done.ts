import { argumentError } from './argument-error.ts';
import { attempt } from './attempt.ts';
import type { Core } from './core.ts';
import { abortedError, timeoutError } from './end-errors.ts';
import { isRateLimitError } from './errors/status-errors.ts';
import type { Call } from './operation.ts';
import type { Progress } from './progress.ts';
import { redactError } from './redact.ts';
import { delayAfter, isTransient, isWorthWaiting } from './retry-policy.ts';
import { sleep } from './sleep.ts';
import { takeTurn } from './take-turn.ts';

/**
 * Sends requests until one of them settles the call, and keeps count in `progress`. What it rejects with is an error
 * of ours, and without the key.
 */
export async function attemptUntilDone<Result>(
  core: Core,
  call: Call<Result>,
  progress: Progress,
): Promise<Result> {
  const { limits, signal } = call;
  const { gate } = call.route;
  const { runtime, notify } = core;
  for (;;) {
    const mayPass = !gate || (await takeTurn(runtime, gate, call));
    const remainingMs = call.deadline - runtime.now();
    if (!mayPass || remainingMs <= 0) throw timeoutError('total', limits.totalTimeout);
    const number = progress.attempts + 1;
    try {
      return await attempt(core, call, progress, remainingMs);
    } catch (caught) {
      const { operation, url, key } = call;
      const sent = progress.attempts === number;
      const error = redactError(argumentError(caught, sent), key);
      progress.mayHaveSucceeded ||= sent && operation.changes && error.mayHaveSucceeded;
      const delayMs = delayAfter(error, number - 1, runtime.random());
      if (isRateLimitError(error)) gate?.close(delayMs, error);
      const again = number <= limits.maxRetries && isTransient(error);
      if (!again || !isWorthWaiting(delayMs, call.deadline - runtime.now())) throw error;
      notify?.('onRetry', { action: operation.action, url, attempt: number, error, delayMs }, key);
      await sleep(runtime, delayMs, signal, () => abortedError(signal));
    } finally {
      call.route.sent = (call.route.sent ?? 0) + progress.attempts + 1 - number;
    }
  }
}
