import type { Behaviour } from '../behaviour.ts';
import type { EnrichmentState, WebsetEnrichment } from './enrichment.ts';
import { instructionsFor, titleFor } from './words.ts';

/** What a caller may say about a new enrichment; the rest is made. */
export type NewEnrichment = Pick<WebsetEnrichment, 'id' | 'websetId'> &
  Partial<
    Pick<WebsetEnrichment, 'description' | 'format' | 'options' | 'title' | 'instructions' | 'metadata'>
  >;

/** An enrichment that was created at `now` and runs. */
export function startEnrichment(fields: NewEnrichment, behaviour: Behaviour, now: number): EnrichmentState {
  const { description = 'Where is the head office?', options = null } = fields;
  const { writesAfter, runsFor } = behaviour.timings;
  const createdAt = new Date(now).toISOString();
  return {
    enrichment: {
      id: fields.id,
      object: 'webset_enrichment',
      status: 'pending',
      websetId: fields.websetId,
      title: fields.title ?? null,
      description,
      format: fields.format === undefined ? formatFor(options) : fields.format,
      options,
      instructions: fields.instructions ?? null,
      metadata: fields.metadata ?? {},
      createdAt,
      updatedAt: createdAt,
    },
    behaviour,
    writes: {
      title: fields.title ?? titleFor(description),
      instructions: fields.instructions ?? instructionsFor(description),
    },
    due: {
      written: now + (writesAfter ?? Infinity),
      completed: now + (runsFor ?? Infinity),
      canceled: Infinity,
    },
    cancelAskedAt: undefined,
  };
}

/** A null is a choice: published, though never observed. */
function formatFor(options: WebsetEnrichment['options']): WebsetEnrichment['format'] {
  return options === null ? 'text' : 'options';
}
