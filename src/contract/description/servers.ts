import { child, children, type Node } from './description.ts';

/** A server whose variables have more values together than this is taken with its defaults alone. */
const MOST_VARIANTS = 100;

/**
 * The path part of each server URL, without trailing slash; variables take each of their documented values. Only
 * paths: recordings are made through proxies, gateways and on loopback, so the origin says little, and the path
 * says which operation was called.
 */
export function basePathsOf(servers: Node | undefined): string[] {
  const paths = children(servers).flatMap(([, server]) => urlsOf(server).map(basePathOf));
  return paths.length === 0 ? [''] : [...new Set(paths)];
}

function urlsOf(server: Node): string[] {
  const template = child(server, 'url')?.value;
  if (typeof template !== 'string') return [''];
  const names = [...template.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name as string);
  const values = new Map(names.map((name) => [name, valuesOf(server, name)]));
  const variants = [...values.values()].reduce((product, list) => product * list.length, 1);
  let urls = [template];
  for (const [name, list] of values) {
    const used = variants > MOST_VARIANTS ? list.slice(0, 1) : list;
    urls = urls.flatMap((url) => used.map((value) => url.replaceAll(`{${name}}`, value)));
  }
  return urls;
}

/** The default of a variable, then the other values it may take. */
function valuesOf(server: Node, name: string): string[] {
  const variables = child(server, 'variables');
  const variable = variables && child(variables, name);
  const fallback = variable && child(variable, 'default')?.value;
  const others = children(variable && child(variable, 'enum')).map(([, { value }]) => String(value));
  return [...new Set([String(fallback ?? others[0] ?? `{${name}}`), ...others])];
}

function basePathOf(url: string): string {
  const path = url.replace(/^[^/?#]*:\/\/[^/?#]*/, '').replace(/[?#].*$/s, '');
  // A relative URL is relative to where the description was found, which nobody knows: taken from the root.
  const absolute = `/${path}`.replace(/\/(?:\.{0,2}\/)+/g, '/').replace(/\/\.{0,2}$/, '');
  return absolute === '/' ? '' : absolute;
}
