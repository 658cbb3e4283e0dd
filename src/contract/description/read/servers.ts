import type { Server } from '../../contract.ts';
import { child, children, type Description, type Node, placeOf } from '../load/description.ts';
import type { DescriptionReader } from './reader.ts';

/** More URLs than this are not made of one server, for each operation has them all. */
const MOST_VARIANTS = 100;

/** A parameter without a name: it may be any run of characters that neither a host nor a segment of a path ends with. */
const ANYTHING = '{}';

/**
 * The servers of an operation, given the list that applies to it. Variables take each of their documented values, `{}`
 * stands for one that may have any. A relative URL is relative to where the description was found, which nobody knows: it
 * is served by the hosts that stand beside it, else by those of the whole description, else by any.
 */
export function serversOf(reader: DescriptionReader, servers: Node | undefined): Server[] {
  const own = readList(reader, servers);
  const root = child(reader.description.root, 'servers');
  const known = [own, root === servers ? [] : readList(reader, root)]
    .map((list) => list.flatMap(({ host }) => host ?? []))
    .find((hosts) => hosts.length > 0);
  const all = own.flatMap(({ host, basePath }) =>
    host !== null || known === undefined
      ? [{ host, basePath }]
      : known.map((each) => ({ host: each, basePath })),
  );
  return [...new Map(all.map((server) => [`${server.host} ${server.basePath}`, server])).values()];
}

function readList(reader: DescriptionReader, servers: Node | undefined): Server[] {
  const { description } = reader;
  const list = description.members(servers).flatMap(([, at]) => {
    const server = description.deref(at);
    return urlsOf(reader, server).map((url) => serverOf(reader, child(server, 'url') ?? server, url));
  });
  return list.length === 0 ? [{ host: null, basePath: '' }] : list;
}

function urlsOf({ description, limitations }: DescriptionReader, server: Node): string[] {
  const at = child(server, 'url');
  const template = at?.value;
  if (at === undefined || typeof template !== 'string') return [''];
  const limit = (what: string): void => limitations.add('unsupported', placeOf(at), what);
  const names = new Set(Array.from(template.matchAll(/\{([^}]*)\}/g), ([, name]) => name as string));
  const values = [...names].map((name) => [name, valuesOf(description, server, name, limit)] as const);
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
  if (hasSlash(byDefault)) {
    // It may be any number of segments, and what follows it could be anywhere.
    limit(`the server's variable ${name} is taken to be its default: ${byDefault}`);
    return [byDefault];
  }
  return byDefault === '' || byDefault.includes(':') ? [byDefault, ANYTHING] : [ANYTHING];
}

/** One value in place of many: whatever comes, unless it takes more than a segment. */
function leastOf(values: readonly string[]): readonly string[] {
  return values.some(hasSlash) ? values.slice(0, 1) : [ANYTHING];
}

function hasSlash(value: string): boolean {
  return value.includes('/');
}

/** The origin of a URL, with or without its scheme. */
const AUTHORITY = /^(?:([^/?#]*):)?\/\/([^/?#]*)/;

function serverOf({ limitations }: DescriptionReader, at: Node, url: string): Server {
  const origin = AUTHORITY.exec(url);
  const basePath = basePathOf(url.slice(origin?.[0].length ?? 0));
  if (origin === null) return { host: null, basePath };
  const host = hostOf(origin[1] ?? '', origin[2] ?? '');
  if (host === undefined) {
    limitations.add(
      'unsupported',
      placeOf(at),
      `the host of a server can't be read, and is taken to be any: ${origin[0]}`,
    );
  }
  return { host: host ?? ANYTHING, basePath };
}

/** As the parser of URLs gives it, without trailing dot; it leaves braces as they are, but for those of a port. */
function hostOf(scheme: string, authority: string): string | undefined {
  const { name, port = '' } =
    /^(?:[^@]*@)*(?<name>.*?)(?::(?<port>\d*|\{\}))?$/s.exec(authority)?.groups ?? {};
  if (name === undefined || !URL.canParse(`http://${name}`)) return undefined;
  const { hostname } = new URL(`http://${name}`);
  return withPort(hostname.replace(/\.$/, ''), isDefaultPort(scheme, port) ? '' : port);
}

/** Of a scheme that is a variable, the port of either is no port of its own. */
function isDefaultPort(scheme: string, port: string): boolean {
  const isSecure = /^(?:https|wss)$/i.test(scheme);
  const isPlain = /^(?:http|ws)$/i.test(scheme);
  return (port === '443' && !isPlain) || (port === '80' && !isSecure);
}

function withPort(name: string, port: string): string {
  return port === '' ? name : `${name}:${port}`;
}

function basePathOf(rest: string): string {
  const path = rest.replace(/[?#].*$/s, '');
  const absolute = `/${path}`.replace(/\/(?:\.{0,2}\/)+/g, '/').replace(/\/\.{0,2}$/, '');
  return absolute === '/' ? '' : absolute;
}
