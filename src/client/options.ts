import type { ConfigurationError, ExaError, InvalidArgumentError } from './errors.ts';
import type { Hooks, Logger, PollEvent } from './hooks.ts';
import type { ApiKey } from './http/api-key.ts';
import type { HeadersGiven } from './http/headers.ts';

/** What a call may cost. Times in milliseconds. Each can be set for a client, and for a single call. */
export interface CallLimits {
  /** For one attempt, from sending to the last byte of the body. Default 30 000. */
  readonly timeout?: number | undefined;
  /** For the whole call: all attempts and the waits between them, but not the waits for a turn. Default 120 000. */
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

/** What is sent along with a request. Each can be set for a client, and for a single call, which goes before. */
export interface RequestOptions {
  /** Headers, such as the id of a trace. Can't set the key, nor anything that frames the message. */
  readonly headers?: HeadersGiven | undefined;
  /**
   * More options for `fetch`, in its second argument: a `dispatcher` of undici, say. Not those that the client sets:
   * method, headers, body, signal, redirect, cache.
   */
  readonly fetchOptions?: Readonly<Record<string, unknown>> | undefined;
  /**
   * Asked after each attempt that failed, `attempt` counting from 1, beside the built-in policy: true or false decides,
   * undefined leaves it to that. `maxRetries` and the time that is left hold in any case.
   */
  readonly shouldRetry?: ((error: ExaError, attempt: number) => boolean | undefined) | undefined;
}

/** Options of a single call. There is no `baseUrl` among them: a client talks to one server. */
export interface CallOptions extends CallLimits, RequestOptions {
  /** Ends the call at once, also while it waits. What the server got before is not taken back. */
  readonly signal?: AbortSignal | undefined;
}

/** Options of `cancelAndWait` and `waitForEnd`. Times in milliseconds. */
export interface WaitOptions extends RequestOptions {
  /** The wait before the first read after a cancel; it grows by half each time. Default 1000. */
  readonly pollInterval?: number | undefined;
  /** What the wait between two reads grows to. Default 10 000, or `pollInterval` if that is longer. */
  readonly maxPollInterval?: number | undefined;
  /** For the whole: the cancel, the waits and every read, but not the waits for a turn. Default 300 000. */
  readonly timeout?: number | undefined;
  /** Ends the wait at once. It does not take the cancel back. */
  readonly signal?: AbortSignal | undefined;
  /** Called after each read. What it throws is logged, and changes nothing. */
  readonly onPoll?: ((event: PollEvent) => void) | undefined;
}

/**
 * Sends the finished request, which says `redirect: 'manual'`. It has to be stopped when the signal is aborted, which
 * the request does not carry: pass on both arguments, as in `(request, init) => fetch(request, init)`.
 */
export type Fetch = (
  request: Request,
  init: { readonly signal: AbortSignal; readonly [option: string]: unknown },
) => Promise<Response>;

/** Options of {@link createClient}. All are optional. */
export interface ClientOptions extends CallLimits, RequestOptions {
  /** Default: the environment variable `EXA_API_KEY`, read at each call. */
  readonly apiKey?: ApiKey | undefined;
  /** Which header carries the key: `x-api-key` (default, observed) or `Authorization: Bearer` (published as equal). */
  readonly auth?: 'x-api-key' | 'bearer' | undefined;
  /** Default `https://api.exa.ai/websets` (published). Https, or http on loopback. */
  readonly baseUrl?: string | undefined;
  /** Default: `globalThis.fetch` as it is at each call. */
  readonly fetch?: Fetch | undefined;
  /**
   * How many requests may be sent in a second by all calls of this client together, evenly spaced. What waits for its
   * turn spends none of its time limits. Default 10, which is what a key may make (published).
   */
  readonly requestsPerSecond?: number | 'unlimited' | undefined;
  /** Default `exa-enrichments/<version>`. Not sent by browsers. */
  readonly userAgent?: string | undefined;
  /** Where to tell what happens. Default: none, or standard error if `EXA_LOG=debug`. */
  readonly logger?: Logger | undefined;
  /** Called as things happen. What they throw is logged, and changes nothing. */
  readonly hooks?: Hooks | undefined;
}

/** Limits with nothing left open. */
export type Limits = { readonly [Name in keyof CallLimits]-?: NonNullable<CallLimits[Name]> };

export const DEFAULT_LIMITS: Limits = {
  timeout: 30_000,
  totalTimeout: 120_000,
  maxRetries: 2,
  maxResponseBytes: 2 ** 20,
  validation: 'error',
};

/** The limits, with those replaced that the options set. The options have been checked. */
export function withLimits(limits: Limits, options: CallLimits | undefined): Limits {
  if (options === undefined) return limits;
  const result: Record<string, unknown> = { ...limits };
  for (const name in limits) result[name] = options[name as keyof CallLimits] ?? result[name];
  return result as Limits;
}

/** The least that a number may be, the strings to choose from, or what `typeof` says. */
type Kind = number | readonly string[] | string;

const KINDS: Readonly<Record<string, Kind>> = {
  apiKey: 'any',
  auth: ['x-api-key', 'bearer'],
  baseUrl: 'string',
  beforeCancel: 'function',
  concurrency: 1,
  fetch: 'function',
  fetchOptions: 'object',
  headers: 'object',
  hooks: 'object',
  logger: 'object',
  maxFailures: 1,
  maxPollInterval: 1,
  maxResponseBytes: 1,
  maxRetries: 0,
  onPoll: 'function',
  onProgress: 'function',
  pollInterval: 1,
  readFirst: 'function',
  requestsPerSecond: 'number from above 0, or unlimited',
  shouldRetry: 'function',
  signal: 'object',
  timeout: 1,
  totalTimeout: 1,
  userAgent: 'string',
  validation: ['error', 'warn', 'off'],
  wait: 'boolean or object',
};

const REQUEST = 'headers fetchOptions shouldRetry ';
const LIMITS = 'timeout totalTimeout maxRetries maxResponseBytes validation ';

/** The options that each function takes. */
export const CLIENT_OPTIONS: string = `${LIMITS}${REQUEST}apiKey auth baseUrl fetch requestsPerSecond userAgent logger hooks`;
export const CALL_OPTIONS: string = `${LIMITS}${REQUEST}signal`;
export const WAIT_OPTIONS: string = `${REQUEST}pollInterval maxPollInterval timeout signal onPoll`;
export const MANY_OPTIONS: string = `${REQUEST}concurrency signal wait maxFailures readFirst beforeCancel onProgress`;

/** Options of `fetch` that are not left to anybody: they say what is sent where, and that no cache answers. */
const FIXED = /^(method|headers|body|signal|redirect|cache)$/;

/**
 * Refuses options that are not known, or not of their kind. Not known, too: with a misspelt `signal` a call could not
 * be stopped, and with a `baseUrl` that nobody looks at a cancel would go to the wrong server.
 */
export function checkOptions(
  options: unknown,
  names: string,
  ErrorClass: typeof ConfigurationError | typeof InvalidArgumentError,
): void {
  if (options !== undefined && options !== Object(options))
    throw new ErrorClass('the options must be an object.');
  for (const name in options as Record<string, unknown> | undefined) {
    const value = (options as Record<string, unknown>)[name];
    if (!names.split(' ').includes(name))
      throw new ErrorClass(`there is no option \`${name}\` here, only ${names}.`);
    const kind = KINDS[name] as Kind;
    if (value !== undefined && !fits(kind, name, value))
      throw new ErrorClass(`\`${name}\` must be ${inWords(kind)}.`);
    const fixed = name === 'fetchOptions' && Object.keys(Object(value)).find((option) => FIXED.test(option));
    if (fixed) throw new ErrorClass(`\`fetchOptions\` must not hold \`${fixed}\`.`);
  }
}

function fits(kind: Kind, name: string, value: unknown): boolean {
  if (typeof kind === 'number') return typeof value === 'number' && value >= kind;
  if (typeof kind === 'object') return kind.includes(value as string);
  if (name === 'requestsPerSecond') return value === 'unlimited' || (typeof value === 'number' && value > 0);
  // An AbortController, say, is none: its signal is. `instanceof` would refuse one of another realm.
  if (name === 'signal') {
    const { aborted, addEventListener, removeEventListener } = Object(value) as AbortSignal;
    return (
      `${typeof aborted} ${typeof addEventListener} ${typeof removeEventListener}` ===
      'boolean function function'
    );
  }
  return kind === 'any' || (value !== null && kind.includes(typeof value));
}

function inWords(kind: Kind): string {
  if (typeof kind === 'number') return `a number from ${kind} up`;
  return typeof kind === 'object' ? kind.join(' or ') : `of type ${kind}`;
}
