import type { WebsetEnrichment } from 'exa-enrichments/simulator';

/** What can be told of an enrichment from outside: what it says, and whether a cancel of it was taken. */
export const states = [
  'running',
  'running, written',
  'asked',
  'asked, written',
  'canceled',
  'completed',
] as const;
export type State = (typeof states)[number];

/** The observed lifecycle. Nothing leads out of `canceled` and `completed`, and nobody takes a cancel back. */
const next: Readonly<Record<State, readonly State[]>> = {
  running: ['running, written', 'asked', 'canceled', 'completed'],
  'running, written': ['asked, written', 'canceled', 'completed'],
  asked: ['asked, written', 'canceled', 'completed'],
  'asked, written': ['canceled', 'completed'],
  canceled: [],
  completed: [],
};

export const transitions: readonly string[] = states.flatMap((from) =>
  next[from].map((to) => named(from, to)),
);

export function named(from: State, to: State): string {
  return `${from} -> ${to}`;
}

export function stateOf({ status, title }: WebsetEnrichment, asked: boolean): State {
  if (status !== 'pending') return status;
  const state = asked ? 'asked' : 'running';
  return title === null ? state : `${state}, written`;
}
