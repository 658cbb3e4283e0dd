import { argumentError } from './argument-error.ts';
import { call } from './call.ts';
import { cancelAndWait } from './cancel-and-wait.ts';
import { checkOptions, MANY_OPTIONS, WAIT_OPTIONS } from './check-options.ts';
import { conclude } from './conclude.ts';
import { concurrently, type Plan } from './concurrently.ts';
import type { Core } from './core.ts';
import { abortedError } from './end-errors.ts';
import type { Enrichment, EnrichmentRef } from './enrichment.ts';
import { isConfigurationError } from './errors/configuration-error.ts';
import type { ExaError } from './errors/exa-error.ts';
import { InvalidArgumentError } from './errors/invalid-argument-error.ts';
import { isAuthenticationError, isBadRequestError, isRateLimitError } from './errors/status-errors.ts';
import { callSafely } from './notify.ts';
import { CANCEL } from './operations.ts';
import { isWorthWaiting } from './retry-policy.ts';
import type { CancelOutcome, WaitOptions } from './wait.ts';

/** Options of `cancelMany`. */
export interface ManyOptions {
  /**
   * How many references are worked on at a time. Default 4. However high it is, no more than 10 of them wait for their
   * first request to be sent, and that wait counts towards no time limit.
   */
  readonly concurrency?: number | undefined;
  /** Ends everything at once: what is under way settles as aborted, and then the iteration rejects. */
  readonly signal?: AbortSignal | undefined;
  /** Also wait until each has ended, as `cancelAndWait` does. Default false. */
  readonly wait?: boolean | Pick<WaitOptions, 'pollInterval' | 'timeout'> | undefined;
  /** Called whenever a reference is settled. What it throws is logged, and changes nothing. */
  readonly onProgress?: ((progress: ManyProgress) => void) | undefined;
}

/** Where a run stands. */
export interface ManyProgress {
  /** How many are settled, the failed ones included. */
  readonly done: number;
  readonly failed: number;
}

/** What became of one reference; `index` is its place in the input, from 0. */
export type ManyResult<Ref> = { readonly ref: Ref; readonly index: number } & (
  | {
      readonly ok: true;
      readonly enrichment: Enrichment;
      /** How it ended, if it was waited for. */
      readonly outcome?: CancelOutcome['outcome'];
    }
  | { readonly ok: false; readonly error: ExaError }
);

/** Any source of references: an array, a generator, the lines of a file. Taken from only as fast as it is worked on. */
export type Many<Ref> = Iterable<Ref> | AsyncIterable<Ref>;

/** Cancels one after the other, a few at a time, and yields what became of each as soon as it is known. */
export async function* cancelMany<Ref extends EnrichmentRef>(
  core: Core,
  refs: Many<Ref>,
  options: ManyOptions = {},
): AsyncGenerator<ManyResult<Ref>, void, undefined> {
  const { concurrency = 4, wait, signal, onProgress } = optionsOf(options);
  const waitOptions = typeof wait === 'object' ? wait : {};
  let refusal: ExaError | undefined;
  let done = 0;
  let failed = 0;
  const work: Plan<Ref, ManyResult<Ref>>['work'] = async (ref, index, stop, onTurn) => {
    const route = { gate: core.gate, onTurn };
    let result: ManyResult<Ref>;
    try {
      const { enrichment, outcome } = wait
        ? await cancelAndWait(core, ref, { ...waitOptions, signal: stop }, route)
        : { enrichment: await call(core, CANCEL, ref, { signal: stop }, route), outcome: undefined };
      result = { ref, index, ok: true, enrichment, ...(outcome && { outcome }) };
    } catch (caught) {
      const error = caught as ExaError;
      if (isForAll(error)) refusal ??= error;
      failed++;
      result = { ref, index, ok: false, error };
    }
    done++;
    if (onProgress) callSafely(() => onProgress({ done, failed }), core.logger);
    return result;
  };
  yield* concurrently(iteratorOf(refs), { concurrency, signal, enough: () => refusal !== undefined, work });
  if (refusal) throw refusal;
  if (signal?.aborted)
    throw conclude(abortedError(signal), 'cancel the rest', { attempts: 0, mayHaveSucceeded: false });
}

/** As it was observed, and as a service says it: nothing that an id in a message could be taken for. */
const BAD_KEY = /\((x-api-key header is invalid|invalid api key)[,)]/i;

/**
 * No other reference can fare better now: there is no key, it is refused (observed as a 400 too), or the server wants
 * to be left alone for longer than anybody waits.
 */
function isForAll(error: ExaError): boolean {
  if (isBadRequestError(error)) return BAD_KEY.test(error.message);
  if (isRateLimitError(error)) return !isWorthWaiting(error.retryAfterMs ?? 0, Number.POSITIVE_INFINITY);
  return isAuthenticationError(error) || isConfigurationError(error);
}

/** Each read once, and held against what it must be. */
function optionsOf(given: ManyOptions): ManyOptions {
  try {
    checkOptions(given, MANY_OPTIONS, InvalidArgumentError);
    const options = { ...given };
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
