import type { components } from '../../generated/schema.js';

/** An enrichment as the API returns it. Unknown extra fields pass, at run time and in validation. */
export type Enrichment = components['schemas']['WebsetEnrichment'];

/**
 * Which enrichment is meant. An object, so that the two ids can't be swapped by position.
 *
 * Both are opaque strings: nothing is assumed about their form (observed: `webset_…`, `wenrich_…`). Refused before
 * any I/O are only those that no URL path can carry: `''`, `.`, `..`, and strings with a lone surrogate.
 */
export interface EnrichmentRef {
  /** The id or the externalId of the Webset (published). */
  readonly webset: string;
  /** The id of the enrichment. */
  readonly enrichment: string;
}
