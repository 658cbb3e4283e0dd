import type { AsyncCommand } from 'fast-check';
import type { Assumptions, SeenExchange, Simulator, WebsetEnrichment } from '../index.ts';
import { addressOf, cancelWithKey, withKey } from './addresses.test-support.ts';
import { problemsOf } from './conforms.test-support.ts';
import { ask, isOver, isWritten, type ModelEnrichment, type Note, pass } from './model.test-support.ts';

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
    same('the assumption in the log', last?.entry.assumed, mark);
    same('the assumption in the answer', last?.response.headers['x-simulator-assumption']?.[0], mark);
    if (verdict === 200) expectBody(model, real, enrichment);
    else same('the answer', [last?.response.status, problems(real)], [verdict, []]);
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
    same('whether the webset is canceled', simulator.websets[0]?.canceled, true);
  },
  toString: () => 'cancel the webset',
});

/** Requests that must change nothing, whatever they are answered. */
export const stray = (index: number): Command => ({
  check: () => true,
  async run({ webset, enrichments, assumptions }, real) {
    const id = enrichments[0]?.id ?? '';
    const [status, enrichment, init] = strays[index % strays.length] ?? strays[0];
    await real.simulator.fetch(`${addressOf({ webset, enrichment: enrichment ?? id })}/cancel`, init);
    same(
      'the answer',
      [real.seen.at(-1)?.response.status, problems(real)],
      [status === 'oddBody' ? assumptions.oddBody : status, []],
    );
  },
  toString: () => `stray ${index}`,
});

const strays: readonly [Stray, ...Stray[]] = [
  [404, 'none', cancelWithKey],
  [401, undefined, { method: 'POST' }],
  [400, undefined, { method: 'POST', headers: { 'x-api-key': 'not a key' } }],
  ...['{', '{"a":1}', '[]', 'null'].map((body): Stray => ['oddBody', undefined, { ...cancelWithKey, body }]),
];
type Stray = readonly [number | 'oddBody', string | undefined, RequestInit];

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
  const body = JSON.parse(real.seen.at(-1)?.response.body ?? '') as WebsetEnrichment;
  const before = real.last.get(enrichment.id);
  real.last.set(enrichment.id, body);
  const over = isOver(enrichment);
  same('what is wrong with the body', problems(real), []);
  same('the status', body.status, over ? enrichment.state : 'pending');
  same('whether the title is the deprecated one', body.title === '[Deprecated]', body.status === 'canceled');
  if (!over) same('whether there is a title', body.title !== null, isWritten(enrichment));
  same('whether it was updated in the future', Date.parse(body.updatedAt) > model.now, false);
  if (before === undefined) return;
  same('whether updatedAt goes back', body.updatedAt < before.updatedAt, false);
  same('whether the title is lost', body.title === null && before.title !== null, false);
  same(
    'whether the instructions are lost',
    body.instructions === null && before.instructions !== null,
    false,
  );
  if (before.status !== 'pending') same('an enrichment that is over', body, before);
}

/** What `expect` does, at a price that tens of thousands of steps can afford. */
function same(what: string, received: unknown, wanted: unknown): void {
  const [got, want] = [JSON.stringify(received), JSON.stringify(wanted)];
  if (got !== want) throw new Error(`${what}: received ${got}, and not ${want}`);
}
