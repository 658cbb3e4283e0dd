import type { EnrichmentReference } from '../create-simulator.ts';

/** Requests as a client makes them. */
export const withKey: RequestInit = { headers: { 'x-api-key': 'a-key' } };
export const cancelWithKey: RequestInit = { ...withKey, method: 'POST' };

/** Where an enrichment is. */
export function addressOf(
  { webset, enrichment }: EnrichmentReference,
  base = 'https://api.exa.ai/websets',
): string {
  return `${base}/v0/websets/${encodeURIComponent(webset)}/enrichments/${encodeURIComponent(enrichment)}`;
}
