import type { HeaderMap } from '../exchange.ts';

/** A name and its value as they stand in the query, but for `+`, which is a space. */
export type QueryPair = readonly [name: string, rawValue: string];

/** The pairs of a URL's query, in order; names are decoded, values not: a delimiter in them is one only unencoded. */
export function queryPairs(url: string): QueryPair[] {
  const start = url.indexOf('?');
  const fragment = url.indexOf('#');
  if (start < 0 || (fragment >= 0 && fragment < start)) return [];
  return url
    .slice(start + 1, fragment < 0 ? url.length : fragment)
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
