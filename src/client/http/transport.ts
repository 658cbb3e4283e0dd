import type { Answer, Call, Progress, Transport } from '../call/operation.ts';
import type { Attempt } from '../call/time-limits.ts';
import type { Core } from '../core.ts';
import {
  ConfigurationError,
  ConnectionError,
  ExaError,
  InvalidArgumentError,
  isConnectionError,
  isControlFlow,
  RedirectError,
} from '../errors.ts';
import { callSafely, type RequestEvent } from '../hooks.ts';
import type { Fetch } from '../options.ts';
import { ignoredProxy } from '../runtime.ts';
import { hostOf } from './address.ts';
import { connectionFailure } from './connection-failure.ts';
import { safeHeaders } from './headers.ts';
import { discard, readBody } from './read-body.ts';

/** The hardened `fetch` of one attempt: key, address, redirects, time and size. No body is left unread. */
export function createTransport(
  core: Core,
  call: Call<unknown>,
  progress: Progress,
  attempt: Attempt,
): Transport {
  const { notify, runtime } = core;
  const { operation, url, key, limits } = call;
  const number = progress.attempts + 1;
  const event = (): RequestEvent => ({
    action: operation.action,
    method: operation.method,
    url,
    attempt: number,
  });
  let started = 0;
  const transport: Transport = {
    async send(request, refuse) {
      notify?.('onRequest', event(), key);
      // By a hook, or while a middleware took its time: what nobody waits for is not sent.
      if (attempt.ended) throw attempt.ended;
      if ((operation.hasQuery ? request.url.split('?')[0] : request.url) !== url)
        throw new InvalidArgumentError(`the request would have gone to ${request.url}.`);
      core.authorize(request.headers, key);
      progress.attempts++;
      if (notify) started = runtime.now();
      let response: Response;
      try {
        response = await deliver(core, call, request, attempt.signal, progress);
      } catch (error) {
        throw asOurs(core, error);
      }
      checkResponse(response, core, call, attempt);
      if (refuse && !response.ok) {
        const { status, headers } = response;
        // The status alone says that it was refused, and what that means, whatever becomes of the body.
        const withoutBody = (error: unknown): Answer => {
          if (attempt.ended || !isConnectionError(error)) throw error;
          return { status, headers, body: new Uint8Array() };
        };
        refuse(await transport.read(response).catch(withoutBody));
      }
      return response;
    },
    async read(response) {
      const { status, headers } = response;
      let body: Uint8Array;
      try {
        body = await readBody(response, limits.maxResponseBytes, attempt);
      } catch (error) {
        throw asOurs(core, error);
      }
      if (notify) {
        const durationMs = runtime.now() - started;
        const more = { status, headers: safeHeaders(headers), bytes: body.length, durationMs };
        notify('onResponse', { ...event(), ...more }, key);
      }
      return { status, headers, body };
    },
  };
  return transport;
}

/** Hands the request to the `fetch` that was given, or else to that of the platform as it is now. */
function deliver(
  { fetch: given, uncached }: Core,
  { fetchOptions }: Call<unknown>,
  request: Request,
  signal: AbortSignal,
  progress: Progress,
): Promise<Response> {
  // Not in the request: a signal in there makes it half as slow again.
  if (given) return deliverTo(given, request, { ...fetchOptions, signal });
  // Not called as a method: a browser's fetch insists on its own `this`.
  const { fetch } = globalThis;
  if (typeof fetch === 'function')
    return deliverToPlatform(fetch, request, { ...uncached, ...fetchOptions, signal });
  progress.attempts--;
  throw new ConfigurationError('there is no `fetch` here. Pass one as the option `fetch`.');
}

/**
 * Next.js looks for the cache mode and the signal among the options alone, and with React answers equal reads of one
 * page by one response where it finds no signal there: so a read is handed over taken apart.
 */
function deliverToPlatform(
  fetch: typeof globalThis.fetch,
  request: Request,
  options: RequestInit,
): Promise<Response> {
  const { method, headers, redirect, url } = request;
  return method === 'GET' || method === 'HEAD'
    ? fetch(url, { ...options, method, headers, redirect })
    : fetch(request, options);
}

async function deliverTo(given: Fetch, request: Request, init: Parameters<Fetch>[1]): Promise<Response> {
  let answering: Promise<Response>;
  try {
    answering = given(request, init);
  } catch (error) {
    throw isControlFlow(error) ? error : connectionFailure(error, { threw: true });
  }
  // What fails before anything can have come over a network has sent nothing, if it is a mistake.
  let atOnce = true;
  const timer = setTimeout(() => {
    atOnce = false;
  });
  try {
    return await answering;
  } catch (error) {
    throw isControlFlow(error) || error instanceof ExaError ? error : connectionFailure(error, { atOnce });
  } finally {
    clearTimeout(timer);
  }
}

/** Of where a redirect leads to, so much is told, in characters: the host is what counts. */
const MOST_OF_A_LOCATION = 200;

function checkResponse(response: Response, core: Core, { url }: Call<unknown>, attempt: Attempt): void {
  const { status, type, headers, redirected, url: from, body, bodyUsed } = Object(response) as Response;
  if (typeof status !== 'number' || typeof headers?.get !== 'function')
    throw misbehaved('resolved with something else than a Response. Mend it.');
  // It was sent all the same: to try again would only send it again.
  if (bodyUsed || body?.locked) throw misbehaved('has read the answer already. Let it read a clone.');
  if (attempt.ended) {
    // A `fetch` that was given may not have listened: nobody waits for this answer any more.
    discard(response);
    throw attempt.ended;
  }
  // Also where a browser hides the status, and where a `fetch` that was given has followed one regardless.
  if (redirected || type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    discard(response);
    const location = headers.get('location') ?? undefined;
    const to = location === undefined ? '' : ` to ${location.slice(0, MOST_OF_A_LOCATION)}`;
    throw new RedirectError(
      `the server redirects (${status})${to}, which is never followed. Check \`baseUrl\`.`,
      {
        status,
        location,
        mayHaveSucceeded: true,
      },
    );
  }
  // What a mock answers with where it plays a network that fails.
  if (type === 'error' || status === 0)
    throw connectionFailure(new TypeError('an error in place of a response'));
  // A `fetch` that was given may go through a gateway, or make answers without an address.
  if (from && from !== url) tellOnce(core, `the answer came from ${from}, and not from ${url}.`);
}

function misbehaved(how: string): ConnectionError {
  return new ConnectionError(`the \`fetch\` that was given ${how}`, {
    passing: false,
    mayHaveSucceeded: true,
  });
}

/** What was rejected with, as an error of ours: further out it may have been a middleware. */
function asOurs(core: Core, error: unknown): unknown {
  if (isControlFlow(error) || error instanceof ExaError) return error;
  return connectionFailure(error, { hint: proxyHint(core) });
}

function proxyHint(core: Core): string | undefined {
  const host = hostOf(core.baseUrl);
  const name =
    core.fetch || core.defaults.fetchOptions?.['dispatcher'] || !host ? undefined : ignoredProxy(host);
  if (!name) return undefined;
  const hint = `${name} is set, but the \`fetch\` of this Node does not use it: pass a dispatcher of undici by \`fetchOptions\`.`;
  tellOnce(core, hint);
  return hint;
}

function tellOnce({ logger, told }: Core, message: string): void {
  if (!logger || told.has(message)) return;
  told.clear();
  told.add(message);
  callSafely(() => logger.warn(`exa-enrichments: ${message}`));
}
