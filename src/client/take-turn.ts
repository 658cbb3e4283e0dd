import type { Gate } from './gate.ts';
import type { Call } from './operation.ts';
import type { Runtime } from './runtime.ts';

/**
 * Waits until the next request may go: false if that would be too late. The wait for the first one is no time of the
 * call: it is our own limit that asks for it, and those who were there before.
 */
export async function takeTurn(runtime: Runtime, gate: Gate, call: Call<unknown>): Promise<boolean> {
  const { route, signal } = call;
  if (route.sent !== undefined) return gate.pass(call.deadline, signal);
  const since = runtime.now();
  await gate.pass(Number.POSITIVE_INFINITY, signal);
  const waitedMs = runtime.now() - since;
  call.deadline += waitedMs;
  route.onTurn?.(waitedMs);
  return true;
}
