import {
  type EnrichmentState,
  type LifecycleEvent,
  lifecycleEvents,
  type WebsetEnrichment,
} from './enrichment.ts';
import { deprecatedTitle } from './words.ts';

/**
 * The enrichment as it is at `now`: every event that is due by then has happened, in its order. Nothing is
 * scheduled anywhere, so a simulator with a million enrichments has no timer.
 */
export function settle(state: EnrichmentState, now: number): EnrichmentState {
  let settled = state;
  for (let next = nextEvent(settled); next !== undefined; next = nextEvent(settled)) {
    const at = settled.due[next];
    if (at > now) break;
    settled = happen(settled, next, at);
  }
  return settled;
}

/** `canceled` and `completed` are final: a canceled enrichment can not be resumed (published). */
function nextEvent({ enrichment, due }: EnrichmentState): LifecycleEvent | undefined {
  if (enrichment.status !== 'pending') return undefined;
  let next: LifecycleEvent | undefined;
  for (const event of lifecycleEvents) {
    if (due[event] < (next === undefined ? Infinity : due[next])) next = event;
  }
  return next;
}

function happen(state: EnrichmentState, event: LifecycleEvent, at: number): EnrichmentState {
  const change = changes[event](state);
  return {
    ...state,
    enrichment: { ...state.enrichment, ...change, updatedAt: new Date(at).toISOString() },
    due: { ...state.due, [event]: Infinity },
  };
}

const changes: Record<LifecycleEvent, (state: EnrichmentState) => Partial<WebsetEnrichment>> = {
  written: ({ writes }) => writes,
  completed: ({ writes }) => ({ ...writes, status: 'completed' }),
  canceled: () => ({ title: deprecatedTitle, status: 'canceled' }),
};
