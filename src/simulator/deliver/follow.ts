import { fetchFailed } from './network-error.ts';

/** The statuses that `fetch` takes for a redirect, where there is a `location`. */
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * The request that follows from a redirect as `fetch` makes it, or `undefined` if there is none to make. As on
 * the platform the `authorization` stays behind when the host changes, and `x-api-key` does not.
 *
 * @throws {TypeError} where the caller asked for redirects to be errors.
 */
export function following(request: Request, response: Response): Request | undefined {
  const location = response.headers.get('location');
  if (!REDIRECTS.has(response.status) || location === null || request.redirect === 'manual') return undefined;
  if (request.redirect === 'error') throw fetchFailed('', 'unexpected redirect');
  const url = new URL(location, request.url);
  const headers = new Headers(request.headers);
  if (url.origin !== new URL(request.url).origin) headers.delete('authorization');
  const method = becomesGet(request.method, response.status) ? 'GET' : request.method;
  return new Request(url, { method, headers, signal: request.signal });
}

function becomesGet(method: string, status: number): boolean {
  return (status === 303 && method !== 'HEAD') || ((status === 301 || status === 302) && method === 'POST');
}
