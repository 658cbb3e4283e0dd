import { type Answer, errorAnswer } from '../answer.ts';
import type { Delivery } from '../faults/fault.ts';
import { faults } from '../faults/table.ts';
import type { Incoming } from '../incoming.ts';
import { refusalScenarios } from '../scenarios/refusal-scenarios.ts';
import { serve, servicePath } from '../serve.ts';
import type { Simulation } from '../simulation.ts';
import type { Mishap } from './mishap.ts';

/** What a request comes to, mishap and all. */
export interface Struck {
  readonly delivery: Delivery;
  /** The name of what struck, if anything did. */
  readonly mishap: string | undefined;
  readonly assumed: string | undefined;
}

/** Serves a request for an operation, if it is for one, with whatever mishap it meets. */
export function serveStruck(
  incoming: Incoming,
  operationId: string | undefined,
  simulation: Simulation,
): Struck {
  const { answer, assumed, effect } = serve(incoming, simulation);
  const strike = simulation.plan.next(operationId, (mishap) =>
    strikeBy(mishap, answer, incoming, simulation),
  );
  if (strike?.processed ?? true) effect?.();
  return { delivery: strike?.delivery ?? { answer, wire: { kind: 'whole' } }, mishap: strike?.name, assumed };
}

interface Strike {
  readonly name: string;
  readonly delivery: Delivery;
  /** Whether the request takes effect all the same. */
  readonly processed: boolean;
}

/** What a mishap makes of an answer; `undefined` where there is nothing to break. */
function strikeBy(
  mishap: Mishap,
  answer: Answer,
  incoming: Incoming,
  simulation: Simulation,
): Strike | undefined {
  if ('refusal' in mishap) {
    const { refusal } = refusalScenarios[mishap.refusal];
    const refused = errorAnswer(refusal, servicePath(incoming.url), simulation);
    const delivery: Delivery = { answer: refused, wire: { kind: 'whole' } };
    return { name: mishap.refusal, delivery, processed: mishap.processed ?? false };
  }
  const { name, apply, processed } = faults[mishap.fault];
  const delivery = apply(answer, mishap);
  return delivery && { name, delivery, processed: mishap.processed ?? processed };
}
