import type { Many, ManyOptions, ManyResult } from './cancel-many.ts';
import type { Http } from './core.ts';
import type { Enrichment, EnrichmentRef } from './enrichment.ts';
import type { CallOptions } from './options.ts';
import type { CancelOutcome, WaitOptions } from './wait.ts';

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
   * Sends one POST without a body; up to `maxRetries` more if the connection fails, an attempt takes too long, or the
   * status is 408, 429, 500, 502, 503 or 504, each after 0.5 s, then 1 s, or as long as the server asks. If a further
   * attempt is refused after an earlier one may have gone through, the enrichment is read to settle it.
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
   */
  cancel(ref: EnrichmentRef, options?: CallOptions): Promise<Enrichment>;

  /**
   * Reads an enrichment: the only way to learn how a cancel ended. One GET, tried again like {@link cancel}, and the
   * same errors; as it changes nothing, none of them has `mayHaveSucceeded`.
   */
  get(ref: EnrichmentRef, options?: CallOptions): Promise<Enrichment>;

  /**
   * Cancels, then reads the enrichment until it is `canceled`, or `completed` because it was faster: that is an outcome,
   * not an error. Reads after 1 s, then half as long again each time, up to 10 s apart, or as long as the server asks; a
   * canceled enrichment was observed to have changed 7.8 s after its creation.
   *
   * Up to 5 failed reads in a row are passed over if they could be passing; the first other one, such as a 401, rejects.
   *
   * @throws {CancelNotConfirmedError} `timeout` (300 s) has passed, or too many reads failed; the cancel stands
   * @throws {AbortedError} the signal was aborted, which does **not** take the cancel back
   * @throws those of {@link cancel}; with `mayHaveSucceeded` set once the cancel was accepted
   */
  cancelAndWait(ref: EnrichmentRef, options?: WaitOptions): Promise<CancelOutcome>;

  /**
   * Cancels many, a few at a time, and yields what became of each as soon as it is known, with its reference. The input
   * may be lazy and without end: no more of it is held than is worked on. All runs of a client share one limit of 10
   * requests a second, the default of a key (published), and a 429 slows them all. The time that a reference may take
   * counts from its first turn: to wait for that is what the limit asks for.
   *
   * A reference that fails is a result. The iteration itself rejects, once what was under way is settled, when no other
   * can fare better: no usable key, a key that is refused, more than a minute asked for by a 429, or an abort; and when
   * the input fails, with its own error. To leave the loop aborts what is under way.
   *
   * @throws {InvalidArgumentError} the input is not iterable, or an option is not usable
   */
  cancelMany<Ref extends EnrichmentRef>(
    refs: Many<Ref>,
    options?: ManyOptions,
  ): AsyncGenerator<ManyResult<Ref>, void, undefined>;

  /**
   * The typed openapi-fetch client, for what the functions above don't offer, on the same transport: the key is added on
   * the way out, after any middleware; addresses are checked, redirects refused, time and size limited. One call is one
   * request: nothing is tried again, an error status is returned and not thrown, and no body is held against the schema.
   *
   * @throws {InvalidArgumentError} also where a middleware fails: `cause` is what it threw
   */
  readonly raw: Http;
}
