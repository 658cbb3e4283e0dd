import type { ExaClient } from '../create-client.ts';
import { createClientOn } from '../create-client.ts';
import type { ClientOptions } from '../options.ts';
import { enrichment, json, KEY } from './enrichments.test-support.ts';
import { createFakeRuntime, type FakeRuntime, type FakeRuntimeOptions } from './fake-runtime.test-support.ts';
import { type ScriptedFetch, type Step, scriptedFetch } from './scripted-fetch.test-support.ts';

interface Setup extends ScriptedFetch {
  readonly exa: ExaClient;
  readonly runtime: FakeRuntime;
}

/** A client whose requests are answered by the steps. */
export function setup(
  steps: readonly Step[],
  options: ClientOptions = {},
  runtimeOptions: FakeRuntimeOptions = {},
): Setup {
  const runtime = createFakeRuntime(runtimeOptions);
  const scripted = scriptedFetch(runtime, ...steps);
  return {
    ...scripted,
    runtime,
    exa: createClientOn(runtime, { apiKey: KEY, fetch: scripted.fetch, ...options }),
  };
}

export const ok: Response = json(enrichment());

/** A connection that broke: the request may have arrived. */
export const reset: Error = Object.assign(new TypeError('fetch failed'), {
  cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }),
});

/** A connection that was not made: nothing can have arrived. */
export const refused: Error = Object.assign(new TypeError('fetch failed'), {
  cause: Object.assign(new Error('no'), { code: 'ECONNREFUSED' }),
});
