import type { ExaClient } from '../create-client.ts';
import { createClientOn } from '../create-client.ts';
import type { EnrichmentRef } from '../enrichment.ts';
import type { ExaError } from '../errors.ts';
import type { ManyResult } from '../many/cancel-many.ts';
import type { ClientOptions } from '../options.ts';
import { answering, KEY } from './enrichments.test-support.ts';
import { createFakeRuntime, type FakeRuntime } from './fake-runtime.test-support.ts';
import { type ScriptedFetch, type Step, scriptedFetch } from './scripted-fetch.test-support.ts';

export interface ManySetup extends ScriptedFetch {
  readonly exa: ExaClient;
  readonly runtime: FakeRuntime;
}

/** A client whose requests are answered by the steps, at once and for each enrichment if there are none. */
export function setup(steps: readonly Step[] = [answering], options: ClientOptions = {}): ManySetup {
  const runtime = createFakeRuntime();
  const scripted = scriptedFetch(runtime, ...steps);
  return {
    ...scripted,
    runtime,
    exa: createClientOn(runtime, { apiKey: KEY, fetch: scripted.fetch, ...options }),
  };
}

export function ref(number: number): EnrichmentRef {
  return { webset: 'w', enrichment: `e${number}` };
}

export function refs(count: number): EnrichmentRef[] {
  return Array.from({ length: count }, (_, at) => ref(at));
}

/** All results, and what the iteration ended with. */
export async function collect<Ref>(
  results: AsyncIterable<ManyResult<Ref>>,
): Promise<{ results: ManyResult<Ref>[]; error?: ExaError }> {
  const all: ManyResult<Ref>[] = [];
  try {
    for await (const result of results) all.push(result);
    return { results: all };
  } catch (error) {
    return { results: all, error: error as ExaError };
  }
}

/** Answers by the number in the enrichment id. */
export function byNumber(answer: (number: number) => Response | Promise<Response>): Step {
  return (request) => answer(Number(/e(\d+)\/cancel$/.exec(request.url)?.[1]));
}
