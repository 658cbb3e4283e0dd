import type { Answer } from './answer.ts';
import type { Incoming } from './incoming.ts';
import { serve } from './serve.ts';
import type { Simulation } from './simulation.ts';

/** Answers one request and logs it. */
export function exchange(incoming: Incoming, simulation: Simulation): Answer {
  const at = simulation.now();
  const { answer, route, assumed } = serve(incoming, simulation, true);
  simulation.log.add({
    at,
    method: incoming.method,
    origin: incoming.url.origin,
    path: incoming.url.pathname,
    operationId: route?.operation.operationId,
    parameters: route?.parameters ?? {},
    key: incoming.headers.get('x-api-key') !== null ? 'x-api-key' : bearer(incoming),
    status: answer.status,
    fault: undefined,
    assumed,
  });
  return answer;
}

function bearer({ headers }: Incoming): 'authorization' | 'none' {
  return headers.get('authorization') === null ? 'none' : 'authorization';
}
