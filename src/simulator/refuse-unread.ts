import { errorAnswer } from './answer.ts';
import type { ErrorAnswer } from './error-answers.ts';
import type { Delivery } from './faults/fault.ts';
import { type Arrival, logRequest } from './log-request.ts';
import type { Simulation } from './simulation.ts';

/** Answers a request that could not be read, and logs it. There is no exchange to record: half of one is none. */
export function refuseUnread(arrival: Arrival, error: ErrorAnswer, simulation: Simulation): Delivery {
  const answer = errorAnswer(error, arrival.url.pathname, simulation);
  const nothing = { operationId: undefined, parameters: {}, fault: undefined, assumed: undefined };
  logRequest(arrival, { at: simulation.now(), status: error.status, ...nothing }, simulation);
  return { answer, wire: { kind: 'whole' } };
}
