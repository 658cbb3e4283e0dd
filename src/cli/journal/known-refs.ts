import type { EnrichmentRef } from '../../index.ts';
import { isSettled } from '../many/outcome.ts';
import type { JournalEntry } from './entry.ts';

/**
 * What the last line about a reference leaves to do. `settled` and `completed`: nothing. `in doubt`: a cancel may have
 * gone through, so it is read before another one is sent. `open`: it is cancelled as if for the first time.
 */
export type Known = 'settled' | 'completed' | 'in doubt' | 'open';

/** What a journal knows of each reference, by its {@link keyOf}. */
export type KnownRefs = ReadonlyMap<string, Known>;

/** The length keeps the two apart: ids may hold any character, so none could stand between them. */
export function keyOf({ webset, enrichment }: EnrichmentRef): string {
  return `${webset.length} ${webset}${enrichment}`;
}

/**
 * How a server refuses to cancel what has ended, or what is being cancelled: perhaps by a run that left no line of it.
 * `status` is one without a class of its own, such as 410.
 */
const REFUSALS = new Set(['bad-request', 'conflict', 'unprocessable-entity', 'status']);

export function knownBy({ outcome, error }: JournalEntry): Known {
  if (outcome === 'completed') return 'completed';
  if (outcome === 'failed') {
    const isInDoubt = error?.mayHaveSucceeded !== false || REFUSALS.has(error.code);
    return isInDoubt ? 'in doubt' : 'open';
  }
  // Intended and no more: nobody knows whether it left. Nor of what was cut off, or not seen to end.
  return outcome !== 'intended' && isSettled(outcome) ? 'settled' : 'in doubt';
}
