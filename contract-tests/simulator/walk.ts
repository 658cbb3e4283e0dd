import {
  createSimulator,
  type RequestEntry,
  type SeenExchange,
  type Simulator,
  type SimulatorOptions,
} from 'exa-enrichments/simulator';
import { named, type State, stateOf } from './machine.ts';

export type Step =
  | { readonly what: 'advance'; readonly ms: number }
  | { readonly what: 'read'; readonly which: number; readonly init: RequestInit }
  | {
      readonly what: 'cancel';
      readonly which: number;
      readonly init: RequestInit;
      readonly body: string | undefined;
    }
  | { readonly what: 'create' }
  | { readonly what: 'cancel the Webset' }
  | { readonly what: 'cancel nothing' };

/** What happened on a walk. */
export interface Walk {
  readonly seen: readonly SeenExchange[];
  readonly states: ReadonlySet<State>;
  /** Those that were made, in order. */
  readonly transitions: readonly string[];
}

/** None, the one that was observed, and such as the contract refuses. */
export const bodies: readonly (string | undefined)[] = [
  undefined,
  undefined,
  '{}',
  '{',
  '{"a":1}',
  '[]',
  'null',
];

const withKey = { headers: { 'x-api-key': 'a-key' }, redirect: 'manual' } as const;

/** Each way to carry a key or none, so that refusals are part of the walks. */
export const requestInits: readonly RequestInit[] = [
  withKey,
  withKey,
  withKey,
  { ...withKey, headers: { authorization: 'Bearer a-key' } },
  { ...withKey, headers: { 'x-api-key': 'not a key' } },
  { ...withKey, headers: {} },
];

/** Does the steps one after the other, and looks at every enrichment after each. */
export async function walk(options: SimulatorOptions, steps: readonly Step[]): Promise<Walk> {
  const seen: SeenExchange[] = [];
  const simulator = createSimulator({ clock: 'manual', ...options, onExchange: (each) => seen.push(each) });
  const asked = new Set<string>();
  const before = new Map<string, State>();
  const transitions: string[] = [];
  const states = new Set<State>();
  const look = (): void => {
    const last = simulator.requests.at(-1);
    if (last !== undefined) for (const id of askedBy(last, simulator)) asked.add(id);
    for (const enrichment of simulator.websets[0]?.enrichments ?? []) {
      const from = before.get(enrichment.id);
      const to = stateOf(enrichment, asked.has(enrichment.id));
      before.set(enrichment.id, to);
      states.add(to);
      if (from !== undefined && from !== to) transitions.push(named(from, to));
    }
  };
  look();
  for (const step of steps) {
    await take(step, simulator);
    look();
  }
  return { seen, states, transitions };
}

async function take(step: Step, simulator: Simulator): Promise<void> {
  const { fetch, running, websets } = simulator;
  if (step.what === 'advance') return simulator.advance(step.ms);
  const webset = `https://api.exa.ai/websets/v0/websets/${running.webset}`;
  const post = { ...withKey, method: 'POST' };
  if (step.what === 'create') {
    const body = JSON.stringify({ description: 'How large is it?' });
    return drain(fetch(`${webset}/enrichments`, { ...post, body }));
  }
  if (step.what === 'cancel the Webset') return drain(fetch(`${webset}/cancel`, post));
  if (step.what === 'cancel nothing') return drain(fetch(`${webset}/enrichments/none/cancel`, post));
  const enrichments = websets[0]?.enrichments ?? [];
  const address = `${webset}/enrichments/${enrichments[step.which % enrichments.length]?.id}`;
  if (step.what === 'read') return drain(fetch(address, step.init));
  const { body, init } = step;
  if (body === undefined) return drain(fetch(`${address}/cancel`, { ...init, method: 'POST' }));
  const headers = { ...init.headers, 'content-type': 'application/json' };
  return drain(fetch(`${address}/cancel`, { ...init, method: 'POST', headers, body }));
}

async function drain(answer: Promise<Response>): Promise<void> {
  await (await answer).text();
}

/** The enrichments that a request asks to cancel, if it was taken: one, or all of the Webset. */
function askedBy(
  { operationId, parameters, status }: RequestEntry,
  { websets }: Simulator,
): readonly string[] {
  if (status !== 200) return [];
  if (operationId === 'websets-enrichments-cancel') return [parameters['id'] ?? ''];
  if (operationId === 'websets-cancel') return (websets[0]?.enrichments ?? []).map(({ id }) => id);
  return [];
}
