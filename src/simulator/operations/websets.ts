import { type ErrorAnswer, websetNotFound } from '../answers.ts';
import { askCancel, type WebsetEnrichment } from '../lifecycle.ts';
import type { WebsetState } from '../store.ts';
import { type Neighbour, sentObject } from './simulated-operation.ts';

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
function websetBody(webset: WebsetState, enrichments: readonly WebsetEnrichment[]): WebsetBody {
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

/** A neighbour: creates an empty Webset. Observed to answer 201, where 200 is published. */
export const createWebset: Neighbour = {
  method: 'POST',
  path: '/v0/websets',
  serve({ body, now }, { store, createId }) {
    const sent = sentObject(body);
    const externalId = sent?.['externalId'] ?? null;
    if (sent === undefined || (externalId !== null && typeof externalId !== 'string'))
      return { error: notUnderstood };
    if (externalId !== null && externalId.length > 300) return { error: notUnderstood };
    if (externalId !== null && store.webset(externalId) !== undefined) return { error: taken };
    const id = createId('webset');
    const webset = { id, externalId, createdAt: now, canceledAt: undefined, enrichments: new Map() };
    return { status: 201, value: websetBody(webset, []), effect: () => store.addWebset(webset) };
  },
};

/** The words are invented. */
const notUnderstood: ErrorAnswer = { status: 400, shape: 'service', message: 'The Webset is not valid' };
const taken: ErrorAnswer = { status: 409, shape: 'service', message: 'The externalId is taken' };

/** A neighbour: reads a Webset with its enrichments. */
export const getWebset: Neighbour = {
  method: 'GET',
  path: '/v0/websets/{webset}',
  serve({ parameters, now }, { store }) {
    const webset = store.webset(parameters['webset'] ?? '');
    if (webset === undefined) return { error: websetNotFound };
    return { status: 200, value: websetBody(webset, store.enrichments(webset, now)) };
  },
};

/**
 * The destructive neighbour: stops the whole Webset. It really does so here, so that a test can see that a
 * client never got to it.
 */
export const cancelWebset: Neighbour = {
  method: 'POST',
  path: '/v0/websets/{webset}/cancel',
  serve({ parameters, now }, { store }) {
    const webset = store.webset(parameters['webset'] ?? '');
    if (webset === undefined) return { error: websetNotFound };
    const canceled = { ...webset, canceledAt: webset.canceledAt ?? now };
    const asked = [...webset.enrichments.keys()]
      .flatMap((id) => store.enrichment(webset, id, now) ?? [])
      .map((state) => askCancel(state, now).state);
    return {
      status: 200,
      value: websetBody(
        canceled,
        asked.map(({ enrichment }) => enrichment),
      ),
      effect() {
        store.replaceWebset(canceled);
        for (const state of asked) store.putEnrichment(canceled, state);
      },
    };
  },
};
