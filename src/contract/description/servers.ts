import { child, children, type Description, type Node, placeOf } from './description.ts';
import type { DescriptionReader } from './reader.ts';

/** More base paths than this are not made of one server, for each operation has them all. */
const MOST_VARIANTS = 100;

/** A parameter without a name: it may be anything, and nothing is said of it. */
const ANYTHING = '{}';

/**
 * The path part of each server URL, without trailing slash; variables take each of their documented values, and `{}`
 * stands for one that may have any. Only paths: recordings are made through proxies, gateways and on loopback, so the
 * origin says little, and the path says which operation was called.
 */
export function basePathsOf(reader: DescriptionReader, servers: Node | undefined): string[] {
  const { description } = reader;
  const paths = description
    .members(servers)
    .flatMap(([, server]) => urlsOf(reader, description.deref(server)).map(basePathOf));
  return paths.length === 0 ? [''] : [...new Set(paths)];
}

function urlsOf({ description, limitations }: DescriptionReader, server: Node): string[] {
  const at = child(server, 'url');
  const template = at?.value;
  if (at === undefined || typeof template !== 'string') return [''];
  const path = template.slice(AUTHORITY.exec(template)?.[0].length ?? 0);
  const limit = (what: string): void => limitations.add('unsupported', placeOf(at), what);
  const names = new Set(Array.from(template.matchAll(/\{([^}]*)\}/g), ([, name]) => name as string));
  // One that stands in the origin alone makes no difference.
  const values = [...names]
    .map((name) => [name, valuesOf(description, server, name, limit)] as const)
    .filter(([name, list]) => path.includes(`{${name}}`) || list.some(hasSlash));
  const variants = values.reduce((product, [, list]) => product * list.length, 1);
  if (variants > MOST_VARIANTS) {
    limit(`the values of the server's variables are not judged: they combine in ${variants} ways`);
  }
  let urls = [template];
  for (const [name, list] of values) {
    const used = variants > MOST_VARIANTS ? leastOf(list) : list;
    urls = urls.flatMap((url) => used.map((value) => url.replaceAll(`{${name}}`, () => value)));
  }
  return urls;
}

/** What a variable may stand for: its default, then the other values of its `enum`; without one, anything. */
function valuesOf(
  description: Description,
  server: Node,
  name: string,
  limit: (what: string) => void,
): string[] {
  const variable = description.at(description.at(server, 'variables'), name);
  const fallback = variable && child(variable, 'default')?.value;
  const others = children(variable && child(variable, 'enum')).map(([, { value }]) => String(value));
  if (others.length > 0) return [...new Set([String(fallback ?? others[0]), ...others])];
  const byDefault = fallback === undefined ? ANYTHING : String(fallback);
  if (AUTHORITY.exec(byDefault)?.[0] === byDefault) return [byDefault];
  if (hasSlash(byDefault)) {
    // It may be any number of segments, and what follows it could be anywhere.
    limit(`the server's variable ${name} is taken to be its default: ${byDefault}`);
    return [byDefault];
  }
  return byDefault === '' ? ['', ANYTHING] : [ANYTHING];
}

/** One value in place of many: whatever comes, unless it takes more than a segment. */
function leastOf(values: readonly string[]): readonly string[] {
  return values.some(hasSlash) ? values.slice(0, 1) : [ANYTHING];
}

/** The origin of a URL, with or without its scheme. */
const AUTHORITY = /^(?:[^/?#]*:)?\/\/[^/?#]*/;

function hasSlash(value: string): boolean {
  return value.includes('/');
}

function basePathOf(url: string): string {
  const path = url.replace(AUTHORITY, '').replace(/[?#].*$/s, '');
  // A relative URL is relative to where the description was found, which nobody knows: taken from the root.
  const absolute = `/${path}`.replace(/\/(?:\.{0,2}\/)+/g, '/').replace(/\/\.{0,2}$/, '');
  return absolute === '/' ? '' : absolute;
}
