import type { ExaError } from './errors/exa-error.ts';
import { isStatusError, type StatusError } from './errors/status-error.ts';
import type { TimeoutError } from './errors/timeout-error.ts';

const RETRIED_STATUSES: readonly number[] = [408, 429, 500, 502, 503, 504];
const FIRST_BACKOFF_MS = 500;
const MAX_BACKOFF_MS = 8000;
/** A server that asks for more patience than this is not waited for: the caller decides. */
const MAX_ASKED_MS = 60_000;

/**
 * Could the same request succeed a moment later? Yes after a failed connection, an attempt that took too long, and
 * the statuses above. Never after an abort, a redirect, a refusal, or an answer that makes no sense.
 */
export function isTransient(error: ExaError): boolean {
  if (isStatusError(error)) return RETRIED_STATUSES.includes(error.status);
  const { code, phase } = error as TimeoutError;
  return code === 'connection' || (code === 'timeout' && (phase === 'headers' || phase === 'body'));
}

/** Shortens a delay by up to a quarter, so that clients that failed together don't come back together. */
export function jittered(ms: number, random: number): number {
  return ms * (1 - random / 4);
}

/** How long to wait before the request after `error`: what the server asked for, to the millisecond, else a backoff. */
export function delayAfter(error: ExaError, retries: number, random: number): number {
  const asked = (error as StatusError).retryAfterMs;
  return asked ?? jittered(Math.min(FIRST_BACKOFF_MS * 2 ** retries, MAX_BACKOFF_MS), random);
}

/** Is the delay short enough to be waited for, with time left afterwards? */
export function isWorthWaiting(delayMs: number, remainingMs: number): boolean {
  return delayMs <= MAX_ASKED_MS && delayMs < remainingMs;
}
