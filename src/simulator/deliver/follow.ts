import type { Answer } from '../answer.ts';
import type { Asked } from './asked.ts';
import { fetchFailed } from './network-error.ts';

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
