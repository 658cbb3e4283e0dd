import type { Incoming } from '../incoming.ts';
import { logRequest } from '../log-request.ts';
import type { Simulation } from '../simulation.ts';
import { fetchFailed } from './network-error.ts';

/** No name below `.invalid` ever resolves (RFC 6761). */
export function isUnreachable({ hostname }: URL): boolean {
  return hostname.endsWith('.invalid');
}

/** Fails as a name that does not resolve; the log keeps that somebody tried, and whether with a key. */
export function unreachable(incoming: Incoming, simulation: Simulation): never {
  const nothing = { operationId: undefined, parameters: {}, fault: undefined, assumed: undefined };
  logRequest(incoming, { at: simulation.now(), status: 0, ...nothing }, simulation);
  throw fetchFailed('ENOTFOUND', `getaddrinfo ENOTFOUND ${incoming.url.hostname}`);
}
