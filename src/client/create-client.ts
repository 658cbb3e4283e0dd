import createHttpClient, { type ClientOptions as HttpOptions } from 'openapi-fetch';
import type { paths } from '../../generated/schema.js';
import { keySource } from './api-key.ts';
import { DEFAULT_BASE_URL, parseBaseUrl } from './base-url.ts';
import { call } from './call.ts';
import { cancelAndWait } from './cancel-and-wait.ts';
import { cancelMany, type Many, type ManyOptions, type ManyResult } from './cancel-many.ts';
import { CLIENT_OPTIONS, checkOptions } from './check-options.ts';
import type { Core, Http } from './core.ts';
import type { Enrichment, EnrichmentRef } from './enrichment.ts';
import { isBrowser } from './environment.ts';
import { ConfigurationError } from './errors/configuration-error.ts';
import { DEFAULT_LIMITS, withLimits } from './limits.ts';
import { defaultLogger } from './logger.ts';
import { createNotify } from './notify.ts';
import { CANCEL, GET } from './operations.ts';
import type { CallOptions, ClientOptions } from './options.ts';
import { createRateGate } from './rate-gate.ts';
import { createRaw } from './raw.ts';
import { requestHeaders } from './request-headers.ts';
import { type Runtime, systemRuntime } from './runtime.ts';
import type { CancelOutcome, WaitOptions } from './wait.ts';

/** The client. Its functions always return a promise that may reject; none throws. */
export interface ExaClient {
  /**
   * Asks for a running enrichment to be stopped. It can't be resumed.
   *
   * Resolves when the request was accepted, **not** when the enrichment has stopped: the live API was observed to
   * answer with status `pending`. Use `cancelAndWait` to see how it ends.
   */
  cancel(ref: EnrichmentRef, options?: CallOptions): Promise<Enrichment>;
  /** Reads an enrichment. */
  get(ref: EnrichmentRef, options?: CallOptions): Promise<Enrichment>;
  cancelAndWait(ref: EnrichmentRef, options?: WaitOptions): Promise<CancelOutcome>;
  cancelMany<Ref extends EnrichmentRef>(
    refs: Many<Ref>,
    options?: ManyOptions,
  ): AsyncGenerator<ManyResult<Ref>, void, undefined>;
  readonly raw: Http;
}

/** The default limit of a key (published). */
const REQUESTS_PER_SECOND = 10;

/**
 * Makes a client. Nothing is sent yet, and the key is not looked for yet.
 *
 * @throws {ConfigurationError} at once, for options that can't be right
 */
export function createClient(options?: ClientOptions): ExaClient {
  return createClientOn(systemRuntime, options);
}

/** {@link createClient} with time and chance in the hands of the caller: for tests. */
export function createClientOn(runtime: Runtime, options: ClientOptions = {}): ExaClient {
  const core = createCore(runtime, options);
  let raw: Http | undefined;
  return {
    cancel: (ref, callOptions) => call(core, CANCEL, ref, callOptions),
    get: (ref, callOptions) => call(core, GET, ref, callOptions),
    cancelAndWait: (ref, waitOptions) => cancelAndWait(core, ref, waitOptions),
    cancelMany: (refs, manyOptions) => cancelMany(core, refs, manyOptions),
    get raw() {
      raw ??= createRaw(core);
      return raw;
    },
  };
}

function createCore(runtime: Runtime, options: ClientOptions): Core {
  checkOptions(options, CLIENT_OPTIONS, ConfigurationError);
  const { baseUrl = DEFAULT_BASE_URL, auth, logger = defaultLogger() } = options;
  const base = parseBaseUrl(baseUrl);
  const httpOptions: HttpOptions = {
    baseUrl: base,
    headers: requestHeaders(options.headers, options.userAgent),
    redirect: 'manual',
    // A poll must not be answered from a cache. Only browsers have one, and not every platform knows the option.
    ...(isBrowser() && { cache: 'no-store' }),
  };
  return {
    runtime,
    baseUrl: base,
    http: createHttpClient<paths>(httpOptions),
    httpOptions,
    fetch: options.fetch,
    gate: createRateGate(runtime, REQUESTS_PER_SECOND),
    limits: withLimits(DEFAULT_LIMITS, options),
    key: keySource(options.apiKey),
    authorization: (key) => (auth === 'bearer' ? { authorization: `Bearer ${key}` } : { 'x-api-key': key }),
    notify: createNotify(options.hooks, logger),
    logger,
  };
}
