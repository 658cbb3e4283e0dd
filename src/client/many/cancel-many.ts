import { call, nothingSent, paramsOf } from '../call/call.ts';
import { CANCEL } from '../call/client-operations.ts';
import { createThread } from '../call/operation.ts';
import { isBadKey } from '../call/read-back.ts';
import { isWorthWaiting } from '../call/retry-policy.ts';
import { abortedError } from '../call/time-limits.ts';
import type { Core } from '../core.ts';
import type { Enrichment, EnrichmentRef } from '../enrichment.ts';
import {
  argumentError,
  type ExaError,
  InvalidArgumentError,
  isConfigurationError,
  isControlFlow,
} from '../errors.ts';
import { callSafely } from '../hooks.ts';
import { checkHeaders } from '../http/headers.ts';
import {
  checkOptions,
  MANY_OPTIONS,
  type RequestOptions,
  WAIT_OPTIONS,
  type WaitOptions,
} from '../options.ts';
import { isPaymentRequiredError, isPermissionDeniedError, isRateLimitError } from '../status-errors.ts';
import { type CancelOutcome, cancelAndWait, cancelSettled } from '../wait/wait-for-end.ts';
import { concurrently, type Plan } from './concurrency.ts';

/** Options of `cancelMany`. `Ref` is what the input gives: references, with whatever else they hold. */
export interface ManyOptions<Ref extends EnrichmentRef = EnrichmentRef> extends RequestOptions {
  /**
   * How many references are worked on at a time. Default 4. However high it is, no more than 10 of them wait for their
   * first request to be sent, and that wait counts towards no time limit.
   */
  readonly concurrency?: number | undefined;
  /** Ends everything at once: what is under way settles as aborted, and then the iteration rejects. */
  readonly signal?: AbortSignal | undefined;
  /** Also wait until each has ended, as `cancelAndWait` does. Default false. */
  readonly wait?: boolean | Pick<WaitOptions, 'pollInterval' | 'maxPollInterval' | 'timeout'> | undefined;
  /** Ends the run once so many references have failed. Default: no limit. */
  readonly maxFailures?: number | undefined;
  /**
   * Says of which references an earlier cancel may have gone through: in a run before this one, say. Each of them is read
   * first, and cancelled only if it is pending still; a refusal of that cancel is settled by a read too.
   */
  readonly readFirst?: ((ref: Ref, index: number) => boolean) | undefined;
  /**
   * Called, and awaited, when it is the turn of a reference and before its first cancel leaves; not where a read settles
   * it. The place to write down what is about to be done. If it fails, that cancel is not sent, and the run ends with
   * what it threw.
   */
  readonly beforeCancel?: ((ref: Ref, index: number) => void | Promise<void>) | undefined;
  /** Called whenever a reference is settled. What it throws is logged, and changes nothing. */
  readonly onProgress?: ((progress: ManyProgress) => void) | undefined;
}

/** Where a run stands. */
export interface ManyProgress {
  /** How many are settled, the failed ones included. */
  readonly done: number;
  /** How many of them failed. */
  readonly failed: number;
}

/** What became of one reference. */
export type ManyResult<Ref> = {
  /** As the input gave it. */
  readonly ref: Ref;
  /** Its place in the input, from 0. */
  readonly index: number;
} & (
  | {
      /** Its cancel was accepted, or it has ended. */
      readonly ok: true;
      /** As it was answered, or read last. */
      readonly enrichment: Enrichment;
      /** How it ended, if it was waited for. */
      readonly outcome?: CancelOutcome['outcome'];
    }
  | {
      readonly ok: false;
      /** Why it failed, and by `mayHaveSucceeded` whether it may be cancelled all the same. */
      readonly error: ExaError;
    }
);

/** Any source of references: an array, a generator, the lines of a file. Taken from only as fast as it is worked on. */
export type Many<Ref> = Iterable<Ref> | AsyncIterable<Ref>;

/** Cancels one after the other, a few at a time, and yields what became of each as soon as it is known. */
export async function* cancelMany<Ref extends EnrichmentRef>(
  core: Core,
  refs: Many<Ref>,
  options: ManyOptions<Ref> = {},
): AsyncGenerator<ManyResult<Ref>, void, undefined> {
  const {
    concurrency = 4,
    maxFailures = Number.POSITIVE_INFINITY,
    signal,
    onProgress,
    ...how
  } = optionsOf(options);
  /** Why no more is tried. In an object, since any value may be thrown. */
  let stopped: { readonly by: unknown } | undefined;
  let done = 0;
  let failed = 0;
  let cut = false;
  const work: Plan<Ref, ManyResult<Ref>>['work'] = async (ref, index, stop, onTurn) => {
    let result: ManyResult<Ref>;
    try {
      const beforeChange =
        how.beforeCancel &&
        (async () => {
          try {
            await how.beforeCancel?.(ref, index);
          } catch (error) {
            stopped ??= { by: error };
            throw error;
          }
        });
      const { enrichment, outcome } = await cancelOne(
        core,
        ref,
        index,
        how,
        stop,
        createThread({ inBulk: true, onTurn, beforeChange }),
      );
      result = { ref, index, ok: true, enrichment, ...(outcome && { outcome }) };
    } catch (caught) {
      if (isControlFlow(caught)) stopped ??= { by: caught };
      const error = argumentError(caught);
      failed++;
      cut ||= error.code === 'aborted';
      if (isForAll(error) || failed >= maxFailures) stopped ??= { by: error };
      result = { ref, index, ok: false, error };
    }
    done++;
    if (onProgress) callSafely(() => onProgress({ done, failed }), core.logger);
    return result;
  };
  let isThereMore: boolean | undefined = false;
  yield* concurrently(iteratorOf(refs), {
    concurrency,
    signal,
    enough: () => stopped !== undefined,
    work,
    onRest: (rest) => {
      isThereMore = rest;
    },
  });
  if (stopped) throw stopped.by;
  // Aborted when all was done, there is nothing left that could fail.
  if (signal?.aborted && (cut || isThereMore !== false))
    throw nothingSent(abortedError(signal), 'cancel the rest');
}

type How<Ref extends EnrichmentRef> = Omit<
  ManyOptions<Ref>,
  'concurrency' | 'maxFailures' | 'signal' | 'onProgress'
>;

/** Cancels one of many, and waits for its end if that is wanted. */
async function cancelOne<Ref extends EnrichmentRef>(
  core: Core,
  ref: Ref,
  index: number,
  { wait, readFirst, headers, fetchOptions, shouldRetry }: How<Ref>,
  signal: AbortSignal,
  thread: ReturnType<typeof createThread>,
): Promise<{ readonly enrichment: Enrichment; readonly outcome?: CancelOutcome['outcome'] }> {
  const options = { headers, fetchOptions, shouldRetry, signal };
  const errand = { thread, readFirst: readFirst?.(ref, index) === true };
  if (wait) return cancelAndWait(core, ref, { ...(wait === true ? {} : wait), ...options }, errand);
  const params = (): ReturnType<typeof paramsOf> => paramsOf(ref);
  if (!errand.readFirst) return { enrichment: await call(core, CANCEL, params, options, thread) };
  const { enrichment, refusal } = await cancelSettled(core, params, options, errand);
  if (refusal) throw refusal;
  return { enrichment };
}

/**
 * No other reference can fare better now: there is no key, it is refused or may not do this, its credits are spent, or
 * the server wants to be left alone for longer than anybody waits.
 */
function isForAll(error: ExaError): boolean {
  if (isRateLimitError(error)) return !isWorthWaiting(error.retryAfterMs ?? 0);
  return (
    isBadKey(error) ||
    isConfigurationError(error) ||
    isPaymentRequiredError(error) ||
    isPermissionDeniedError(error)
  );
}

/** Each read once, and held against what it must be. */
function optionsOf<Ref extends EnrichmentRef>(given: ManyOptions<Ref>): ManyOptions<Ref> {
  try {
    checkOptions(given, MANY_OPTIONS, InvalidArgumentError);
    const options = { ...given, headers: checkHeaders(given.headers, InvalidArgumentError) };
    const { wait, signal } = options;
    if (typeof wait !== 'object') return options;
    checkOptions({ ...wait, signal }, WAIT_OPTIONS, InvalidArgumentError);
    return { ...options, wait: { ...wait } };
  } catch (error) {
    throw argumentError(error);
  }
}

function iteratorOf<T>(input: Many<T>): Iterator<T> | AsyncIterator<T> {
  const { [Symbol.asyncIterator]: many, [Symbol.iterator]: plain } = Object(input);
  const make = many ?? plain;
  const iterator = typeof make === 'function' ? make.call(input) : undefined;
  if (typeof iterator?.next !== 'function')
    throw new InvalidArgumentError('The references must be iterable, such as an array.');
  return iterator;
}
