import type { ApiKey } from './api-key.ts';
import type { Hooks } from './hooks.ts';
import type { Logger } from './logger.ts';

/** What a call may cost. Times in milliseconds. Each can be set for a client, and for a single call. */
export interface CallLimits {
  /** For one attempt, from sending to the last byte of the body. Default 30 000. */
  readonly timeout?: number | undefined;
  /** For the whole call: all attempts and the waits between them. Default 120 000. */
  readonly totalTimeout?: number | undefined;
  /** How many more attempts after the first. Default 2. */
  readonly maxRetries?: number | undefined;
  /** How much of a body is read, in bytes after decompression. Default 1 MiB. */
  readonly maxResponseBytes?: number | undefined;
  /**
   * What to do with a success that does not match the schema: refuse it, log a warning and return it, or return it
   * unchecked. In each case it has to be a JSON object. Default `error`.
   */
  readonly validation?: 'error' | 'warn' | 'off' | undefined;
}

/** Options of a single call. There is no `baseUrl` among them: a client talks to one server. */
export interface CallOptions extends CallLimits {
  /** Ends the call at once, also while it waits. What the server got before is not taken back. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends the finished request, which says `redirect: 'manual'`. It has to be stopped when the signal is aborted: pass
 * that on, as in `(request, init) => fetch(request, init)`. A function with one parameter gets a request that carries
 * the signal itself, which takes a little longer to make.
 */
export type Fetch = (request: Request, init: { readonly signal: AbortSignal }) => Promise<Response>;

/** Options of {@link createClient}. All are optional. */
export interface ClientOptions extends CallLimits {
  /** Default: the environment variable `EXA_API_KEY`, read at each call. */
  readonly apiKey?: ApiKey | undefined;
  /** Which header carries the key: `x-api-key` (default, observed) or `Authorization: Bearer` (published as equal). */
  readonly auth?: 'x-api-key' | 'bearer' | undefined;
  /** Default `https://api.exa.ai/websets` (published). Https, or http on loopback. */
  readonly baseUrl?: string | undefined;
  /** Default: `globalThis.fetch` as it is at each call; that one is called with the address and the options. */
  readonly fetch?: Fetch | undefined;
  /** Sent along with every request. Can't set the key, nor anything that frames the message. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Default `exa-enrichments/<version>`. Not sent by browsers. */
  readonly userAgent?: string | undefined;
  /** Where to tell what happens. Default: none, or standard error if `EXA_LOG=debug`. */
  readonly logger?: Logger | undefined;
  /** Called as things happen. What they throw is logged, and changes nothing. */
  readonly hooks?: Hooks | undefined;
}
