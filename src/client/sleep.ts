import { onAbort } from './on-abort.ts';
import type { Runtime } from './runtime.ts';

/** Waits; an abort ends the wait at once with the error that `aborted` makes. No timer or listener is left behind. */
export function sleep(
  runtime: Runtime,
  ms: number,
  signal: AbortSignal | undefined,
  aborted: () => Error,
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(aborted());
    const unlink = onAbort(signal, () => {
      stopTimer();
      unlink();
      reject(aborted());
    });
    const stopTimer = runtime.after(ms, () => {
      unlink();
      resolve();
    });
  });
}
