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
