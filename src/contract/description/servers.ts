import { child, children, type Node } from './description.ts';

/**
 * The path part of each server URL, without trailing slash; variables take their defaults. Only paths: recordings
 * are made through proxies, gateways and on loopback, so the origin says little, and the path says which
 * operation was called.
 */
export function basePathsOf(servers: Node | undefined): string[] {
  const paths = children(servers).map(([, server]) => basePathOf(server));
  return paths.length === 0 ? [''] : [...new Set(paths)];
}

function basePathOf(server: Node): string {
  const template = child(server, 'url')?.value;
  if (typeof template !== 'string') return '';
  const variables = child(server, 'variables');
  const url = template.replace(/\{([^}]*)\}/g, (whole, name: string) => {
    const variable = variables && child(variables, name);
    const fallback = variable && child(variable, 'default')?.value;
    return fallback === undefined ? whole : String(fallback);
  });
  const path = url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '').replace(/[?#].*$/, '');
  const trimmed = path.replace(/\/+$/, '');
  return trimmed === '' || trimmed.startsWith('/') ? trimmed : `/${trimmed}`;
}
