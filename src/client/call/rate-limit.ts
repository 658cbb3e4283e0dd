import type { Runtime } from '../runtime.ts';
import { RateLimitError } from '../status-errors.ts';
import { isWorthWaiting } from './retry-policy.ts';
import { sleep } from './time-limits.ts';

/** What all requests of a client have to pass one by one. */
export interface RateLimit {
  /**
   * Undefined if the next request may go at once, else a promise that resolves when it may. What is `underWay` goes
   * before what has yet to begin. Rejects when the signal is aborted, and with a copy of what closed the way if that
   * lasts for longer than anybody waits.
   */
  pass(underWay: boolean, signal: AbortSignal | undefined): Promise<void> | undefined;
  /** Lets nobody pass for so long, in milliseconds, because of that. */
  close(ms: number, reason: RateLimitError): void;
}

/**
 * A server counts when requests arrive, and they do not arrive as evenly as they are sent: without room to spare, now and
 * then one too many falls into a second, and the answer to that costs a whole second.
 */
const SPARE = 1.05;

/**
 * Lets requests pass in turn and evenly spaced, never more than `perSecond` in a second, and nobody while it is closed.
 * What is under way goes first: nothing presses those that have yet to begin.
 */
export function createRateLimit(runtime: Runtime, perSecond: number): RateLimit {
  const gap = (1000 * SPARE) / perSecond;
  const urgent: object[] = [];
  const patient: object[] = [];
  let next = 0;
  let closedUntil = 0;
  let closedAt = 0;
  let closedBy: RateLimitError | undefined;

  const failIfClosed = (since: number, now: number): void => {
    // Whoever is in the queue when it is closed, or comes soon after, is told at once.
    const closedForMs = closedUntil - Math.max(since, closedAt);
    if (closedBy === undefined || now >= closedUntil || isWorthWaiting(closedForMs)) return;
    const retryAfterMs = closedUntil - now;
    const message = `the server answered 429 to another request, and asks to be left alone for ${Math.ceil(retryAfterMs)} ms more.`;
    throw new RateLimitError(message, { ...closedBy, retryAfterMs, attempts: 0 });
  };

  const queued = async (underWay: boolean, signal: AbortSignal | undefined): Promise<void> => {
    // A turn is taken when it comes, and not booked: whoever goes away leaves none unused.
    const place = {};
    const queue = underWay ? urgent : patient;
    const since = runtime.now();
    queue.push(place);
    try {
      for (;;) {
        const now = runtime.now();
        failIfClosed(since, now);
        const before = queue.indexOf(place) + (underWay ? 0 : urgent.length);
        const slot = Math.max(now, next) + gap * before;
        if (slot <= now) {
          next = now + gap;
          return;
        }
        await sleep(runtime, slot - now, signal);
      }
    } finally {
      queue.splice(queue.indexOf(place), 1);
    }
  };

  return {
    pass(underWay, signal) {
      const now = runtime.now();
      if (now < next || urgent.length + (underWay ? 0 : patient.length) > 0) return queued(underWay, signal);
      next = now + gap;
      return undefined;
    },
    close(ms, reason) {
      const until = runtime.now() + ms;
      if (until <= closedUntil) return;
      closedUntil = until;
      closedAt = runtime.now();
      closedBy = reason;
      next = Math.max(next, until);
    },
  };
}
