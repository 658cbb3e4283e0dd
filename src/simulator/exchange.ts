import type { Delivery } from './faults/fault.ts';
import type { Incoming } from './incoming.ts';
import { logRequest } from './log-request.ts';
import { serveStruck } from './mishaps/serve-struck.ts';
import { seenExchange } from './seen-exchange.ts';
import { findRoute } from './serve.ts';
import type { Simulation } from './simulation.ts';

/** Answers one request, with whatever mishap it meets; logs it, and shows it to those who look on. */
export function exchange(incoming: Incoming, simulation: Simulation): Delivery {
  const at = simulation.now();
  const found = findRoute(incoming);
  const known = typeof found === 'string' ? undefined : found;
  const operationId = known?.operation.operationId;
  const struck = serveStruck(incoming, operationId, simulation);
  const { delivery, mishap: fault, assumed } = struck;
  const { status } = delivery.answer;
  const parameters = known?.parameters ?? {};
  const entry = logRequest(incoming, { at, operationId, parameters, status, fault, assumed }, simulation);
  const { onExchange } = simulation;
  if (onExchange !== undefined && isDelivered(delivery)) {
    onExchange(seenExchange(incoming, delivery.answer, entry, simulation.redactorFor(incoming.headers)));
  }
  return delivery;
}

/** Whether the whole answer gets there, so that there is an exchange to record. */
function isDelivered({ wire }: Delivery): boolean {
  return wire.kind === 'whole' || wire.kind === 'delayed' || wire.kind === 'dripping';
}
