import type { BehaviourOptions } from '../behaviour.ts';
import type { NewEnrichment } from '../lifecycle/start-enrichment.ts';

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
