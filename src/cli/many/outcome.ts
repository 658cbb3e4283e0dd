import {
  type EnrichmentRef,
  isAbortedError,
  isCancelNotConfirmedError,
  type ManyResult,
} from '../../index.ts';

export const OUTCOMES = [
  'accepted',
  'canceled',
  'completed',
  'unconfirmed',
  'failed',
  'interrupted',
] as const;

/** What became of one of many; the words are those of a single cancel. */
export type Outcome = (typeof OUTCOMES)[number];

export function outcomeOf(result: ManyResult<EnrichmentRef>): Outcome {
  if (result.ok) {
    const { status } = result.enrichment;
    return status === 'pending' ? 'accepted' : status;
  }
  if (isAbortedError(result.error)) return 'interrupted';
  return isCancelNotConfirmedError(result.error) ? 'unconfirmed' : 'failed';
}

/** Whether nothing is left to do about it: neither would be gained by another cancel. */
export function isSettled(outcome: Outcome): boolean {
  return outcome === 'accepted' || outcome === 'canceled' || outcome === 'completed';
}
