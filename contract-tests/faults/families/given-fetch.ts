import { type ClientOptions, createClient } from 'exa-enrichments';
import type { Family, Fault, Scene } from '../fault.ts';
import { KEY, REF } from '../try-fault.ts';
import { broken } from '../wire/broken.ts';
import { ok, reply } from '../wire/replies.ts';

type Given = NonNullable<ClientOptions['fetch']>;

/** A client whose requests are sent by that. */
function given(fault: string, fetch: (scene: Scene) => Given, rest: Omit<Fault, 'fault' | 'client'>): Fault {
  return { fault, ...rest, client: (scene) => ({ fetch: fetch(scene) }) };
}

/** Found at the first attempt, and nothing can have happened. */
const mistaken = { outcome: 'connection', attempts: 1, may: false, requests: 0 } as const;

export const givenFetch: Family = {
  family: 'A `fetch` of one’s own',
  faults: [
    given('hands on both arguments', () => (request, init) => fetch(request, init), {
      want: { outcome: 'ok pending' },
    }),
    given(
      'hands on the request alone, and is aborted: the call ends all the same',
      () => (request) => fetch(request),
      {
        answers: [broken.silence],
        call: (exa, { server, controller: { signal }, controller }) => {
          void server.received(1).then(() => {
            controller.abort();
            // Nothing else ends what that `fetch` has begun.
            setTimeout(() => void server.close(), 100);
          });
          return exa.cancel(REF, { signal });
        },
        want: { outcome: 'aborted', attempts: 1, may: true },
      },
    ),
    {
      fault: 'goes to a gateway: the answer counts, and where it came from is told once',
      answers: [ok()],
      call: async (_, { server }) => {
        const told: string[] = [];
        const exa = createClient({
          apiKey: KEY,
          baseUrl: `${server.url}/websets`,
          fetch: ({ url, method, headers }, init) =>
            fetch(url.replace('/websets/', '/gateway/websets/'), { ...init, method, headers }),
          logger: { debug: () => {}, warn: (line) => told.push(line) },
        });
        const { status } = await exa.cancel(REF);
        await exa.cancel(REF);
        return `${status}, told ${told.filter((line) => line.includes(`came from ${server.url}/gateway/`)).length}`;
      },
      want: {
        outcome: 'ok pending, told 1',
        requests: 2,
        also: ({ server }) =>
          server.requests.every(({ path }) => path.startsWith('/gateway/')) ? undefined : 'went elsewhere',
      },
    },
    given(
      'follows a redirect of its own',
      () => (request, init) => fetch(request, { ...init, redirect: 'follow' }),
      {
        answers: [reply(307, '', { location: '/elsewhere' }), ok()],
        want: { outcome: 'redirect 200', attempts: 1, may: true, requests: 2 },
      },
    ),
    given(
      'has a mistake in it, and rejects',
      () => async () => (undefined as never as { send(): Promise<Response> }).send(),
      { want: { ...mistaken, says: /the `fetch` that was given failed before anything was sent/ } },
    ),
    given(
      'has a mistake in it, and throws',
      () => () => {
        throw new Error('no such pool');
      },
      { want: { ...mistaken, says: /the `fetch` that was given failed.*no such pool/ } },
    ),
    given(
      'has a mistake in it, after the answer came',
      () => async (request, init) => {
        const response = await fetch(request, init);
        return (response as never as { unwrap(): Response }).unwrap();
      },
      { want: { outcome: 'connection', attempts: 1, may: true, says: /the `fetch` that was given failed/ } },
    ),
    given('gives something else than a response', () => async () => ({ ok: true }) as never, {
      want: {
        outcome: 'connection',
        attempts: 1,
        may: true,
        requests: 0,
        says: /something else than a Response/,
      },
    }),
    given(
      'rejects with a Response as the cause, as msw does for `HttpResponse.error()`',
      () => () => Promise.reject(new TypeError('Failed to fetch', { cause: Response.error() })),
      {
        want: {
          outcome: 'connection',
          attempts: 3,
          may: true,
          requests: 0,
          says: /^(?!.*(\[object|\(\)|undefined)).*Failed to fetch/,
        },
      },
    ),
    given('rejects with nothing at all', () => () => Promise.reject(undefined), {
      want: { outcome: 'connection', attempts: 3, may: true, requests: 0 },
    }),
    given(
      'throws what a framework steers by: untouched, and not tried again',
      () => () => Promise.reject(Object.assign(new Error('rendered later'), { digest: 'DYNAMIC' })),
      { want: { outcome: 'not an error of ours: Error: rendered later', requests: 0 } },
    ),
  ],
};
