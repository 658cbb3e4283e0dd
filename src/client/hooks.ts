import type { Enrichment, EnrichmentRef } from './enrichment.ts';
import type { ExaError } from './errors/exa-error.ts';

/** One attempt of a call. */
export interface AttemptEvent {
  /** What for: `cancel the enrichment`, say. */
  readonly action: string;
  readonly url: string;
  /** Counts from 1. */
  readonly attempt: number;
}

/** A request that is about to be sent. */
export interface RequestEvent extends AttemptEvent {
  readonly method: string;
}

/** An answer, read to its end. */
export interface ResponseEvent extends RequestEvent {
  readonly status: number;
  /** Those that are safe to log, by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** The size of the body, decompressed. */
  readonly bytes: number;
  readonly durationMs: number;
}

/** An attempt failed, and another one follows. */
export interface RetryEvent extends AttemptEvent {
  readonly error: ExaError;
  /** The wait before the next attempt. */
  readonly delayMs: number;
}

/** While waiting for a cancel, the enrichment was read, or failed to be. */
export interface PollEvent {
  readonly ref: EnrichmentRef;
  /** How many times it was read by now, this time included. */
  readonly polls: number;
  readonly elapsedMs: number;
  /** What was read; missing if `error` is there. */
  readonly enrichment?: Enrichment;
  readonly error?: ExaError;
}

/** Called as things happen, in this order. None is given the key, or can change what is sent. */
export interface Hooks {
  onRequest?(event: RequestEvent): void;
  onResponse?(event: ResponseEvent): void;
  onRetry?(event: RetryEvent): void;
  onPoll?(event: PollEvent): void;
}
