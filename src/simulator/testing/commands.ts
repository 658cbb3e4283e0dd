import { expect } from '@jest/globals';
import type { AsyncCommand } from 'fast-check';
import type { Assumptions, SeenExchange, Simulator, WebsetEnrichment } from '../index.ts';
import { addressOf, cancelWithKey, withKey } from './addresses.ts';
import { problemsOf } from './conforms.ts';
import { ask, type ModelEnrichment, type Note, pass } from './model.ts';

/** What is known about the simulator without looking into it. */
export interface Model {
  readonly webset: string;
  readonly assumptions: Assumptions;
  readonly enrichments: ModelEnrichment[];
  readonly note: Note;
  now: number;
}

/** The simulator, with what it answered so far. */
export interface Real {
  readonly simulator: Simulator;
  readonly seen: SeenExchange[];
  /** The last body seen of each enrichment. */
  readonly last: Map<string, WebsetEnrichment>;
}

export type Command = AsyncCommand<Model, Real>;

export const advance = (ms: number): Command => ({
  check: () => true,
  async run(model, { simulator }) {
    simulator.advance(ms);
    model.now += ms;
    for (const enrichment of model.enrichments) pass(enrichment, model.now, model.note);
  },
  toString: () => `advance ${ms}`,
});

export const read = (index: number): Command => ({
  check: () => true,
  async run(model, real) {
    const enrichment = pick(model, index);
    const { webset } = model;
    await real.simulator.fetch(addressOf({ webset, enrichment: enrichment.id }), withKey);
    expectBody(model, real, enrichment);
  },
  toString: () => `read ${index}`,
});

export const cancel = (index: number): Command => ({
  check: () => true,
  async run(model, real) {
    const enrichment = pick(model, index);
    const { webset } = model;
    await real.simulator.fetch(`${addressOf({ webset, enrichment: enrichment.id })}/cancel`, cancelWithKey);
    const assumption = ask(enrichment, model.now, model.note);
    const verdict = assumption === undefined ? 200 : model.assumptions[assumption];
    const mark = assumption === undefined ? undefined : `${assumption}=${verdict}`;
    const last = real.seen.at(-1);
    expect(last?.entry.assumed).toBe(mark);
    expect(last?.response.headers['x-simulator-assumption']?.[0]).toBe(mark);
    if (verdict === 200) expectBody(model, real, enrichment);
    else expect([last?.response.status, problems(real)]).toEqual([verdict, []]);
  },
  toString: () => `cancel ${index}`,
});

export const create = (): Command => ({
  check: ({ enrichments }) => enrichments.length < 4,
  async run({ webset, enrichments, now, note }, { simulator }) {
    const [first] = enrichments;
    if (first === undefined) throw new Error('A walk starts with one enrichment.');
    const body = JSON.stringify({ description: 'How large is it?' });
    const url = addressOf({ webset, enrichment: '' });
    const response = await simulator.fetch(url.slice(0, -1), { ...withKey, method: 'POST', body });
    const { id } = (await response.json()) as WebsetEnrichment;
    const created: ModelEnrichment = {
      id,
      createdAt: now,
      timings: first.timings,
      state: 'running',
      askedAt: undefined,
    };
    pass(created, now, note);
    enrichments.push(created);
  },
  toString: () => 'create',
});

export const cancelWebset = (): Command => ({
  check: () => true,
  async run({ webset, enrichments, now, note }, { simulator }) {
    await simulator.fetch(`https://api.exa.ai/websets/v0/websets/${webset}/cancel`, cancelWithKey);
    for (const enrichment of enrichments) ask(enrichment, now, note);
    expect(simulator.websets[0]?.canceled).toBe(true);
  },
  toString: () => 'cancel the webset',
});

/** Requests that must change nothing, whatever they are answered. */
export const stray = (index: number): Command => ({
  check: () => true,
  async run({ webset, enrichments }, real) {
    const id = enrichments[0]?.id ?? '';
    const [status, enrichment, init] = strays[index % strays.length] ?? strays[0];
    await real.simulator.fetch(`${addressOf({ webset, enrichment: enrichment ?? id })}/cancel`, init);
    expect([real.seen.at(-1)?.response.status, problems(real)]).toEqual([status, []]);
  },
  toString: () => `stray ${index}`,
});

const strays: readonly [Stray, ...Stray[]] = [
  [404, 'none', cancelWithKey],
  [401, undefined, { method: 'POST' }],
  [400, undefined, { method: 'POST', headers: { 'x-api-key': 'not a key' } }],
];
type Stray = readonly [number, string | undefined, RequestInit];

function pick({ enrichments }: Model, index: number): ModelEnrichment {
  const picked = enrichments[index % enrichments.length];
  if (picked === undefined) throw new Error('A walk starts with one enrichment.');
  return picked;
}

function problems({ seen }: Real): readonly string[] {
  const last = seen.at(-1);
  return last === undefined ? ['nothing was answered'] : problemsOf(last);
}

/** The body that was just answered is valid, what the model says, and follows from the one before it. */
function expectBody(model: Model, real: Real, enrichment: ModelEnrichment): void {
  expect(problems(real)).toEqual([]);
  const body = JSON.parse(real.seen.at(-1)?.response.body ?? '') as WebsetEnrichment;
  const before = real.last.get(enrichment.id);
  real.last.set(enrichment.id, body);
  const over = enrichment.state === 'canceled' || enrichment.state === 'completed';
  expect(body.status).toBe(over ? enrichment.state : 'pending');
  expect(body.title === '[Deprecated]').toBe(body.status === 'canceled');
  if (!over) expect(body.title !== null).toBe(enrichment.state.endsWith('written'));
  expect(Date.parse(body.updatedAt)).toBeLessThanOrEqual(model.now);
  if (before === undefined) return;
  expect(body.updatedAt >= before.updatedAt).toBe(true);
  expect(body.title === null && before.title !== null).toBe(false);
  expect(body.instructions === null && before.instructions !== null).toBe(false);
  if (before.status !== 'pending') expect(body).toEqual(before);
}
