import { createClientOn, type ExaClient } from '../create-client.ts';
import type { ClientOptions } from '../options.ts';
import { KEY, REF } from './enrichments.test-support.ts';
import { createFakeRuntime } from './fake-runtime.test-support.ts';
import { scriptedFetch } from './scripted-fetch.test-support.ts';

const answeredBy = (response: Response, options: ClientOptions): ExaClient => {
  const runtime = createFakeRuntime();
  const { fetch } = scriptedFetch(runtime, response);
  return createClientOn(runtime, { apiKey: KEY, fetch, maxRetries: 0, ...options });
};

/** What a cancel that is answered so comes to. */
export const cancel = (response: Response, options: ClientOptions = {}): Promise<unknown> =>
  answeredBy(response, options).cancel(REF);

/** What a read that is answered so comes to. */
export const get = (response: Response, options: ClientOptions = {}): Promise<unknown> =>
  answeredBy(response, options).get(REF);

/** An answer, byte for byte. */
export const text = (body: string | Uint8Array, type = 'application/json', status = 200): Response =>
  new Response(body as string, { status, headers: { 'content-type': type } });
