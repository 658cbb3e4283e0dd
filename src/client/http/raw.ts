import { operations } from '../../../generated/client-operations.js';
import { call, nothingSent } from '../call/call.ts';
import { CANCEL, GET } from '../call/client-operations.ts';
import type { Operation, Params } from '../call/operation.ts';
import { delayAfter } from '../call/retry-policy.ts';
import type { Core, Http } from '../core.ts';
import { InvalidArgumentError } from '../errors.ts';
import { isRateLimitError } from '../status-errors.ts';
import { RESERVED } from './headers.ts';
import { parseJson } from './parse-success.ts';
import { createStatusError } from './status-error.ts';

/** Options of openapi-fetch that would lead round the transport. */
const FIXED = ['baseUrl', 'fetch', 'Request', 'pathSerializer', 'redirect', 'cache'];

const SAFE_METHOD = /^(GET|HEAD|OPTIONS|TRACE)$/;

type Init = Readonly<Record<string, unknown>> & {
  readonly params?: { readonly path?: Params; readonly query?: object };
  readonly headers?: object | null | undefined;
  readonly signal?: AbortSignal | null | undefined;
};
type Method = (method: string, path: string, init?: Init) => Promise<unknown>;

/**
 * The typed openapi-fetch client itself, for what the other functions don't do, on the same transport. It takes every
 * operation of the generated table. One call is one request: nothing is tried again, and no body is held against the
 * schema.
 */
export function createRaw(core: Core): Http {
  const http = core.createHttp();
  const request: Method = async (method, path, given) => {
    let known: Operation<unknown>;
    // As `fetch` has it: null is none.
    const init = given ?? {};
    try {
      known = operationOf(http, method.toUpperCase(), path, init);
    } catch (error) {
      throw nothingSent(error, 'call an operation');
    }
    const params = (): Params => texts(init.params?.path ?? {});
    return call(core, known, params, { signal: init.signal ?? undefined, maxRetries: 0 });
  };
  return new Proxy(http, {
    get(target, name) {
      if (name === 'request') return request;
      if (typeof name === 'string' && name === name.toUpperCase())
        return (path: string, init?: Init) => request(name, path, init);
      return Reflect.get(target, name);
    },
  });
}

function operationOf(http: Http, method: string, path: string, init: Init): Operation<unknown> {
  const id = (operations as Readonly<Record<string, string>>)[`${method} ${path}`];
  if (!id) throw new InvalidArgumentError(`there is no operation ${method} ${path}.`);
  const fixed = FIXED.find((option) => init[option] !== undefined);
  if (fixed) throw new InvalidArgumentError(`\`${fixed}\` can't be set for one call.`);
  // openapi-fetch looks into no other iterable.
  const { headers } = init;
  const plain =
    headers && Symbol.iterator in headers ? Object.fromEntries(headers as Iterable<never>) : headers;
  const named = [GET, CANCEL].find((one) => one.method === method && one.path === path);
  return {
    action: named?.action ?? `call ${id}`,
    method,
    path,
    changes: !SAFE_METHOD.test(method),
    hasQuery: init.params?.query !== undefined,
    run: (core, { key }, transport) =>
      (http.request as Method)(method, path, {
        ...init,
        headers: plain,
        // Ours is given to `fetch`, and linked with this one.
        signal: undefined,
        async fetch(made: Request) {
          const answer = await transport.read(await transport.send(checked(made, method)));
          const { status, headers, body } = answer;
          const isJson = (init['parseAs'] ?? 'json') === 'json';
          if (status < 300 && body.length > 0 && isJson) parseJson(answer);
          const error = status >= 400 ? createStatusError(answer, core.runtime.date(), key) : undefined;
          if (isRateLimitError(error))
            core.rateLimit.close(delayAfter(error, 0, core.runtime.random()), error);
          // A status that no Response can have.
          if (error && status > 599) throw error;
          return new Response(body.length > 0 ? body.slice() : null, { status, headers });
        },
      }),
  };
}

/** Path parameters as openapi-fetch writes them: a number, where the description has one, by its digits. */
function texts(params: Params): Params {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? `${value}` : value]),
  );
}

/** After any middleware: none has the last word, or sees the key, which goes into a copy. */
function checked(made: Request, method: string): Request {
  const odd = [...made.headers.keys()].find((header) => RESERVED.test(header));
  if (odd) throw new InvalidArgumentError(`the header ${odd} can't be set.`);
  if (made.method !== method)
    throw new InvalidArgumentError(`the method can't be changed to ${made.method}.`);
  return new Request(made, { redirect: 'manual' });
}
