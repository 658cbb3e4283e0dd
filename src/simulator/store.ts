import { type EnrichmentState, settle, type WebsetEnrichment } from './lifecycle.ts';
import { SimulatorOptionError } from './options/value-checks.ts';

/** A Webset, as far as the simulator knows one. */
export interface WebsetState {
  readonly id: string;
  /** Chosen by the user: any characters, at most 300 of them. */
  readonly externalId: string | null;
  readonly createdAt: number;
  /** When the whole Webset was canceled; what the safety of a client is judged by. */
  readonly canceledAt: number | undefined;
  readonly enrichments: Map<string, EnrichmentState>;
}

/** All Websets, by id and by externalId. Everything read from it is settled at the time of the read. */
export interface Store {
  /** @throws {SimulatorOptionError} where the id or the externalId is taken. */
  addWebset(webset: WebsetState): void;
  /** By id or by externalId. */
  webset(reference: string): WebsetState | undefined;
  websets(): IterableIterator<WebsetState>;
  enrichment(webset: WebsetState, id: string, now: number): EnrichmentState | undefined;
  /** All enrichments of a Webset, as they are read. */
  enrichments(webset: WebsetState, now: number): readonly WebsetEnrichment[];
  putEnrichment(webset: WebsetState, state: EnrichmentState): void;
  replaceWebset(webset: WebsetState): void;
}

export function createStore(): Store {
  const byId = new Map<string, WebsetState>();
  const idOf = new Map<string, string>();

  function enrichment(webset: WebsetState, id: string, now: number): EnrichmentState | undefined {
    const known = webset.enrichments.get(id);
    if (known === undefined) return undefined;
    const settled = settle(known, now);
    if (settled !== known) webset.enrichments.set(id, settled);
    return settled;
  }

  return {
    addWebset(webset) {
      for (const name of [webset.id, ...(webset.externalId === null ? [] : [webset.externalId])]) {
        if (idOf.has(name)) throw new SimulatorOptionError(`two websets are called ${JSON.stringify(name)}`);
      }
      byId.set(webset.id, webset);
      idOf.set(webset.id, webset.id);
      if (webset.externalId !== null) idOf.set(webset.externalId, webset.id);
    },
    webset: (reference) => byId.get(idOf.get(reference) ?? ''),
    websets: () => byId.values(),
    enrichment,
    enrichments: (webset, now) =>
      [...webset.enrichments.keys()].flatMap((id) => enrichment(webset, id, now)?.enrichment ?? []),
    putEnrichment(webset, state) {
      webset.enrichments.set(state.enrichment.id, state);
    },
    replaceWebset(webset) {
      byId.set(webset.id, webset);
    },
  };
}

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

/**
 * A copy that shares nothing with the original, of what is JSON as all that the API tells is. Enrichments are copied when
 * they come in and when somebody looks at them, not for each answer.
 */
export function copyOf<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
