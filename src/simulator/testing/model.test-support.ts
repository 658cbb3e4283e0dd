import type { Assumptions, Timings } from '../index.ts';

/**
 * The observed state machine once more, written down in another way than the simulator does: what is due when is
 * not looked up, but worked out from what was done. Where the two differ, one of them is wrong.
 */
export interface ModelEnrichment {
  readonly id: string;
  readonly createdAt: number;
  readonly timings: Timings;
  state: ModelState;
  askedAt: number | undefined;
}

export const modelStates = [
  'running',
  'running, written',
  'canceling',
  'canceling, written',
  'canceled',
  'completed',
] as const;
export type ModelState = (typeof modelStates)[number];

/** Every transition that can be made. */
export const transitions: readonly string[] = [
  'running -- written -> running, written',
  'running -- asked -> canceling',
  'running -- completed -> completed',
  'running, written -- asked -> canceling, written',
  'running, written -- completed -> completed',
  'canceling -- written -> canceling, written',
  'canceling -- asked again -> canceling',
  'canceling -- canceled -> canceled',
  'canceling -- completed -> completed',
  'canceling, written -- asked again -> canceling, written',
  'canceling, written -- canceled -> canceled',
  'canceling, written -- completed -> completed',
  'canceled -- asked again -> canceled',
  'completed -- asked -> completed',
];

/** Notes that something happened to an enrichment. */
export type Note = (transition: string) => void;

export function isOver({ state }: ModelEnrichment): boolean {
  return state === 'canceled' || state === 'completed';
}

export function isWritten({ state }: ModelEnrichment): boolean {
  return state.endsWith('written');
}

/** Lets time pass until `now`. */
export function pass(enrichment: ModelEnrichment, now: number, note: Note): void {
  const { timings, createdAt, askedAt } = enrichment;
  const after = (start: number | undefined, ms: number | null): number =>
    start === undefined || ms === null ? Infinity : start + ms;
  const written = after(createdAt, timings.writesAfter);
  const canceled = after(askedAt, timings.cancelTakes);
  const completed = Math.min(after(createdAt, timings.runsFor), after(askedAt, timings.completesAfterCancel));
  const end = Math.min(canceled, completed);
  if (isOver(enrichment)) return;
  if (written <= now && written <= end && !isWritten(enrichment)) {
    move(enrichment, 'written', `${base(enrichment)}, written`, note);
  }
  if (end <= now)
    move(
      enrichment,
      completed === end ? 'completed' : 'canceled',
      completed === end ? 'completed' : 'canceled',
      note,
    );
}

/** A cancel; answers the assumption that its answer has to rest on, if any. */
export function ask(enrichment: ModelEnrichment, now: number, note: Note): keyof Assumptions | undefined {
  if (enrichment.state === 'completed') {
    move(enrichment, 'asked', 'completed', note);
    return 'cancelCompleted';
  }
  if (enrichment.askedAt !== undefined) {
    move(enrichment, 'asked again', enrichment.state, note);
    return 'secondCancel';
  }
  move(enrichment, 'asked', isWritten(enrichment) ? 'canceling, written' : 'canceling', note);
  enrichment.askedAt = now;
  pass(enrichment, now, note);
  return undefined;
}

function base({ state }: ModelEnrichment): 'running' | 'canceling' {
  return state.startsWith('running') ? 'running' : 'canceling';
}

function move(enrichment: ModelEnrichment, event: string, to: ModelState, note: Note): void {
  note(`${enrichment.state} -- ${event} -> ${to}`);
  enrichment.state = to;
}
