import { errorAnswer } from '../answer.ts';
import type { Delivery } from '../faults/fault.ts';
import { faults } from '../faults/table.ts';
import type { Incoming } from '../incoming.ts';
import { refusalScenarios } from '../scenarios/refusal-scenarios.ts';
import { type Served, serve, servicePath } from '../serve.ts';
import type { Simulation } from '../simulation.ts';
import type { Mishap } from './mishap.ts';

/** What a request comes to, mishap and all. */
export interface Struck extends Served {
  readonly delivery: Delivery;
  /** The name of what struck, if anything did. */
  readonly mishap: string | undefined;
}

/** Serves a request that meets `mishap`, if one is given. */
export function serveStruck(incoming: Incoming, simulation: Simulation, mishap: Mishap | undefined): Struck {
  if (mishap === undefined) {
    const served = serve(incoming, simulation, true);
    return { ...served, delivery: { answer: served.answer, wire: { kind: 'whole' } }, mishap: undefined };
  }
  if ('refusal' in mishap) {
    const served = serve(incoming, simulation, mishap.processed ?? false);
    const { refusal } = refusalScenarios[mishap.refusal];
    const answer = errorAnswer(refusal, servicePath(incoming.url), simulation);
    return { ...served, answer, delivery: { answer, wire: { kind: 'whole' } }, mishap: mishap.refusal };
  }
  const fault = faults[mishap.fault];
  const served = serve(incoming, simulation, mishap.processed ?? fault.processed);
  const delivery = fault.apply(served.answer, mishap);
  if (delivery === undefined) {
    return { ...served, delivery: { answer: served.answer, wire: { kind: 'whole' } }, mishap: undefined };
  }
  return { ...served, answer: delivery.answer, delivery, mishap: fault.name };
}
