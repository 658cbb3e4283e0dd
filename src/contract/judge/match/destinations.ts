import type { Contract, Operation, Server } from '../../contract.ts';
import { type Scrubbed, scrubbedText } from '../values/placeholders.ts';
import { decodePercent, pathBounds, pathOf } from '../values/request-parts.ts';
import { type Host, hostIgnorer, hostOf, isHostOf, isLoopback, mayBeHostOf } from './host.ts';
import {
  type OperationMatch,
  type OperationMatcher,
  operationMatcher,
  type ServedOperation,
} from './match-operation.ts';

/** Where a request went. */
export interface Destination {
  /** Lower case, with its port unless it is the default; undefined where the recording names none. */
  readonly host: string | undefined;
  /** A recorder put a placeholder in place of the host: none is named. */
  readonly isScrubbed?: true;
  /** Only what went to a server is judged; what is ignored is not even counted. */
  readonly kind: 'server' | 'elsewhere' | 'ignored';
  /** Finds nothing where no server is meant. */
  readonly match: OperationMatcher;
  /** Of the servers that may be meant, each once. */
  readonly basePaths: readonly string[];
  /**
   * Of a request whose operation is not found: what its path has in place of a base path, where an operation would be found
   * at a server with that one; empty where it has none.
   */
  basePath(method: string, url: string): string | undefined;
}

/** A host that is not that of a documented server. */
export interface Elsewhere {
  /** Lower case, with its port unless it is the default. */
  readonly host: string;
  /** What stands in place of a base path, where an operation would match at a server with that one; empty for none. */
  readonly basePath?: string;
}

export interface DestinationOptions {
  readonly servers?: readonly string[];
  readonly ignoreHosts?: readonly string[];
  /** Whether a text is what a recorder puts in place of a value. */
  readonly isPlaceholder: (text: string) => boolean;
}

/** Origins that are remembered: a recording of a browser names hundreds of hosts. */
const MOST_ORIGINS = 1000;

/**
 * Tells by the part of a URL before its path where the request went. Loopback stands for every documented server, and so
 * does a recording that names no host.
 */
export function destinations(
  contract: Pick<Contract, 'operations'>,
  options: DestinationOptions,
): (url: string) => Destination {
  const added = (options.servers ?? []).map(serverOfUrl);
  const isIgnored = hostIgnorer(options.ignoreHosts ?? []);
  const servers = distinct([...contract.operations.flatMap((operation) => operation.servers), ...added]);
  const matchers = new Map<string, OperationMatcher>();
  const matcherOf = (accepted: readonly Server[]): OperationMatcher => {
    const keys = new Set(accepted.map(keyOf));
    const key = [...keys].join('\n');
    const known = matchers.get(key) ?? operationMatcher(served(contract.operations, added, keys), scrubbed);
    matchers.set(key, known);
    return known;
  };
  let bare: OperationMatcher | undefined;
  const withoutBasePath: OperationMatcher = (method, url) => {
    bare ??= operationMatcher(
      contract.operations.map((operation) => ({ operation, basePaths: [''] })),
      scrubbed,
    );
    return bare(method, url);
  };
  const documented = new Set(contract.operations.flatMap((operation) => operation.servers.map(keyOf)));
  const scrubbed = (text: string): Scrubbed | undefined =>
    scrubbedText(decodePercent(text), options.isPlaceholder);
  const hints = basePathHints(servers, (method, url) => matcherOf(servers)(method, url));

  const meant = (accepted: readonly Server[]): Pick<Destination, 'match' | 'basePaths'> => ({
    match: matcherOf(accepted),
    basePaths: [...new Set(accepted.map(({ basePath }) => basePath))],
  });
  const destinationOf = (origin: string): Destination => {
    const place = placeOfHost(origin);
    const isScrubbed = options.isPlaceholder(place);
    if (isScrubbed && !origin.includes('//')) {
      const told = added.filter((server) => server.host === origin.toLowerCase());
      if (told.length > 0) {
        const { match, basePaths } = meant(told);
        const ofPath: OperationMatcher = (method, url) => match(method, url.slice(origin.length));
        return { host: origin, isScrubbed, kind: 'server', match: ofPath, basePaths, basePath: nothing };
      }
      // What it stands for has a path of its own, that nobody knows.
      return { host: origin, kind: 'elsewhere', ...NONE_MEANT, basePath: nothing };
    }
    const host = isScrubbed ? undefined : hostOf(origin);
    if (host === undefined) {
      const anywhere = { host, kind: 'server', ...meant(servers), basePath: nothing } as const;
      if (isScrubbed) return { ...anywhere, isScrubbed };
      // The stubs and contracts that name no host were asked under one that somebody gave them, mostly without a path.
      return { ...anywhere, match: (...asked) => anywhere.match(...asked) ?? withoutBasePath(...asked) };
    }
    const left = scrubbed(place);
    const behind = left && servers.filter((server) => server.host !== null && mayBeHostOf(server.host, left));
    if (behind !== undefined && behind.length > 0)
      return {
        host: host.text,
        isScrubbed: true,
        kind: 'server',
        ...meant(behind),
        basePath: nothing,
      };
    const { text } = host;
    if (isIgnored(host)) return { host: text, kind: 'ignored', ...NONE_MEANT, basePath: nothing };
    const isLocal = isLoopback(host);
    const accepted = servers.filter((server) =>
      isServedBy(server, host, isLocal && documented.has(keyOf(server))),
    );
    if (accepted.length === 0) {
      const basePath = host.name === '' ? nothing : hints.elsewhere;
      return { host: text, kind: 'elsewhere', ...NONE_MEANT, basePath };
    }
    const basePath = isLocal ? hints.loopback : hints.documented;
    return { host: text, kind: 'server', ...meant(accepted), basePath };
  };

  const known = new Map<string, Destination>();
  let last = '';
  let lastDestination = destinationOf('');
  return (url) => {
    const { start } = pathBounds(url);
    // Mostly the same as before, which costs no new text.
    if (start === last.length && start > 0 && url.startsWith(last)) return lastDestination;
    const origin = start === 0 ? beforePath(url, options.isPlaceholder) : url.slice(0, start);
    const before = known.get(origin);
    last = origin;
    lastDestination = before ?? destinationOf(origin);
    if (before === undefined) {
      if (known.size >= MOST_ORIGINS) known.clear();
      known.set(origin, lastDestination);
    }
    return lastDestination;
  };
}

/** Of a URL without host: its scheme, or a placeholder in place of all that stands before its path. */
function beforePath(url: string, isPlaceholder: DestinationOptions['isPlaceholder']): string {
  const base = /^[^/?#]+(?=[/?#]|$)/.exec(url)?.[0];
  if (base !== undefined && isPlaceholder(base)) return base;
  return /^[a-z][a-z\d+.-]*:/i.exec(url)?.[0] ?? '';
}

/** What stands where the host does, without user and port. */
function placeOfHost(origin: string): string {
  return decodePercent(
    origin
      .replace(/^.*?\/\//s, '')
      .replace(/^.*@/s, '')
      .replace(/:\d*$/, ''),
  );
}

/** The server that a URL names. */
export function serverOfUrl(url: string): Server {
  const { start, end } = pathBounds(url);
  const host = hostOf(url.slice(0, start));
  return { host: host?.text ?? null, basePath: url.slice(start, end).replace(/\/+$/, '') };
}

function isServedBy(server: Server, host: Host, isAnyway: boolean): boolean {
  return isAnyway || server.host === null || isHostOf(server.host, host);
}

function keyOf({ host, basePath }: Server): string {
  return `${host} ${basePath}`;
}

function distinct(servers: readonly Server[]): Server[] {
  return [...new Map(servers.map((server) => [keyOf(server), server])).values()];
}

function served(
  operations: readonly Operation[],
  added: readonly Server[],
  keys: ReadonlySet<string>,
): ServedOperation[] {
  return operations.map((operation) => {
    const servers = [...operation.servers, ...added].filter((server) => keys.has(keyOf(server)));
    return { operation, basePaths: [...new Set(servers.map(({ basePath }) => basePath))] };
  });
}

const nothing = (): undefined => undefined;

const NONE_MEANT: Pick<Destination, 'match' | 'basePaths'> = { match: nothing, basePaths: [] };

/** A hint is worth so many tries, of paths and of base paths. */
const MOST_TRIES = 20;

/** What is known of a host decides how far a hint may go: of a documented one the base path is no matter of guessing. */
function basePathHints(
  servers: readonly Server[],
  match: OperationMatcher,
): Readonly<Record<'documented' | 'loopback' | 'elsewhere', Destination['basePath']>> {
  const all = [...new Set(servers.map(({ basePath }) => basePath))].filter((path) => !path.includes('{}'));
  const basePaths = all.slice(0, MOST_TRIES);
  const isKnown = (method: string, path: string): boolean => {
    const found = match(method, path);
    return found !== undefined && hasName(found);
  };
  const lacked: Destination['basePath'] = (method, url) => {
    const path = pathOf(url);
    return basePaths.some((base) => base !== '' && isKnown(method, base + path)) ? '' : undefined;
  };
  const documented: Destination['basePath'] = (method, url) => {
    const found = match(method, url);
    // What a recorder wrote in place of a part is no path to name.
    if (found === undefined || found.isScrubbed) return undefined;
    const segments = pathOf(url).split('/');
    const base = segments.slice(0, segments.length - found.operation.path.split('/').length + 1).join('/');
    return hasName(found) || (base !== '' && basePaths.includes(base)) ? base : undefined;
  };
  const replaced: Destination['basePath'] = (method, url) => {
    const path = pathOf(url);
    for (let tries = 0, at = path.indexOf('/', 1); at > 0 && tries < MOST_TRIES; tries++) {
      const rest = path.slice(at);
      if (basePaths.some((base) => isKnown(method, base + rest))) return path.slice(0, at);
      at = path.indexOf('/', at + 1);
    }
    return undefined;
  };
  const loopback: Destination['basePath'] = (method, url) => lacked(method, url) ?? replaced(method, url);
  return {
    documented: lacked,
    loopback,
    elsewhere: (method, url) =>
      match(method, url) === undefined ? loopback(method, url) : documented(method, url),
  };
}

/** `/{id}` fits any path: it says nothing of its base. */
function hasName({ operation }: OperationMatch): boolean {
  return /\/[^/{}]+(?:\/|$)/.test(operation.path);
}
