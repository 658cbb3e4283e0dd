import type { Incoming } from './incoming.ts';
import type { Redactor } from './redact-keys.ts';
import type { RequestEntry } from './request-log.ts';
import type { Simulation } from './simulation.ts';

/** A request as far as it could be read: one that is refused unread may have no URL. */
export interface Arrival extends Pick<Incoming, 'method' | 'headers'> {
  readonly url: Pick<URL, 'origin' | 'pathname'>;
}

/** What is told of a request besides what it says itself. */
type Outcome = Pick<RequestEntry, 'at' | 'operationId' | 'parameters' | 'status' | 'fault' | 'assumed'>;

/** Logs a request without its key, and tells those who look on. */
export function logRequest(arrival: Arrival, outcome: Outcome, simulation: Simulation): RequestEntry {
  const redact = simulation.redactorFor(arrival.headers);
  const entry = simulation.log.add({
    ...outcome,
    method: arrival.method,
    origin: redact(arrival.url.origin),
    path: redact(arrival.url.pathname),
    parameters: withoutKeys(outcome.parameters, redact),
    key: keyHeader(arrival),
  });
  simulation.onRequest?.(entry);
  return entry;
}

/** Hardly ever is there anything to take out. */
function withoutKeys(parameters: RequestEntry['parameters'], redact: Redactor): RequestEntry['parameters'] {
  const names = Object.keys(parameters);
  if (names.every((name) => redact(parameters[name] ?? '') === parameters[name])) return parameters;
  return Object.fromEntries(names.map((name) => [name, redact(parameters[name] ?? '')]));
}

/** Which header carries a key. */
function keyHeader({ headers }: Arrival): RequestEntry['key'] {
  if (headers.get('x-api-key') !== null) return 'x-api-key';
  return headers.get('authorization') === null ? 'none' : 'authorization';
}
