import type { Assumptions } from '../assumptions.ts';
import type { EnrichmentState } from './enrichment.ts';
import { settle } from './settle.ts';

/** What a cancel does, and why. `assumed` names the assumption that the verdict rests on, if it rests on one. */
export interface CancelOutcome {
  readonly state: EnrichmentState;
  readonly verdict: Assumptions['secondCancel' | 'cancelCompleted'];
  readonly assumed?: 'secondCancel' | 'cancelCompleted';
}

/** A cancel at `now` of an enrichment that is settled at `now`. Only the first one of a running one is observed. */
export function askCancel(state: EnrichmentState, now: number): CancelOutcome {
  const { assumptions, timings } = state.behaviour;
  if (state.enrichment.status === 'completed') {
    return { state, verdict: assumptions.cancelCompleted, assumed: 'cancelCompleted' };
  }
  if (state.cancelAskedAt !== undefined || state.enrichment.status === 'canceled') {
    return { state, verdict: assumptions.secondCancel, assumed: 'secondCancel' };
  }
  const due = {
    ...state.due,
    canceled: now + (timings.cancelTakes ?? Infinity),
    completed: Math.min(state.due.completed, now + (timings.completesAfterCancel ?? Infinity)),
  };
  return { state: settle({ ...state, due, cancelAskedAt: now }, now), verdict: 200 };
}
