import { exchange } from '../exchange.ts';
import type { Simulation } from '../simulation.ts';

/** A function of the shape of `fetch` that answers from the simulation. */
export function createFetch(simulation: Simulation): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const body = request.body === null ? undefined : await request.text();
    request.signal.throwIfAborted();
    const { method, headers, url } = request;
    const answer = exchange({ method, headers, url: new URL(url), body }, simulation);
    const response = new Response(answer.body, { status: answer.status, headers: answer.headers });
    // A Response that is made by hand has no address; one that was fetched has.
    Object.defineProperty(response, 'url', { value: url });
    return response;
  };
}
