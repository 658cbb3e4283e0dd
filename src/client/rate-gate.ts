import { abortedError } from './end-errors.ts';
import type { Gate } from './gate.ts';
import type { Runtime } from './runtime.ts';
import { sleep } from './sleep.ts';

/**
 * A server counts when requests arrive, and they do not arrive as evenly as they are sent: without room to spare, now and
 * then one too many falls into a second, and the answer to that costs a whole second.
 */
const SPARE = 1.05;

/** Lets requests pass evenly spaced, never more than `perSecond` in a second, and nobody while it is closed. */
export function createRateGate(runtime: Runtime, perSecond: number): Gate {
  let next = 0;
  let closures = 0;
  return {
    async pass(deadline, signal) {
      for (;;) {
        const now = runtime.now();
        const slot = Math.max(now, next);
        if (slot >= deadline) return false;
        next = slot + (1000 * SPARE) / perSecond;
        const closuresSeen = closures;
        if (slot > now) await sleep(runtime, slot - now, signal, () => abortedError(signal));
        // Closed in the meantime: the slot is void.
        if (closuresSeen === closures) return true;
      }
    },
    close(ms) {
      closures++;
      next = Math.max(next, runtime.now() + ms);
    },
  };
}
