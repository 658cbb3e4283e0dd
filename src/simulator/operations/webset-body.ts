import type { WebsetEnrichment } from '../lifecycle/enrichment.ts';
import type { WebsetState } from '../store.ts';

/** A Webset as the neighbouring operations answer it. Not part of the fragment; the fields are those observed. */
export interface WebsetBody {
  readonly id: string;
  readonly object: 'webset';
  readonly status: 'idle' | 'running';
  readonly externalId: string | null;
  readonly title: string | null;
  readonly searches: readonly [];
  readonly imports: readonly [];
  readonly enrichments: readonly WebsetEnrichment[];
  readonly monitors: readonly [];
  readonly excludes: readonly [];
  readonly metadata: Readonly<Record<string, string>>;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A Webset with its enrichments as they stand. Published: a canceled Webset is `idle`; here it also is when nothing runs in it. */
export function websetBody(webset: WebsetState, enrichments: readonly WebsetEnrichment[]): WebsetBody {
  const running = enrichments.some(({ status }) => status === 'pending');
  const createdAt = new Date(webset.createdAt).toISOString();
  return {
    id: webset.id,
    object: 'webset',
    status: running && webset.canceledAt === undefined ? 'running' : 'idle',
    externalId: webset.externalId,
    title: null,
    searches: [],
    imports: [],
    enrichments,
    monitors: [],
    excludes: [],
    metadata: {},
    createdAt,
    updatedAt: new Date(webset.canceledAt ?? webset.createdAt).toISOString(),
  };
}
