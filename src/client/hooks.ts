import type { Enrichment, EnrichmentRef } from './enrichment.ts';
import type { ExaError } from './errors.ts';
import { redact } from './redact.ts';
import { readEnvironment } from './runtime.ts';

/** One attempt of a call. */
export interface AttemptEvent {
  /** What for: `cancel the enrichment`, say. */
  readonly action: string;
  /** Where to, without a query. */
  readonly url: string;
  /** Counts from 1. */
  readonly attempt: number;
}

/** A request that is about to be sent. */
export interface RequestEvent extends AttemptEvent {
  /** In capitals. */
  readonly method: string;
}

/** An answer, read to its end. */
export interface ResponseEvent extends RequestEvent {
  /** The HTTP status. */
  readonly status: number;
  /** Those that are safe to log, by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** The size of the body, decompressed. */
  readonly bytes: number;
  /** From sending to the last byte of the body, in milliseconds. */
  readonly durationMs: number;
}

/** An attempt failed, and another one follows. */
export interface RetryEvent extends AttemptEvent {
  /** Why the attempt failed. */
  readonly error: ExaError;
  /** The wait before the next attempt, in milliseconds. */
  readonly delayMs: number;
}

/** While waiting for a cancel, the enrichment was read, or failed to be. */
export interface PollEvent {
  /** Which one is waited for. */
  readonly ref: EnrichmentRef;
  /** How many times it was read by now, this time included. */
  readonly polls: number;
  /** Since the wait began, in milliseconds, without the waits for a turn. */
  readonly elapsedMs: number;
  /** What was read; missing if `error` is there. */
  readonly enrichment?: Enrichment;
  /** Why it could not be read; missing if `enrichment` is there. */
  readonly error?: ExaError;
}

/** Called as things happen, in this order. None is given the key, or can change what is sent. */
export interface Hooks {
  /** A request is about to be sent. */
  onRequest?(event: RequestEvent): void;
  /** An answer was read to its end, whatever its status. */
  onResponse?(event: ResponseEvent): void;
  /** An attempt failed, and another one follows. */
  onRetry?(event: RetryEvent): void;
  /** While an end is waited for, the enrichment was read, or failed to be. */
  onPoll?(event: PollEvent): void;
}

/** Takes a line and its fields: `console` is one. Neither ever holds the API key. */
export interface Logger {
  /** What happens as it should: requests, answers, retries. */
  debug(message: string, fields?: object): void;
  /** What somebody should look at. */
  warn(message: string, fields?: object): void;
}

/** What was given, else standard error if `EXA_LOG=debug`. `console.debug` would write to standard output. */
export function defaultLogger(): Logger | undefined {
  return readEnvironment('EXA_LOG') === 'debug' ? { debug: console.error, warn: console.error } : undefined;
}

type Listener = ((event: object) => unknown) | undefined;
type EventOf<Name extends keyof Hooks> = Parameters<NonNullable<Hooks[Name]>>[0];

/** Tells whoever listens what happens. The key, where it is known, is struck out of the event first. */
export type Notify = <Name extends keyof Hooks>(name: Name, event: EventOf<Name>, key?: string) => void;

/** Undefined when nobody listens, so that no event is made in vain. */
export function createNotify(hooks: Hooks | undefined, logger: Logger | undefined): Notify | undefined {
  if (!hooks && !logger) return undefined;
  return (name, event, key) => {
    const safe = redact(event, key);
    if (hooks) callSafely(() => (hooks as Record<string, Listener>)[name]?.(safe), logger);
    // Every poll is a request too, and logged as such.
    if (name !== 'onPoll')
      callSafely(() => logger?.debug(`exa-enrichments ${name.slice(2).toLowerCase()}`, lineOf(safe)));
  };
}

/** A hook that fails, now or later, must not make it look as if the cancel had failed. */
export function callSafely(callback: () => unknown, logger?: Logger): void {
  const report = (error: unknown): void => {
    if (logger) callSafely(() => logger.warn('exa-enrichments: a hook failed', { error }));
  };
  try {
    // Not `instanceof Promise`: it may be one of another realm.
    Promise.resolve(callback()).catch(report);
  } catch (error) {
    report(error);
  }
}

function lineOf(event: object): object {
  const { error } = event as Partial<RetryEvent>;
  return error ? { ...event, error: error.message } : event;
}
