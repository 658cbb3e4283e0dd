import type { IncomingMessage } from 'node:http';
import { hostOf, isLoopback } from '../../contract/judge/match/host.ts';
import { UsageError } from '../cli-errors.ts';

/** Where a proxy sends what it is sent. */
export interface Target {
  /** Such as `https://api.example.com`. */
  readonly origin: string;
  /** As a `Host` header has it. */
  readonly host: string;
  /** What stands before each path that is asked for, without trailing slash; empty for none. */
  readonly basePath: string;
}

/** @throws UsageError where it is no address of a server */
export function targetOf(text: string): Target {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new UsageError(
      `--target must be the address of a server, such as https://api.example.com, not ${JSON.stringify(text)}`,
    );
  if (url.username !== '' || url.password !== '')
    throw new UsageError('--target has a user or password in it: let the client send its credentials');
  if (url.search !== '' || url.hash !== '')
    throw new UsageError('--target ends with its path: neither a query nor a fragment belongs to a server');
  return { origin: url.origin, host: url.host, basePath: url.pathname.replace(/\/+$/, '') };
}

/** What a request is answered that does not reach the target. */
export interface Refusal {
  readonly status: 400 | 421 | 502;
  readonly why: string;
}

/** The path that a request asks for, as it was written. */
interface Asked {
  readonly path: string;
}

/**
 * A request is for the target where it names the loopback or the target itself. By another name it may come from a page that
 * gave its own name the address of the loopback. Clients that take this for a forward proxy write the whole address.
 */
export function askedOf({ url = '', headers }: IncomingMessage, target: Target): Asked | Refusal {
  if (url.startsWith('/') && isUsual(headers.host)) return { path: url };
  const [, authority = headers.host, path = url] = /^https?:\/\/([^/?#]*)(.*)$/is.exec(url) ?? [];
  const host = authority === undefined ? undefined : hostOf(`//${authority}`);
  if (host !== undefined && !isLoopback(host) && host.text !== hostOf(target.origin)?.text)
    return {
      status: 421,
      why: `This proxy answers by the names of the loopback, and for ${target.host}, not as ${authority}.`,
    };
  if (path === '' || path.startsWith('?')) return { path: `/${path}` };
  if (!path.startsWith('/')) return { status: 400, why: 'This proxy takes requests for a path.' };
  return { path };
}

/** As nearly all clients write the loopback: to read it as a URL takes its time. */
function isUsual(host: string | undefined): boolean {
  return host !== undefined && /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(host);
}

/**
 * The address of a redirect as a client of the proxy has to ask for it: what leads to the target leads to the proxy. What the
 * base path keeps it from asking for here stays an address of the target.
 */
export function locationThere(location: string, asked: string, target: Target, proxy: string): string {
  const { origin, basePath } = target;
  const from = origin + basePath + asked;
  // What is told from where the client is leads where it should.
  if (!/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(location) || !URL.canParse(location, from)) return location;
  const to = new URL(location, from);
  if (to.host !== new URL(origin).host || !/^https?:$/.test(to.protocol)) return location;
  const isAbsolute = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(location);
  const rest = to.pathname + to.search + to.hash;
  const below = withoutBase(rest, basePath);
  if (below === undefined) return to.href;
  if (isAbsolute) return proxy + below;
  return basePath === '' ? location : below;
}

/** A cookie that the target gives, so that a client keeps it for the proxy and sends it there. */
export function cookieThere(cookie: string, { basePath }: Target): string {
  const [pair = '', ...attributes] = cookie.split(';');
  // These are refused without it, and browsers take the loopback for secure.
  const isBound =
    /^\s*__(?:Host|Secure)-/i.test(pair) || attributes.some((each) => /=\s*none\s*$/i.test(each));
  const kept = attributes.flatMap((attribute) => {
    const [name = '', value = ''] = attribute.split('=').map((part) => part.trim());
    if (/^domain$/i.test(name) || (/^secure$/i.test(name) && !isBound)) return [];
    const below = /^path$/i.test(name) ? withoutBase(value, basePath) : undefined;
    return below === undefined ? [attribute] : [` ${name}=${below}`];
  });
  return [pair, ...kept].join(';');
}

/** A path as it is asked for below a base path; undefined where it is not below it. */
function withoutBase(path: string, basePath: string): string | undefined {
  if (!path.startsWith(basePath)) return undefined;
  const rest = path.slice(basePath.length);
  if (rest.startsWith('/')) return rest;
  return rest === '' || /^[?#]/.test(rest) ? `/${rest}` : undefined;
}
