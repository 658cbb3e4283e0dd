import type { components } from '../../../generated/schema.js';
import type { Behaviour } from '../behaviour.ts';

export type WebsetEnrichment = components['schemas']['WebsetEnrichment'];

/** One enrichment, and what is going to happen to it. Values are replaced, never changed. */
export interface EnrichmentState {
  /** What a read answers. */
  readonly enrichment: WebsetEnrichment;
  readonly behaviour: Behaviour;
  /** What the API is going to write into the two fields that are null at first. */
  readonly writes: { readonly title: string; readonly instructions: string };
  /** When which event is due, in milliseconds since the epoch; `Infinity` for never. */
  readonly due: Readonly<Record<LifecycleEvent, number>>;
  /** When a cancel was first accepted, in milliseconds since the epoch. */
  readonly cancelAskedAt: number | undefined;
}

/** What happens to an enrichment without a request. Where two are due together, the first of this list wins. */
export const lifecycleEvents = ['written', 'completed', 'canceled'] as const;
export type LifecycleEvent = (typeof lifecycleEvents)[number];
