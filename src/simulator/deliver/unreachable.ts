import { keyHeader } from '../exchange.ts';
import type { Incoming } from '../incoming.ts';
import type { Simulation } from '../simulation.ts';
import { fetchFailed } from './network-error.ts';

/** No name below `.invalid` ever resolves (RFC 6761). */
export function isUnreachable({ hostname }: URL): boolean {
  return hostname.endsWith('.invalid');
}

/** Fails as a name that does not resolve; the log keeps that somebody tried, and whether with a key. */
export function unreachable(incoming: Incoming, { log, now, onRequest }: Simulation): never {
  const { method, url } = incoming;
  const entry = log.add({
    at: now(),
    method,
    origin: url.origin,
    path: url.pathname,
    operationId: undefined,
    parameters: {},
    key: keyHeader(incoming),
    status: 0,
    fault: undefined,
    assumed: undefined,
  });
  onRequest?.(entry);
  throw fetchFailed('ENOTFOUND', `getaddrinfo ENOTFOUND ${url.hostname}`);
}
