import { hasBody } from '../answers.ts';
import type { Delivery } from '../faults/fault.ts';
import { type Incoming, logUnserved } from '../serve/request-log.ts';
import { exchange } from '../serve/serve.ts';
import type { Simulation } from '../simulation.ts';
import { bodyOver, type Reader } from './fetch-body.ts';
import { type Asked, following, readArguments } from './fetch-request.ts';
import { fetchFailed } from './network-error.ts';

/** As many as the platform follows before it gives up. */
const MOST_REDIRECTS = 20;

/**
 * A function of the shape of `fetch` that answers from the simulation, and fails as undici does: a lost
 * connection is a TypeError, an abort rejects with its reason, a body can fail half-way.
 */
export function createFetch(simulation: Simulation): typeof globalThis.fetch {
  // Nothing else refers to a request that waits for ever, and its signal would go with it.
  const waiting = new Set<Asked>();
  return async (input, init) => {
    let asked = readArguments(input, init);
    const body = await readBody(asked);
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const delivery = exchangeOne(asked, asked.method === 'GET' ? undefined : body, simulation);
      const next = following(asked, delivery.answer);
      if (next === undefined) {
        const response = await deliver(asked, delivery, simulation, readerFor(asked, delivery, waiting));
        return described(response, asked.url.href, redirects > 0);
      }
      asked = next;
    }
    throw fetchFailed('', 'redirect count exceeded');
  };
}

async function readBody({ signal, text }: Asked): Promise<string | undefined> {
  signal?.throwIfAborted();
  const body = await text();
  signal?.throwIfAborted();
  return body;
}

function exchangeOne(asked: Asked, body: string | undefined, simulation: Simulation): Delivery {
  const { method, headers, url } = asked;
  const incoming: Incoming = { method, headers, url, body };
  if (isUnreachable(url)) unreachable(incoming, simulation);
  return exchange(incoming, simulation);
}

function readerFor(asked: Asked, { wire }: Delivery, waiting: Set<Asked>): Reader {
  if (wire.kind === 'silent' || wire.kind === 'stalled') waiting.add(asked);
  return { signal: asked.signal, ended: () => waiting.delete(asked) };
}

async function deliver(
  { method }: Asked,
  { answer, wire }: Delivery,
  { clock }: Simulation,
  reader: Reader,
): Promise<Response> {
  if (wire.kind === 'silent') return untilAborted(reader);
  if (wire.kind === 'reset') throw fetchFailed('ECONNRESET', 'read ECONNRESET');
  if (wire.kind === 'delayed') await clock.sleep(wire.ms, reader.signal);
  const { status, headers } = answer;
  if (hasBody(method, status))
    return new Response(bodyOver(wire, answer.body, clock, reader), { status, headers });
  reader.ended();
  return new Response(null, { status, headers });
}

function untilAborted({ signal, ended }: Reader): Promise<never> {
  return new Promise((_, reject) => {
    const abort = (): void => {
      ended();
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', abort, { once: true });
  });
}

/** A Response that is made by hand has no address; one that was fetched has. */
function described(response: Response, url: string, redirected: boolean): Response {
  return Object.defineProperties(response, { url: { value: url }, redirected: { value: redirected } });
}

/** No name below `.invalid` ever resolves (RFC 6761). */
function isUnreachable({ hostname }: URL): boolean {
  return hostname.endsWith('.invalid');
}

/** Fails as a name that does not resolve; the log keeps that somebody tried, and whether with a key. */
function unreachable(incoming: Incoming, simulation: Simulation): never {
  logUnserved(incoming, { at: simulation.now(), status: 0 }, simulation);
  throw fetchFailed('ENOTFOUND', `getaddrinfo ENOTFOUND ${incoming.url.hostname}`);
}
