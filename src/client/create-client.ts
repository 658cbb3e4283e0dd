import { call, paramsOf } from './call/call.ts';
import { CANCEL, GET } from './call/client-operations.ts';
import { createCore, type Http } from './core.ts';
import type { Enrichment, EnrichmentRef } from './enrichment.ts';
import { createRaw } from './http/raw.ts';
import { cancelMany, type Many, type ManyOptions, type ManyResult } from './many/cancel-many.ts';
import type { CallOptions, ClientOptions, WaitOptions } from './options.ts';
import { type Runtime, systemRuntime } from './runtime.ts';
import { type CancelOutcome, cancelAndWait, waitForEnd } from './wait/wait-for-end.ts';

/**
 * The client. Its functions never throw: each returns a promise, or an iteration, that rejects with an error of the
 * one family {@link ExaError}. None of them needs a `this`.
 */
export interface ExaClient {
  /**
   * Asks for a running enrichment to be stopped. A canceled enrichment can't be resumed (published).
   *
   * Resolves when the request was **accepted, which is not done**: the live API was observed to answer 200 with status
   * `pending`, and to show `canceled` only later. Use {@link cancelAndWait} to see how it ends. What a second cancel, or
   * the cancel of a completed enrichment, is answered with is neither published nor observed.
   *
   * Sends one POST without a body; up to `maxRetries` more if the connection fails for a passing reason, an attempt takes
   * too long, or the status is 408, 429, 500, 502, 503, 504, or one of Cloudflare's own (520 to 527, 529, 530), each after
   * 0.5 s, then 1 s, or as long as the server asks. If a further attempt, or a further call of
   * this client, is refused after an earlier one may have gone through, the enrichment is read to settle it. All calls of
   * a client share `requestsPerSecond`.
   *
   * What a framework steers by passes untouched: an error with a `digest`, as Next.js throws it out of `fetch`.
   *
   * @returns the enrichment as the API answers it, held against the schema
   * @throws {InvalidArgumentError} the reference or an option is not usable; nothing was sent
   * @throws {ConfigurationError} there is no usable key; nothing was sent
   * @throws {StatusError} an error status; there is a subclass for each that is published
   * @throws {ConnectionError} no complete answer
   * @throws {TimeoutError} `timeout` (30 s) for an attempt, or `totalTimeout` (120 s) for all, has passed
   * @throws {AbortedError} the signal was aborted
   * @throws {RedirectError} the server redirects; that is never followed
   * @throws {ResponseParseError} a success that is no JSON
   * @throws {ResponseValidationError} a success that is no enrichment
   * @throws {ResponseTooLargeError} a body above `maxResponseBytes` (1 MiB)
   * @example
   * const { status } = await exa.cancel({ webset: 'webset_01example', enrichment: 'wenrich_01example' });
   */
  cancel(ref: EnrichmentRef, options?: CallOptions): Promise<Enrichment>;

  /**
   * Reads an enrichment: the only way to learn how a cancel ended. One GET, tried again like {@link cancel}, and the
   * same errors; as it changes nothing, none of them has `mayHaveSucceeded`.
   *
   * @example
   * const { status, title } = await exa.get(ref, { headers: { traceparent } });
   */
  get(ref: EnrichmentRef, options?: CallOptions): Promise<Enrichment>;

  /**
   * Cancels, then reads the enrichment until it is `canceled`, or `completed` because it was faster: that is an outcome,
   * not an error. Reads after 1 s, then half as long again each time, up to 10 s apart, or as long as the server asks; a
   * canceled enrichment was observed to have changed 7.8 s after its creation.
   *
   * Where the cancel is refused as of something that has ended (400, 409, 410, 422), or may have gone through although it
   * failed, a read settles it: so it can be called again, and waits on where this client had a cancel accepted before. Up to
   * 5 failed reads in a row are passed over if they could be passing; the first other one, such as a 401, rejects.
   *
   * @throws {CancelNotConfirmedError} `timeout` (300 s) has passed, or too many reads failed; the cancel stands
   * @throws {AbortedError} the signal was aborted, which does **not** take the cancel back
   * @throws those of {@link cancel}; with `mayHaveSucceeded` set once the cancel was accepted
   * @example
   * const { outcome, enrichment } = await exa.cancelAndWait(ref, { timeout: 60_000 });
   */
  cancelAndWait(ref: EnrichmentRef, options?: WaitOptions): Promise<CancelOutcome>;

  /**
   * Reads an enrichment until it is `canceled` or `completed`, at once and then as {@link cancelAndWait} does. Sends no
   * cancel: to wait on after a {@link CancelNotConfirmedError}, or for one that was cancelled elsewhere.
   *
   * @throws {CancelNotConfirmedError} `timeout` (300 s) has passed, or too many reads failed
   * @throws those of {@link get}
   * @example
   * const { outcome } = await exa.waitForEnd(ref, { timeout: 600_000, maxPollInterval: 30_000 });
   */
  waitForEnd(ref: EnrichmentRef, options?: WaitOptions): Promise<CancelOutcome>;

  /**
   * Cancels many, a few at a time, and yields what became of each as soon as it is known, with its reference. The input
   * may be lazy and without end: no more of it is held than is worked on. The time that a reference may take counts from
   * its first request, and no wait for a turn is part of it; a 429 slows down all, and puts a reference back for as long
   * as it has time.
   *
   * A reference that fails is a result. The iteration itself rejects, once what was under way is settled, when no other
   * can fare better: no usable key, a key that is refused (401) or may not do this (403), credits spent (402), more than
   * a minute asked for by a 429, as many failures as `maxFailures`, or an abort before all was done; and when the input
   * or `beforeCancel` fails, with its own error. To leave the loop aborts what is under way.
   *
   * To go on with a run that was cut off, write down what is about to be sent in `beforeCancel`, and name in `readFirst`
   * those that were written down and not settled.
   *
   * @throws {InvalidArgumentError} the input is not iterable, or an option is not usable
   * @example
   * for await (const result of exa.cancelMany(refs, { wait: true }))
   *   console.log(result.ref.enrichment, result.ok ? result.outcome : result.error.message);
   */
  cancelMany<Ref extends EnrichmentRef>(
    refs: Many<Ref>,
    options?: ManyOptions<Ref>,
  ): AsyncGenerator<ManyResult<Ref>, void, undefined>;

  /**
   * The typed openapi-fetch client, for what the functions above don't offer, on the same transport: the key is added on
   * the way out, after any middleware; addresses are checked, redirects refused, pace, time and size limited. One call is
   * one request: nothing is tried again, an error status is returned and not thrown, and no body is held against the
   * schema.
   *
   * @throws {InvalidArgumentError} also where a middleware fails: `cause` is what it threw
   * @example
   * const { data, error } = await exa.raw.GET('/v0/websets/{webset}/enrichments/{id}', {
   *   params: { path: { webset: 'webset_01example', id: 'wenrich_01example' } },
   * });
   */
  readonly raw: Http;
}

/**
 * Makes a client for one server and one key. Nothing is sent, and the key is not looked for before the first call.
 *
 * @throws {ConfigurationError} at once, for options that can't be right; the only function here that throws
 * @example
 * const exa = createClient({ timeout: 10_000 }); // the key comes from EXA_API_KEY
 */
export function createClient(options?: ClientOptions): ExaClient {
  return createClientOn(systemRuntime, options);
}

/** {@link createClient} with time and chance in the hands of the caller: for tests. */
export function createClientOn(runtime: Runtime, options: ClientOptions = {}): ExaClient {
  const core = createCore(runtime, options);
  let raw: Http | undefined;
  return {
    cancel: (ref, callOptions) => call(core, CANCEL, () => paramsOf(ref), callOptions),
    get: (ref, callOptions) => call(core, GET, () => paramsOf(ref), callOptions),
    cancelAndWait: (ref, waitOptions) => cancelAndWait(core, ref, waitOptions),
    waitForEnd: (ref, waitOptions) => waitForEnd(core, ref, waitOptions),
    cancelMany: (refs, manyOptions) => cancelMany(core, refs, manyOptions),
    get raw() {
      raw ??= createRaw(core);
      return raw;
    },
  };
}
