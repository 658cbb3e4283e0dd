import createHttpClient, { type Client, type ClientOptions as HttpOptions } from 'openapi-fetch';
import type { paths } from '../../generated/schema.js';
import { createRateLimit, type RateLimit } from './call/rate-limit.ts';
import { ConfigurationError } from './errors.ts';
import { createNotify, defaultLogger, type Logger, type Notify } from './hooks.ts';
import { DEFAULT_BASE_URL, parseBaseUrl } from './http/address.ts';
import { keySource } from './http/api-key.ts';
import { noStore, requestHeaders } from './http/headers.ts';
import {
  CLIENT_OPTIONS,
  type ClientOptions,
  checkOptions,
  DEFAULT_LIMITS,
  type Fetch,
  type Limits,
  type RequestOptions,
  withLimits,
} from './options.ts';
import type { Runtime } from './runtime.ts';

/** The default limit of a key (published). */
const REQUESTS_PER_SECOND = 10;

/** The typed HTTP client that builds the requests. */
export type Http = Client<paths>;

/** What a client is made of, checked and ready. The key is in none of it, but behind a function. */
export interface Core {
  readonly runtime: Runtime;
  readonly baseUrl: string;
  /** Makes a typed HTTP client; what it sends goes through the `fetch` that each call passes to it. */
  createHttp(): Http;
  readonly http: Http;
  readonly fetch: Fetch | undefined;
  /** What keeps a request from being answered by a cache, where the platform knows that. */
  readonly uncached: ReturnType<typeof noStore>;
  /** Shared by all calls. */
  readonly rateLimit: RateLimit;
  readonly limits: Limits;
  /** Those of every call that sets none. */
  readonly defaults: RequestOptions;
  key(): string | Promise<string>;
  /** Adds the header that carries the key. */
  authorize(headers: Headers, key: string): void;
  readonly notify: Notify | undefined;
  readonly logger: Logger | undefined;
  /** Where cancels went that were accepted, or may have been: the latest ones. */
  readonly cancels: Set<string>;
  /** What was told already, and need not be told again. */
  readonly told: Set<string>;
}

/** Checks the options and makes of them what every call needs. Throws a {@link ConfigurationError}. */
export function createCore(runtime: Runtime, options: ClientOptions): Core {
  checkOptions(options, CLIENT_OPTIONS, ConfigurationError);
  const { auth, fetch, headers, fetchOptions, shouldRetry, logger = defaultLogger() } = options;
  const { requestsPerSecond = REQUESTS_PER_SECOND } = options;
  const perSecond = requestsPerSecond === 'unlimited' ? Number.POSITIVE_INFINITY : requestsPerSecond;
  const baseUrl = parseBaseUrl(options.baseUrl ?? DEFAULT_BASE_URL);
  const uncached = noStore();
  const httpOptions: HttpOptions = {
    baseUrl,
    headers: requestHeaders(headers, options.userAgent),
    redirect: 'manual',
    ...uncached,
    // Each call brings its own.
    fetch: () => Promise.reject(new ConfigurationError('there is no way around the calls of the client.')),
  };
  const createHttp = (): Http => createHttpClient<paths>(httpOptions);
  return {
    runtime,
    baseUrl,
    createHttp,
    http: createHttp(),
    fetch,
    uncached,
    rateLimit: createRateLimit(runtime, perSecond),
    limits: withLimits(DEFAULT_LIMITS, options),
    defaults: { fetchOptions, shouldRetry },
    key: keySource(options.apiKey),
    authorize: (headers, key) =>
      auth === 'bearer' ? headers.set('authorization', `Bearer ${key}`) : headers.set('x-api-key', key),
    notify: createNotify(options.hooks, logger),
    logger,
    cancels: new Set(),
    told: new Set(),
  };
}
