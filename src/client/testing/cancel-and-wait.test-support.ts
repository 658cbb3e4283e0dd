import type { ExaClient } from '../create-client.ts';
import { createClientOn } from '../create-client.ts';
import { enrichment, json, KEY } from './enrichments.test-support.ts';
import { createFakeRuntime, type FakeRuntime } from './fake-runtime.test-support.ts';
import { type ScriptedFetch, type Step, scriptedFetch } from './scripted-fetch.test-support.ts';

interface Setup extends ScriptedFetch {
  readonly exa: ExaClient;
  readonly runtime: FakeRuntime;
}

/** A client whose requests are answered by the steps. */
export function setup(...steps: readonly Step[]): Setup {
  const runtime = createFakeRuntime();
  const scripted = scriptedFetch(runtime, ...steps);
  return { ...scripted, runtime, exa: createClientOn(runtime, { apiKey: KEY, fetch: scripted.fetch }) };
}

export const pending: Response = json(enrichment());
export const canceled: Response = json(enrichment({ status: 'canceled', title: '[Deprecated]' }));
export const completed: Response = json(enrichment({ status: 'completed' }));

/** What was sent, and when. */
export const times = (sent: ScriptedFetch['sent']): string[] =>
  sent.map(({ method, at }) => `${method} ${at}`);
