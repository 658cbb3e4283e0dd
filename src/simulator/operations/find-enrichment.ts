import { type ErrorAnswer, enrichmentNotFound, websetNotFound } from '../error-answers.ts';
import type { EnrichmentState } from '../lifecycle/enrichment.ts';
import type { Simulation } from '../simulation.ts';
import type { WebsetState } from '../store.ts';
import type { Call } from './operation.ts';

export type Found =
  | { readonly webset: WebsetState; readonly state: EnrichmentState }
  | { readonly error: ErrorAnswer };

/** The enrichment that a call names, or the error it gets: none found, or a scenario that refuses it. */
export function findEnrichment({ parameters, now }: Call, { store }: Simulation): Found {
  const webset = store.webset(parameters['webset'] ?? '');
  if (webset === undefined) return { error: websetNotFound };
  const state = store.enrichment(webset, parameters['id'] ?? '', now);
  if (state === undefined) return { error: enrichmentNotFound };
  const { refusal } = state.behaviour;
  return refusal === undefined ? { webset, state } : { error: refusal };
}
