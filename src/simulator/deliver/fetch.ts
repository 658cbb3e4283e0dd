import { exchange, keyHeader } from '../exchange.ts';
import type { Delivery } from '../faults/fault.ts';
import type { Incoming } from '../incoming.ts';
import type { Simulation } from '../simulation.ts';
import { bodyOver, type Reader } from './body-stream.ts';
import { following } from './follow.ts';
import { fetchFailed } from './network-error.ts';

/** As many as the platform follows before it gives up. */
const MOST_REDIRECTS = 20;
/** Statuses that a Response can't have a body with. */
const BODYLESS: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * A function of the shape of `fetch` that answers from the simulation, and fails as undici does: a lost
 * connection is a TypeError, an abort rejects with its reason, a body can fail half-way.
 */
export function createFetch(simulation: Simulation): typeof globalThis.fetch {
  const open = new Set<Request>();
  return async (input, init) => {
    let request = new Request(input, init);
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const response = await once(request, simulation, open);
      const next = following(request, response);
      if (next === undefined) return described(response, request.url, redirects > 0);
      request = next;
    }
    throw fetchFailed('', 'redirect count exceeded');
  };
}

async function once(request: Request, simulation: Simulation, open: Set<Request>): Promise<Response> {
  const { method, headers, signal } = request;
  signal.throwIfAborted();
  const body = request.body === null ? undefined : await request.text();
  signal.throwIfAborted();
  const incoming: Incoming = { method, headers, url: new URL(request.url), body };
  if (incoming.url.hostname.endsWith('.invalid')) return unreachable(incoming, simulation);
  const delivery = exchange(incoming, simulation);
  // Nothing else refers to a request that waits for ever, and its signal would go with it.
  if (delivery.wire.kind === 'silent' || delivery.wire.kind === 'stalled') open.add(request);
  return deliver(delivery, simulation, { signal, ended: () => open.delete(request) });
}

async function deliver(delivery: Delivery, { clock }: Simulation, reader: Reader): Promise<Response> {
  const { answer, wire } = delivery;
  if (wire.kind === 'silent') return untilAborted(reader);
  if (wire.kind === 'reset') throw fetchFailed('ECONNRESET', 'read ECONNRESET');
  if (wire.kind === 'delayed') await clock.sleep(wire.ms, reader.signal);
  const { status, headers } = answer;
  const body = BODYLESS.has(status) ? null : bodyOver(wire, answer.body, clock, reader);
  return new Response(body, { status, headers });
}

function untilAborted({ signal, ended }: Reader): Promise<never> {
  return new Promise((_, reject) => {
    const abort = (): void => {
      ended();
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
  });
}

/** No name below `.invalid` ever resolves (RFC 6761). The log keeps that somebody tried, and with a key or not. */
function unreachable(incoming: Incoming, { log, now, onRequest }: Simulation): never {
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

/** A Response that is made by hand has no address; one that was fetched has. */
function described(response: Response, url: string, redirected: boolean): Response {
  return Object.defineProperties(response, { url: { value: url }, redirected: { value: redirected } });
}
