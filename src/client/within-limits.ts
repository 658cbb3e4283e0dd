import { abortedError } from './end-errors.ts';
import { onAbort } from './on-abort.ts';
import type { Runtime } from './runtime.ts';
import { Scope } from './scope.ts';

/**
 * Runs the work until it settles or is ended: then this rejects at once, even if the work takes no notice. Once this
 * has settled, no timer and no listener is left.
 */
export function withinLimits<T>(
  runtime: Runtime,
  ms: number,
  signal: AbortSignal | undefined,
  timedOut: (scope: Scope) => Error,
  work: (scope: Scope) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(abortedError(signal));
    const scope = new Scope();
    const stop = (error: Error): void => {
      settle();
      reject(error);
      scope.end(error);
    };
    // The signal first: it is not ours, and may throw. Then there must be no timer.
    const unlink = onAbort(signal, () => stop(abortedError(signal)));
    const stopTimer = runtime.after(ms, () => stop(timedOut(scope)));
    const settle = (): void => {
      stopTimer();
      unlink();
    };
    work(scope).then(
      (value) => {
        settle();
        resolve(value);
      },
      (error) => {
        settle();
        reject(error);
      },
    );
  });
}
