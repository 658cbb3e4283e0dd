import createFetchClient from 'openapi-fetch';
import type { paths } from '../../../generated/schema.js';

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
  const { default: Exa } = await import('exa-js');
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
