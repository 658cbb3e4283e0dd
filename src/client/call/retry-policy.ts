import { type ExaError, isConnectionError, isTimeoutError } from '../errors.ts';
import { isStatusError, type StatusError } from '../status-errors.ts';

/** 520 to 527, 529 and 530 are Cloudflare's own, which stands before the API: it could not reach it for the moment. */
const PASSING_STATUSES: readonly number[] = [
  408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527, 529, 530,
];
const FIRST_BACKOFF_MS = 500;
const MAX_BACKOFF_MS = 8000;
/** A server that asks for more patience than this is not waited for: the caller decides. */
const MAX_ASKED_MS = 60_000;

/**
 * Could the same request succeed a moment later? Yes after a failed connection, an attempt that took too long, and
 * the statuses above. Never after an abort, a redirect, a refusal, or an answer that makes no sense.
 */
export function isPassing(error: ExaError): boolean {
  if (isStatusError(error)) return PASSING_STATUSES.includes(error.status);
  if (isConnectionError(error)) return error.passing !== false;
  return isTimeoutError(error) && (error.phase === 'headers' || error.phase === 'body');
}

/** Shortens a delay by up to a quarter, so that clients that failed together don't come back together. */
export function jittered(ms: number, random: number): number {
  return ms * (1 - random / 4);
}

/** How long to wait where the server does not say: longer with each retry. */
export function backoff(retries: number, random: number): number {
  return jittered(Math.min(FIRST_BACKOFF_MS * 2 ** retries, MAX_BACKOFF_MS), random);
}

/** How long to wait before the request after `error`: what the server asked for, to the millisecond, else a backoff. */
export function delayAfter(error: ExaError, retries: number, random: number): number {
  return (error as StatusError).retryAfterMs ?? backoff(retries, random);
}

/** Is the delay short enough to be waited for, with time left afterwards? */
export function isWorthWaiting(delayMs: number, remainingMs: number = Number.POSITIVE_INFINITY): boolean {
  return delayMs <= MAX_ASKED_MS && delayMs < remainingMs;
}
