import { type Behaviour, type BehaviourOptions, behave } from './behaviour.ts';
import { type NewEnrichment, startEnrichment } from './lifecycle/start-enrichment.ts';
import type { Simulation } from './simulation.ts';
import type { WebsetState } from './store.ts';

/** An enrichment to start with. What is left out is made; how it behaves is taken from the server. */
export interface EnrichmentSeed extends BehaviourOptions, Partial<Omit<NewEnrichment, 'websetId'>> {}

/** A Webset to start with. */
export interface WebsetSeed {
  readonly id?: string;
  /** Any characters, at most 300. One that is `.` or `..` can not be addressed by any URL. */
  readonly externalId?: string;
  readonly enrichments?: readonly EnrichmentSeed[];
}

/** One Webset in which one enrichment runs. */
export const defaultWebsets: readonly WebsetSeed[] = [{ enrichments: [{}] }];

/** Adds a Webset with its enrichments. @throws {SimulatorOptionError} where an id is taken. */
export function addWebset(seed: WebsetSeed, simulation: Simulation): WebsetState {
  const webset: WebsetState = {
    id: seed.id ?? simulation.createId('webset'),
    externalId: seed.externalId ?? null,
    createdAt: simulation.now(),
    canceledAt: undefined,
    enrichments: new Map(),
  };
  simulation.store.addWebset(webset);
  for (const enrichment of seed.enrichments ?? []) addEnrichment(webset, enrichment, simulation);
  return webset;
}

/** Adds an enrichment to a Webset, and answers its id. */
export function addEnrichment(webset: WebsetState, seed: EnrichmentSeed, simulation: Simulation): string {
  const { scenario, timings, assumptions, ...fields } = seed;
  const options = {
    ...(scenario && { scenario }),
    ...(timings && { timings }),
    ...(assumptions && { assumptions }),
  };
  const behaviour: Behaviour = behave(options, simulation.behaviour);
  const id = seed.id ?? simulation.createId('wenrich');
  simulation.store.putEnrichment(
    webset,
    startEnrichment({ ...fields, id, websetId: webset.id }, behaviour, simulation.now()),
  );
  return id;
}
