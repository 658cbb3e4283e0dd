import createFetchClient from 'openapi-fetch';
import type { paths } from '../../../generated/schema.js';

/** What each cancel is answered with: an enrichment as it was observed. */
export const BODY: string = JSON.stringify({
  id: 'wenrich_01example',
  object: 'webset_enrichment',
  status: 'pending',
  websetId: 'webset_01example',
  title: null,
  description: 'Find the headquarters of the company',
  format: 'text',
  options: null,
  instructions: null,
  metadata: {},
  createdAt: '2026-01-15T09:30:00.000Z',
  updatedAt: '2026-01-15T09:30:07.800Z',
});

export const HEADERS = { 'content-type': 'application/json; charset=utf-8' } as const;

const real = globalThis.fetch;
let isFake = false;

// One function for both: exa-js keeps the `fetch` that is there when it is loaded. One parameter counts, as with the
// platform's own.
globalThis.fetch = async (input, init = undefined) =>
  isFake ? new Response(BODY, { headers: HEADERS }) : real(input, init);

/** While this runs, every request is answered at once and without a socket. */
export async function withFakeFetch<T>(run: () => Promise<T>): Promise<T> {
  isFake = true;
  try {
    return await run();
  } finally {
    isFake = false;
  }
}

const KEY = 'not-a-real-key';
const WEBSET = 'webset_01example';
const ID = 'wenrich_01example';
const CANCEL = '/v0/websets/{webset}/enrichments/{id}/cancel';

export const CONTENDERS = ['exa-enrichments', 'openapi-fetch', 'exa-js', 'ky', 'fetch'] as const;
export type Contender = (typeof CONTENDERS)[number];
/** What the others are compared with: the typed client that this one is built on, with nothing around it. */
export const BASE: Contender = 'openapi-fetch';

/** One cancel by each, as its documentation has it done. All parse the answer; only the first validates it. */
export async function createContenders(origin: string): Promise<Record<Contender, () => Promise<unknown>>> {
  // Not before now: exa-js keeps the `fetch` that is there when it is loaded. By path, because what is measured is
  // what is shipped.
  const { createClient } = await import('../../../dist/index.js');
  const { Exa } = await import('exa-js');
  const { default: ky } = await import('ky');
  const baseUrl = `${origin}/websets`;
  const url = `${baseUrl}/v0/websets/${WEBSET}/enrichments/${ID}/cancel`;
  const headers = { 'x-api-key': KEY };
  // None of the others keeps to a pace, so that it would be the pace that is measured.
  const ours = createClient({ apiKey: KEY, baseUrl, requestsPerSecond: 'unlimited' });
  const typed = createFetchClient<paths>({ baseUrl, headers, fetch: (request) => globalThis.fetch(request) });
  const official = new Exa(KEY, baseUrl);
  return {
    'exa-enrichments': () => ours.cancel({ webset: WEBSET, enrichment: ID }),
    'openapi-fetch': () => typed.POST(CANCEL, { params: { path: { webset: WEBSET, id: ID } } }),
    'exa-js': () => official.websets.enrichments.cancel(WEBSET, ID),
    ky: () => ky.post(url, { headers }).json(),
    fetch: async () => (await fetch(url, { method: 'POST', headers })).json(),
  };
}
