import { attempt } from './attempt.ts';
import type { Call } from './call.ts';
import type { Core } from './core.ts';
import { abortedError, timeoutError } from './end-errors.ts';
import type { ExaError } from './errors/exa-error.ts';
import { isRateLimitError } from './errors/status-errors.ts';
import type { Progress } from './progress.ts';
import { delayAfter, isTransient, isWorthWaiting } from './retry-policy.ts';
import { sleep } from './sleep.ts';

/** Sends requests until one of them settles the call, and keeps count in `progress`. */
export async function attemptUntilDone<Result>(
  core: Core,
  call: Call<Result>,
  progress: Progress,
): Promise<Result> {
  const { operation, limits, signal, deadline, gate, key, url } = call;
  const { runtime, notify } = core;
  for (;;) {
    await gate?.pass(signal);
    const remainingMs = deadline - runtime.now();
    if (remainingMs <= 0) throw timeoutError('total', limits.totalTimeout);
    const number = ++progress.attempts;
    try {
      return await attempt(core, call, number, remainingMs);
    } catch (caught) {
      const error = caught as ExaError;
      progress.mayHaveSucceeded ||= operation.changes && error.mayHaveSucceeded;
      const delayMs = delayAfter(error, number - 1, runtime.random());
      if (isRateLimitError(error)) gate?.close(delayMs);
      const again = number <= limits.maxRetries && isTransient(error);
      if (!again || !isWorthWaiting(delayMs, deadline - runtime.now())) throw error;
      notify?.('onRetry', { action: operation.action, url, attempt: number, error, delayMs }, key);
      await sleep(runtime, delayMs, signal, () => abortedError(signal));
    }
  }
}
