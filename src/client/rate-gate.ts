import { abortedError } from './end-errors.ts';
import { RateLimitError } from './errors/status-errors.ts';
import type { Gate } from './gate.ts';
import { isWorthWaiting } from './retry-policy.ts';
import type { Runtime } from './runtime.ts';
import { sleep } from './sleep.ts';

/**
 * A server counts when requests arrive, and they do not arrive as evenly as they are sent: without room to spare, now and
 * then one too many falls into a second, and the answer to that costs a whole second.
 */
const SPARE = 1.05;

/**
 * Lets requests pass in turn and evenly spaced, never more than `perSecond` in a second, and nobody while it is closed.
 * What is under way goes first: nothing presses those that have yet to begin, and no retry is to come too late for them.
 */
export function createRateGate(runtime: Runtime, perSecond: number): Gate {
  const gap = (1000 * SPARE) / perSecond;
  const urgent: object[] = [];
  const patient: object[] = [];
  let next = 0;
  let closedUntil = 0;
  let closedAt = 0;
  let closedBy: RateLimitError;
  return {
    async pass(deadline, signal) {
      // A turn is taken when it comes, and not booked: whoever goes away leaves none unused.
      const place = {};
      const [queue, before] = deadline < Number.POSITIVE_INFINITY ? [urgent, []] : [patient, urgent];
      const since = runtime.now();
      queue.push(place);
      try {
        for (;;) {
          const now = runtime.now();
          const slot = Math.max(now, next) + gap * (before.length + queue.indexOf(place));
          // Closed for longer than anyone waits: whoever is in the queue then, or comes soon after, is told at once.
          const closedFor = closedUntil - Math.max(since, closedAt);
          const isHopeless = now < closedUntil && !isWorthWaiting(closedFor, Number.POSITIVE_INFINITY);
          if (slot >= deadline || isHopeless) {
            if (closedUntil < deadline && !isHopeless) return false;
            const retryAfterMs = closedUntil - now;
            const message = `the server answered 429 to another request, and asks to be left alone for ${Math.ceil(retryAfterMs)} ms more.`;
            throw new RateLimitError(message, { ...closedBy, retryAfterMs });
          }
          if (slot <= now) {
            next = now + gap;
            return true;
          }
          await sleep(runtime, slot - now, signal, () => abortedError(signal));
        }
      } finally {
        queue.splice(queue.indexOf(place), 1);
      }
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
