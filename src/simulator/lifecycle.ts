import type { components } from '../../generated/schema.js';
import type { ErrorAnswer } from './answers.ts';
import type { Assumptions } from './assumptions.ts';

/**
 * How long things take, in milliseconds of simulated time; `null` means that it never happens.
 *
 * Observed is only the order of these events, and one enrichment that was `canceled` 7.8 s after its creation.
 */
export interface Timings {
  /** From the creation until title and instructions are written. */
  readonly writesAfter: number | null;
  /** From the creation until the enrichment ends `completed` by itself. */
  readonly runsFor: number | null;
  /** From the cancel until the enrichment is `canceled`. Zero: the cancel's own answer says so already. */
  readonly cancelTakes: number | null;
  /** From the cancel until the enrichment ends `completed` all the same, if it has not ended by then. */
  readonly completesAfterCancel: number | null;
}

/** An enrichment runs until somebody cancels it, and is then canceled six seconds later. */
export const defaultTimings: Timings = {
  writesAfter: 3_000,
  runsFor: null,
  cancelTakes: 6_000,
  completesAfterCancel: null,
};

/** How an enrichment, or the whole server, behaves: what a scenario comes down to. */
export interface Behaviour {
  readonly timings: Timings;
  readonly assumptions: Assumptions;
  /** Answered instead of anything else, if there. */
  readonly refusal: ErrorAnswer | undefined;
}

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
const lifecycleEvents = ['written', 'completed', 'canceled'] as const;
type LifecycleEvent = (typeof lifecycleEvents)[number];

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

/** What the title of a canceled enrichment was observed to become. */
export const deprecatedTitle = '[Deprecated]';

/** A title of the observed kind: a few words of what was asked for. */
export function titleFor(description: string): string {
  const words = description
    .replace(/[?.!]+$/, '')
    .split(/\s+/)
    .slice(0, 5)
    .join(' ');
  return words === '' ? 'Enrichment' : words;
}

/** Instructions of the observed kind: the description, put as an order. */
export function instructionsFor(description: string): string {
  return `Answer for each item: ${description}`;
}
