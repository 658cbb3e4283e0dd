import type { TimeoutPhase } from './errors/timeout-error.ts';
import { onAbort } from './on-abort.ts';
import type { Runtime } from './runtime.ts';

/** What ends a piece of work from outside: time and the caller's signal, with the error that each means. */
export interface Ends {
  readonly ms: number;
  readonly signal: AbortSignal | undefined;
  timedOut(scope: Scope): Error;
  aborted(): Error;
}

/** What the work knows of its ends, and they of it. */
export interface Scope {
  /** Lives as long as the work and no longer, so that nothing that listens to it can leak. */
  readonly signal: AbortSignal;
  /** What the work is waiting for. */
  phase: TimeoutPhase;
  /** Lets go of what the work holds and the signal may not reach. */
  release?: () => void;
}

/**
 * Runs the work until it settles or is ended: then this rejects at once, even if the work takes no notice. Once this
 * has settled, no timer and no listener is left.
 */
export function withinLimits<T>(
  runtime: Runtime,
  { ms, signal, timedOut, aborted }: Ends,
  work: (scope: Scope) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(aborted());
    const controller = new AbortController();
    const scope: Scope = { signal: controller.signal, phase: 'headers' };
    const stop = (error: Error): void => {
      settle();
      reject(error);
      controller.abort(error);
      scope.release?.();
    };
    const stopTimer = runtime.after(ms, () => stop(timedOut(scope)));
    const unlink = onAbort(signal, () => stop(aborted()));
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
