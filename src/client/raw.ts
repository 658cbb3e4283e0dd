import createHttpClient from 'openapi-fetch';
import type { paths } from '../../generated/schema.js';
import { argumentError } from './argument-error.ts';
import { call } from './call.ts';
import type { Core, Http } from './core.ts';
import { InvalidArgumentError } from './errors/invalid-argument-error.ts';
import type { Ids, Operation } from './operation.ts';
import { CANCEL, GET } from './operations.ts';
import { parseJson } from './parse-json.ts';
import { RESERVED } from './request-headers.ts';

/** Options of openapi-fetch that would lead round the transport. */
const FIXED = ['baseUrl', 'fetch', 'Request', 'pathSerializer', 'redirect'];

type Init = Readonly<Record<string, unknown>> & {
  readonly params?: { readonly path?: Partial<Ids> };
  readonly signal?: AbortSignal | null | undefined;
};
type Method = (method: string, path: string, init?: Init) => Promise<unknown>;

/**
 * The typed openapi-fetch client, for what the other functions don't do, on the same transport: the key is added on
 * the way out, addresses are checked, redirects refused, time and size limited. One call is one request: nothing is
 * tried again, and no body is held against the schema.
 */
export function createRaw(core: Core): Http {
  const http = createHttpClient<paths>(core.httpOptions);
  const request: Method = (method, path, init) =>
    send(method, path, init).catch((error) => Promise.reject(argumentError(error)));
  const send: Method = async (method, path, given) => {
    // As `fetch` has it: null is none.
    const init = given ?? {};
    const name = method.toUpperCase();
    const known = [GET, CANCEL].find((operation) => operation.method === name && operation.path === path);
    if (!known) throw new InvalidArgumentError(`There is no operation ${name} ${path}. Nothing was sent.`);
    const fixed = FIXED.find((option) => init[option] !== undefined);
    if (fixed) throw new InvalidArgumentError(`\`${fixed}\` can't be set for one call. Nothing was sent.`);
    const { action, changes } = known;
    const operation: Operation<unknown> = {
      action,
      method,
      path,
      changes,
      run: (_, __, { headers, signal, fetch }) =>
        (http.request as Method)(method, path, {
          ...init,
          // Ours goes in below, and is linked with this one.
          signal: undefined,
          async fetch(made: Request) {
            // After any middleware: none has the last word, or sees the key.
            const odd = [...made.headers.keys()].find((header) => RESERVED.test(header));
            if (odd) throw new InvalidArgumentError(`the header ${odd} can't be set.`);
            if (made.method !== name)
              throw new InvalidArgumentError(`the method can't be changed to ${made.method}.`);
            const sent = new Request(made, { redirect: 'manual', signal });
            for (const [header, value] of Object.entries(headers)) sent.headers.set(header, value);
            const reply = await fetch(sent);
            const { status, body } = reply;
            if (status < 300 && body.length > 0 && (init['parseAs'] ?? 'json') === 'json') parseJson(reply);
            return new Response(body.length > 0 ? body : null, reply);
          },
        }),
    };
    const { webset = '', id = '' } = init.params?.path ?? {};
    return call(
      core,
      operation,
      { webset, enrichment: id },
      { signal: init.signal ?? undefined, maxRetries: 0 },
    );
  };
  const raw: Record<string, unknown> = { ...http, request };
  for (const method of Object.keys(http).filter((name) => name === name.toUpperCase())) {
    raw[method] = (path: string, init?: Init) => request(method, path, init);
  }
  return raw as unknown as Http;
}
