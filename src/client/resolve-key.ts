import type { Core } from './core.ts';
import { abortedError, timeoutError } from './end-errors.ts';
import { withinLimits } from './within-limits.ts';

/** The key, checked. A function that gives it has no more time than the call, and ends with it. */
export function resolveKey(
  core: Core,
  ms: number,
  signal: AbortSignal | undefined,
): string | Promise<string> {
  if (signal?.aborted) throw abortedError(signal);
  const key = core.key();
  if (typeof key === 'string') return key;
  // It may have aborted the call itself, and then nobody waits for it.
  key.catch(() => {});
  return withinLimits(
    core.runtime,
    ms,
    signal,
    () => timeoutError('key', ms),
    () => key,
  );
}
