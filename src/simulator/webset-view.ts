import { copyOf } from './copy-of.ts';
import type { WebsetEnrichment } from './lifecycle/enrichment.ts';
import type { Store, WebsetState } from './store.ts';

/** A Webset as it stands, for a test to look at. */
export interface WebsetView {
  readonly id: string;
  readonly externalId: string | null;
  /** Whether somebody canceled the whole Webset. */
  readonly canceled: boolean;
  readonly enrichments: readonly WebsetEnrichment[];
}

/** A Webset as it stands at `now`, for whoever looks to keep and to change. */
export function viewOf(webset: WebsetState, store: Store, now: number): WebsetView {
  return {
    id: webset.id,
    externalId: webset.externalId,
    canceled: webset.canceledAt !== undefined,
    enrichments: copyOf(store.enrichments(webset, now)),
  };
}
