import type { Enrichment } from '../enrichment.ts';

/** An enrichment as the API would return it. */
export function enrichment(fields: Partial<Enrichment> = {}): Enrichment {
  return {
    id: 'wenrich_01',
    object: 'webset_enrichment',
    status: 'pending',
    websetId: 'webset_01',
    title: null,
    description: 'Find the founding year',
    format: 'text',
    options: null,
    instructions: null,
    metadata: {},
    createdAt: '2025-11-23T00:39:20.696Z',
    updatedAt: '2025-11-23T00:39:21.135Z',
    ...fields,
  };
}

export const REF = { webset: 'webset_01', enrichment: 'wenrich_01' };

/** A key that is easy to search for in everything that must not hold it. */
export const KEY = 'exa-s3cret-Key/"\\9';

/** The answer of a server that speaks of the enrichment that a request names. */
export function answering(request: Request, fields: Partial<Enrichment> = {}): Response {
  const [, id = ''] = /\/enrichments\/([^/]+)/.exec(request.url) ?? [];
  return json(enrichment({ id: decodeURIComponent(id), ...fields }));
}

/** A JSON response. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });
}
