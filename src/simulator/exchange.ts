import type { Delivery } from './faults/fault.ts';
import type { Incoming } from './incoming.ts';
import { serveStruck } from './mishaps/serve-struck.ts';
import type { Redactor } from './redact-keys.ts';
import type { RequestEntry } from './request-log.ts';
import { seenExchange } from './seen-exchange.ts';
import { findRoute } from './serve.ts';
import type { Simulation } from './simulation.ts';

/** Answers one request, with whatever mishap it meets; logs it, and shows it to those who look on. */
export function exchange(incoming: Incoming, simulation: Simulation): Delivery {
  const at = simulation.now();
  const found = findRoute(incoming);
  const known = typeof found === 'string' ? undefined : found;
  const operationId = known?.operation.operationId;
  const redact = simulation.redactorFor(incoming.headers);
  const struck = serveStruck(incoming, simulation, simulation.plan.next(operationId));
  const entry = simulation.log.add({
    at,
    method: incoming.method,
    origin: redact(incoming.url.origin),
    path: redact(incoming.url.pathname),
    operationId,
    parameters: withoutKeys(known?.parameters ?? {}, redact),
    key: keyHeader(incoming),
    status: struck.delivery.answer.status,
    fault: struck.mishap,
    assumed: struck.assumed,
  });
  simulation.onRequest?.(entry);
  const { onExchange } = simulation;
  if (onExchange !== undefined && isDelivered(struck.delivery))
    onExchange(seenExchange(incoming, struck.delivery.answer, entry, redact));
  return struck.delivery;
}

/** Hardly ever is there anything to take out. */
function withoutKeys(parameters: RequestEntry['parameters'], redact: Redactor): RequestEntry['parameters'] {
  const names = Object.keys(parameters);
  if (names.every((name) => redact(parameters[name] ?? '') === parameters[name])) return parameters;
  return Object.fromEntries(names.map((name) => [name, redact(parameters[name] ?? '')]));
}

/** Which header carries a key. */
export function keyHeader({ headers }: Incoming): RequestEntry['key'] {
  if (headers.get('x-api-key') !== null) return 'x-api-key';
  return headers.get('authorization') === null ? 'none' : 'authorization';
}

/** Whether the whole answer gets there, so that there is an exchange to record. */
function isDelivered({ wire }: Delivery): boolean {
  return wire.kind === 'whole' || wire.kind === 'delayed' || wire.kind === 'dripping';
}
