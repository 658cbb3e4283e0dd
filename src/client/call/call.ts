import type { Core } from '../core.ts';
import type { EnrichmentRef } from '../enrichment.ts';
import {
  annotate,
  argumentError,
  ConfigurationError,
  type ExaError,
  InvalidArgumentError,
  isControlFlow,
  reworded,
} from '../errors.ts';
import { addressOf } from '../http/address.ts';
import { checkHeaders } from '../http/headers.ts';
import { CALL_OPTIONS, type CallOptions, checkOptions, withLimits } from '../options.ts';
import { attemptUntilDone } from './attempts.ts';
import {
  type Call,
  createThread,
  type Operation,
  type Params,
  type Progress,
  type Thread,
} from './operation.ts';
import { isInDoubt } from './read-back.ts';
import { abortedError, timeoutError, withinLimits } from './time-limits.ts';

/** The two ids of a reference, each read once, so that what is checked is what is sent. */
export function paramsOf(ref: EnrichmentRef): Params {
  const given = Object(ref) as Partial<EnrichmentRef>;
  const { webset, enrichment } = given;
  if (webset === undefined || enrichment === undefined)
    throw new InvalidArgumentError(
      'the reference must be one object with the keys `webset` and `enrichment`, which hold the two ids.',
    );
  return { webset, id: enrichment };
}

/** Calls an operation: checked before anything is sent, then tried until it is settled. */
export async function call<Result>(
  core: Core,
  operation: Operation<Result>,
  params: () => Params,
  options?: CallOptions,
  thread: Thread = createThread(),
): Promise<Result> {
  const progress = { attempts: 0, mayHaveSucceeded: false };
  let url = '';
  try {
    const ids = params();
    checkOptions(options, CALL_OPTIONS, InvalidArgumentError);
    checkPlatform();
    url = addressOf(core.baseUrl, operation.path, ids);
    const limits = withLimits(core.limits, options);
    const signal = options?.signal;
    const deadline = core.runtime.now() + limits.totalTimeout;
    const given = keyWithin(core, limits.totalTimeout, signal);
    // Not awaited in vain: that would cost a turn on every call.
    const key = typeof given === 'string' ? given : await given;
    thread.key = key;
    const ready: Call<Result> = {
      operation,
      params: ids,
      url,
      key,
      headers: options?.headers ? checkHeaders(options.headers, InvalidArgumentError) : {},
      fetchOptions: options?.fetchOptions ?? core.defaults.fetchOptions,
      shouldRetry: options?.shouldRetry ?? core.defaults.shouldRetry,
      limits,
      signal,
      deadline,
      thread,
    };
    if (operation.settle) thread.isRepeated = core.cancels.has(url);
    try {
      const result = await attemptUntilDone(core, ready, progress);
      if (operation.settle) remember(core, url);
      return result;
    } catch (error) {
      if (!operation.settle || !isInDoubt(error, progress, thread.isRepeated)) throw error;
      progress.mayHaveSucceeded = true;
      return await operation.settle(core, ready, error, progress);
    }
  } catch (error) {
    if (operation.settle && progress.mayHaveSucceeded) remember(core, url);
    if (isControlFlow(error)) throw error;
    throw conclude(argumentError(error), operation.action, progress);
  }
}

/** So many cancels are remembered, which is some 150 kB at most as ids are. */
const MOST_REMEMBERED = 1000;

/** A second cancel that is refused may be refused because of this one. */
function remember({ cancels }: Core, url: string): void {
  cancels.delete(url);
  cancels.add(url);
  const [oldest = ''] = cancels;
  if (cancels.size > MOST_REMEMBERED) cancels.delete(oldest);
}

/** Test environments such as bare jsdom take away what openapi-fetch makes requests of. */
function checkPlatform(): void {
  if (typeof globalThis.Request === 'function') return;
  throw new ConfigurationError(
    'there is no `Request` here, which comes with `fetch`. Run where both are, or define them globally.',
  );
}

/** The key, checked. A function that gives it has no more time than the call, and ends with it. */
function keyWithin(core: Core, ms: number, signal: AbortSignal | undefined): string | Promise<string> {
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

/** Writes the whole message: what failed, why and what to do, and what it means for the enrichment. */
export function conclude<E extends ExaError>(error: E, action: string, progress: Progress): E {
  const { attempts, mayHaveSucceeded } = progress;
  const tries = attempts > 1 ? ` after ${attempts} attempts` : '';
  const message = `Failed to ${action}${tries}: ${error.message} ${outcome(error, attempts, mayHaveSucceeded)}`;
  return annotate(reworded(error, message.trimEnd()), { attempts, mayHaveSucceeded });
}

/** Nothing of a call was sent: this is why. */
export function nothingSent(error: unknown, action: string): ExaError {
  return conclude(argumentError(error), action, { attempts: 0, mayHaveSucceeded: false });
}

function outcome({ enrichment }: ExaError, attempts: number, mayHaveSucceeded: boolean): string {
  if (attempts === 0) return 'Nothing was sent.';
  if (enrichment) return `Read back, it is ${enrichment.status}.`;
  return mayHaveSucceeded ? 'It may have taken effect: read the enrichment back.' : '';
}
