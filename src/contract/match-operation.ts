import type { Contract, Operation } from './contract.ts';

/** The operation that a request called, with its path parameters, decoded. */
export interface OperationMatch {
  readonly operation: Operation;
  readonly pathParameters: Readonly<Record<string, string>>;
}

interface Route {
  readonly operation: Operation;
  readonly segments: readonly Segment[];
}

/** A literal segment, or a template such as `{id}` or `v{major}.{minor}`. */
type Segment = string | { readonly pattern: RegExp; readonly names: readonly string[] };

const routesOf = new WeakMap<Contract, Map<string, readonly Route[]>>();

/**
 * Finds the operation by method and path. The origin is not compared, for recordings are made through proxies and on
 * loopback; the base path of the operation's server must be there. The path is taken as it was sent: no `..` is
 * resolved, and `%2F` inside a segment is part of that segment. A concrete path wins over a templated one.
 */
export function matchOperation(contract: Contract, method: string, url: string): OperationMatch | undefined {
  let routes = routesOf.get(contract);
  if (routes === undefined) {
    routes = compileRoutes(contract);
    routesOf.set(contract, routes);
  }
  const segments = pathOf(url).split('/');
  for (const route of routes.get(`${method.toUpperCase()} ${segments.length}`) ?? []) {
    const pathParameters = matchRoute(route, segments);
    if (pathParameters !== undefined) return { operation: route.operation, pathParameters };
  }
  return undefined;
}

/** The path of a URL as it stands in it, without query and fragment. */
export function pathOf(url: string): string {
  return /^(?:[a-z][a-z\d+.-]*:)?(?:\/\/[^/?#]*)?([^?#]*)/i.exec(url)?.[1] ?? '';
}

function compileRoutes(contract: Contract): Map<string, Route[]> {
  const routes = new Map<string, Route[]>();
  for (const operation of contract.operations) {
    for (const basePath of operation.basePaths) {
      const segments = `${basePath}${operation.path}`.split('/').map(compileSegment);
      const key = `${operation.method} ${segments.length}`;
      const list = routes.get(key) ?? [];
      list.push({ operation, segments });
      routes.set(key, list);
    }
  }
  const templates = (route: Route): string =>
    route.segments.map((segment) => (typeof segment === 'string' ? '0' : '1')).join('');
  for (const list of routes.values()) list.sort((a, b) => (templates(a) < templates(b) ? -1 : 1));
  return routes;
}

function compileSegment(segment: string): Segment {
  if (!segment.includes('{')) return segment;
  const names: string[] = [];
  const pattern = segment.replace(/\{([^}]*)\}|[\\^$.*+?()[\]{}|]/g, (found, name: string | undefined) => {
    if (name === undefined) return `\\${found}`;
    names.push(name);
    return '(.*)';
  });
  return { pattern: new RegExp(`^${pattern}$`, 's'), names };
}

function matchRoute(route: Route, segments: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = Object.create(null);
  for (const [index, expected] of route.segments.entries()) {
    const segment = segments[index] as string;
    if (typeof expected === 'string') {
      if (expected !== segment) return undefined;
      continue;
    }
    // A dot segment never reaches the server as a parameter: every client and proxy resolves it away.
    if (/^(?:\.|%2e){1,2}$/i.test(segment)) return undefined;
    const match = expected.pattern.exec(segment);
    if (match === null) return undefined;
    expected.names.forEach((name, at) => {
      parameters[name] = decode(match[at + 1] as string);
    });
  }
  return parameters;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
