import createHttpClient, { type ClientOptions as HttpOptions } from 'openapi-fetch';
import type { paths } from '../../generated/schema.js';
import { keySource } from './api-key.ts';
import { DEFAULT_BASE_URL, parseBaseUrl } from './base-url.ts';
import { CLIENT_OPTIONS, checkOptions } from './check-options.ts';
import type { Core } from './core.ts';
import { Draft } from './draft.ts';
import { isBrowser } from './environment.ts';
import { ConfigurationError } from './errors/configuration-error.ts';
import { DEFAULT_LIMITS, withLimits } from './limits.ts';
import { defaultLogger } from './logger.ts';
import { createNotify } from './notify.ts';
import type { ClientOptions } from './options.ts';
import { createRateGate } from './rate-gate.ts';
import { requestHeaders } from './request-headers.ts';
import type { Runtime } from './runtime.ts';

/** The default limit of a key (published). */
const REQUESTS_PER_SECOND = 10;

/** Checks the options and makes of them what every call needs. Throws a {@link ConfigurationError}. */
export function createCore(runtime: Runtime, options: ClientOptions): Core {
  checkOptions(options, CLIENT_OPTIONS, ConfigurationError);
  const { auth, fetch, logger = defaultLogger() } = options;
  const baseUrl = parseBaseUrl(options.baseUrl ?? DEFAULT_BASE_URL);
  const httpOptions: HttpOptions = {
    baseUrl,
    headers: requestHeaders(options.headers, options.userAgent),
    redirect: 'manual',
    // A poll must not be answered from a cache. Only browsers have one, and not every platform knows the option.
    ...(isBrowser() && { cache: 'no-store' }),
  };
  return {
    runtime,
    baseUrl,
    http: createHttpClient<paths>({ ...httpOptions, Request: Draft as unknown as typeof Request }),
    httpOptions,
    fetch,
    gate: createRateGate(runtime, REQUESTS_PER_SECOND),
    limits: withLimits(DEFAULT_LIMITS, options),
    key: keySource(options.apiKey),
    authorization: (key) => (auth === 'bearer' ? { authorization: `Bearer ${key}` } : { 'x-api-key': key }),
    notify: createNotify(options.hooks, logger),
    logger,
  };
}
