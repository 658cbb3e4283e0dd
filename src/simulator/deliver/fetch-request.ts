import type { Answer } from '../answers.ts';
import { fetchFailed } from './network-error.ts';

/** A request as the fetch-shaped form works with it: what a Request says, without being one. */
export interface Asked {
  /** Upper case. */
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly redirect: 'follow' | 'manual' | 'error';
  readonly signal: AbortSignal | undefined;
  /** The whole body; may be asked once. */
  readonly text: () => Promise<string | undefined>;
}

type FetchArguments = Parameters<typeof globalThis.fetch>;

/**
 * Reads the arguments of a `fetch`. To make a Request takes longer than everything else here, so one is made only
 * where there is something in the arguments that the platform had better understand itself.
 *
 * @throws {TypeError} where `fetch` would.
 */
export function readArguments(input: FetchArguments[0], init: FetchArguments[1]): Asked {
  if (typeof input === 'string' || input instanceof URL) {
    const plain = readPlain(input, init ?? {});
    if (plain !== undefined) return plain;
  }
  if (input instanceof Request && hasOnlySignal(init))
    return fromRequest(input, init?.signal ?? input.signal);
  const request = new Request(input, init);
  return fromRequest(request, request.signal);
}

/** What a call of the usual kind consists of. Any other member of `init` is for a Request to read. */
const USUAL: ReadonlySet<string> = new Set(['method', 'headers', 'signal', 'redirect']);

function readPlain(input: string | URL, init: NonNullable<FetchArguments[1]>): Asked | undefined {
  const { method = 'GET', redirect = 'follow', signal } = init;
  if (method !== 'GET' && method !== 'POST') return undefined;
  if (redirect !== 'follow' && redirect !== 'manual' && redirect !== 'error') return undefined;
  if (!Object.keys(init).every((name) => USUAL.has(name))) return undefined;
  if (signal !== undefined && signal !== null && !(signal instanceof AbortSignal)) return undefined;
  const address = String(input);
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return undefined;
  const headers = new Headers(init.headers);
  return { method, url, headers, redirect, signal: signal ?? undefined, text: async () => undefined };
}

function hasOnlySignal(init: FetchArguments[1]): boolean {
  return Object.keys(init ?? {}).every((name) => name === 'signal');
}

function fromRequest(request: Request, signal: AbortSignal): Asked {
  const { method, headers, redirect } = request;
  const text = async (): Promise<string | undefined> => (request.body === null ? undefined : request.text());
  return { method, url: new URL(request.url), headers, redirect, signal, text };
}

/** The statuses that `fetch` takes for a redirect, where there is a `location`. */
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * The request that follows from a redirect as `fetch` makes it, or `undefined` if there is none to make. As on
 * the platform the `authorization` stays behind when the host changes, and `x-api-key` does not.
 *
 * @throws {TypeError} where the caller asked for redirects to be errors.
 */
export function following(asked: Asked, { status, headers }: Answer): Asked | undefined {
  const { location } = headers;
  if (!REDIRECTS.has(status) || location === undefined || asked.redirect === 'manual') return undefined;
  if (asked.redirect === 'error') throw fetchFailed('', 'unexpected redirect');
  const url = new URL(location, asked.url);
  const kept = new Headers(asked.headers);
  if (url.origin !== asked.url.origin) kept.delete('authorization');
  return { ...asked, url, headers: kept, ...(becomesGet(asked.method, status) ? asGet : {}) };
}

const asGet: Pick<Asked, 'method' | 'text'> = { method: 'GET', text: async () => undefined };

function becomesGet(method: string, status: number): boolean {
  return (status === 303 && method !== 'HEAD') || ((status === 301 || status === 302) && method === 'POST');
}
