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
