import type { HeaderMap } from '../../exchange.ts';

/** A name and its value as they stand in the query, but for `+`, which is a space. */
export type QueryPair = readonly [name: string, rawValue: string];

/** The query as it stands in a URL, without its question mark; undefined where it has none. */
export function queryOf(url: string): string | undefined {
  const [before] = url.split('#', 1) as [string];
  const start = before.indexOf('?');
  return start < 0 ? undefined : before.slice(start + 1);
}

/** The pairs of a URL's query, in order; names are decoded, values not: a delimiter in them is one only unencoded. */
export function queryPairs(url: string): QueryPair[] {
  return (queryOf(url) ?? '')
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name, value] = pair.replaceAll('+', '%20').split(/=(.*)/s, 2);
      return [decodePercent(name as string), value ?? ''];
    });
}

export function cookieValue(headers: HeaderMap, name: string): string | undefined {
  for (const pair of (headers['cookie'] ?? []).join('; ').split(';')) {
    const equals = pair.indexOf('=');
    if (equals > 0 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim();
  }
  return undefined;
}

/** Text without its percent-encoding; as it is where that is broken. */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Where the path of a URL begins and ends as it stands in it, without query and fragment. */
export interface PathBounds {
  readonly start: number;
  readonly end: number;
}

export function pathBounds(url: string): PathBounds {
  const end = endOfPath(url);
  const colon = url.indexOf(':');
  const hasScheme = colon >= 0 && colon < end && url.startsWith('//', colon + 1);
  if (!hasScheme && !url.startsWith('//')) return { start: 0, end };
  const start = url.indexOf('/', hasScheme ? colon + 3 : 2);
  return start < 0 || start > end ? { start: end, end } : { start, end };
}

export function pathOf(url: string): string {
  const { start, end } = pathBounds(url);
  return url.slice(start, end);
}

function endOfPath(url: string): number {
  const query = url.indexOf('?');
  const fragment = url.indexOf('#');
  if (query < 0) return fragment < 0 ? url.length : fragment;
  return fragment < 0 ? query : Math.min(query, fragment);
}
