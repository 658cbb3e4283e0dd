import type { HeaderMap } from '../exchange.ts';

/** All values of a query parameter, decoded; undefined where it is not there. */
export function queryValues(url: string, name: string): string[] | undefined {
  const query = /\?([^#]*)/.exec(url)?.[1];
  if (query === undefined) return undefined;
  const values = new URLSearchParams(query).getAll(name);
  return values.length === 0 ? undefined : values;
}

export function cookieValue(headers: HeaderMap, name: string): string | undefined {
  for (const pair of (headers['cookie'] ?? []).join('; ').split(';')) {
    const equals = pair.indexOf('=');
    if (equals > 0 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim();
  }
  return undefined;
}
