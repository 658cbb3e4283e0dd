import type { Operation } from '../../contract.ts';
import { pathBounds } from '../values/request-parts.ts';
import { compileRoute, matchInPlace, overlap, type Route, readingsIn, valuesIn } from './route.ts';
import {
  addRoute,
  emptyTree,
  findRoute,
  type RouteTree,
  routesBehind,
  type ScrubbedSegment,
} from './route-tree.ts';

/** The operation that a request called. */
export interface OperationMatch {
  readonly operation: Operation;
  /** Names of the path parameters, and their values as they stand in the URL: there it shows what is a delimiter. */
  readonly names: readonly string[];
  readonly rawValues: readonly string[];
  /** Where a segment can be taken apart in several ways: the values of each, from those in `rawValues` on. */
  readonly readings?: () => Iterable<readonly string[]>;
  /** A recorder replaced a part of a segment that is none of a parameter. */
  readonly isScrubbed?: true;
}

/** Finds the operation of a request. */
export type OperationMatcher = (method: string, url: string) => OperationMatch | undefined;

/** Recordings are mostly of a few operations: those found last are tried first. */
const MOST_RECENT = 4;

/** An operation under the base paths at which it is served. */
export interface ServedOperation {
  readonly operation: Operation;
  readonly basePaths: readonly string[];
}

/**
 * Finds the operation by method and path; whether the host is one that serves it was asked before. The path is taken as
 * it was sent: no `..` is resolved, and `%2F` inside a segment is part of that segment. A concrete path wins over a
 * templated one.
 */
export function operationMatcher(
  served: readonly ServedOperation[],
  scrubbed?: ScrubbedSegment,
): OperationMatcher {
  const methods = new Map<string, { readonly routes: Route[]; readonly byLength: RouteTree[] }>();
  for (const { operation, basePaths } of served) {
    const { routes, byLength } = methods.get(operation.method) ?? { routes: [], byLength: [] };
    methods.set(operation.method, { routes, byLength });
    for (const basePath of basePaths) {
      const route = compileRoute(operation, basePath);
      routes.push(route);
      const tree = byLength[route.segments.length] ?? emptyTree();
      byLength[route.segments.length] = tree;
      addRoute(tree, route);
    }
  }
  const recent: Route[] = [];
  const alone = new Map<Route, boolean>();
  const isAlone = (route: Route): boolean => {
    const known = alone.get(route);
    if (known !== undefined) return known;
    const routes = methods.get(route.operation.method)?.routes ?? [];
    const answer = routes.every((other) => other === route || !overlap(route, other));
    alone.set(route, answer);
    return answer;
  };
  /** A route that no other can be mistaken for may be tried without asking whether a more concrete one matches. */
  const remember = (route: Route): void => {
    if (route.literals === null || !isAlone(route)) return;
    if (recent.length === MOST_RECENT) recent.pop();
    recent.unshift(route);
  };
  return (method, url) => {
    const { start, end } = pathBounds(url);
    for (let at = 0; at < recent.length; at++) {
      const route = recent[at] as Route;
      const { operation, names, literals } = route;
      if (operation.method !== method) continue;
      const rawValues = matchInPlace(literals as readonly string[], url, start, end);
      if (rawValues === undefined) continue;
      return isOfServer(route, rawValues) ? { operation, names, rawValues } : undefined;
    }
    const byLength = (methods.get(method) ?? methods.get(method.toUpperCase()))?.byLength;
    if (byLength === undefined) return undefined;
    // What a URL without path asks for is the root. Source: RFC 9112, section 3.2.1.
    const path = start === end ? ['', ''] : url.slice(start, end).split('/');
    const tree = byLength[path.length];
    const exact = tree && findRoute(tree, path);
    const route = (tree && scrubbed && onlyRouteBehind(tree, path, scrubbed)) ?? exact;
    if (route === undefined) return undefined;
    if (route === exact) remember(route);
    const rawValues = valuesIn(route, path);
    if (!isOfServer(route, rawValues)) return undefined;
    const { operation, names, isAmbiguous } = route;
    const found = { operation, names, rawValues, ...(route !== exact && { isScrubbed: true as const }) };
    return isAmbiguous ? { ...found, readings: () => readingsIn(route, path) } : found;
  };
}

/** Undefined where it may have been several: which of them is anyone's guess. */
function onlyRouteBehind(
  tree: RouteTree,
  path: readonly string[],
  scrubbed: ScrubbedSegment,
): Route | undefined {
  if (!path.some((segment) => scrubbed(segment) !== undefined)) return undefined;
  const [route, another] = routesBehind(tree, path, scrubbed);
  return another === undefined ? route : undefined;
}

/** The values of a server's variables are runs without `: @ ? #`, and not empty; `/` ends a segment anyway. */
function isOfServer({ serverNames }: Route, rawValues: readonly string[]): boolean {
  for (let at = 0; at < serverNames; at++) if (!/^[^:@?#]+$/.test(rawValues[at] as string)) return false;
  return true;
}
