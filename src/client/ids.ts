import type { EnrichmentRef } from './enrichment.ts';
import type { Ids } from './operation.ts';

/** The ids of a reference. Each is read once, so that what is checked is what is sent. */
export function idsOf(ref: EnrichmentRef): Ids {
  const { webset, enrichment } = Object(ref) as EnrichmentRef;
  return { webset, id: enrichment };
}
