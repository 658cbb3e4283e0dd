import type { Contract, Operation } from './contract.ts';
import { compileSegment, matchSegment, type Segment } from './path-segment.ts';

/** The operation that a request called. */
export interface OperationMatch {
  readonly operation: Operation;
  /** Path parameters as they stand in the URL: what a delimiter is, and what only looks like one, shows there. */
  readonly rawPathParameters: Readonly<Record<string, string>>;
}

interface Route {
  readonly operation: Operation;
  readonly segments: readonly Segment[];
}

/** Routes of one method and one number of segments, by what their first segment is, then by their second, and so on. */
interface RouteTree {
  readonly literals: Map<string, RouteTree>;
  /** Templates in the order of the description. */
  readonly templates: { readonly source: string; readonly segment: Segment; readonly tree: RouteTree }[];
  route?: Route;
}

/** Finds the operation of a request. */
export type OperationMatcher = (method: string, url: string) => OperationMatch | undefined;

/**
 * Finds the operation by method and path. The origin is not compared, for recordings are made through proxies and on
 * loopback; the base path of the operation's server must be there. The path is taken as it was sent: no `..` is
 * resolved, and `%2F` inside a segment is part of that segment. A concrete path wins over a templated one.
 */
export function operationMatcher({ operations }: Pick<Contract, 'operations'>): OperationMatcher {
  const trees = new Map<string, RouteTree[]>();
  for (const operation of operations) {
    const byLength = trees.get(operation.method) ?? [];
    trees.set(operation.method, byLength);
    for (const basePath of operation.basePaths) addRoute(byLength, operation, `${basePath}${operation.path}`);
  }
  return (method, url) => {
    const byLength = trees.get(method) ?? trees.get(method.toUpperCase());
    if (byLength === undefined) return undefined;
    const segments = pathOf(url).split('/');
    const tree = byLength[segments.length];
    const route = tree && find(tree, segments, 1);
    return route && { operation: route.operation, rawPathParameters: parametersOf(route, segments) };
  };
}

function addRoute(byLength: RouteTree[], operation: Operation, path: string): void {
  const texts = path.split('/');
  byLength[texts.length] ??= emptyTree();
  let tree = byLength[texts.length] as RouteTree;
  // The first segment is the nothing before the first slash.
  for (const text of texts.slice(1)) tree = childOf(tree, text);
  tree.route ??= { operation, segments: texts.map(compileSegment) };
}

function emptyTree(): RouteTree {
  return { literals: new Map(), templates: [] };
}

function childOf(tree: RouteTree, text: string): RouteTree {
  const segment = compileSegment(text);
  if (typeof segment === 'string') {
    const next = tree.literals.get(segment) ?? emptyTree();
    tree.literals.set(segment, next);
    return next;
  }
  // `{a}` and `{b}` are the same route; `{a}.json` is another, and more concrete.
  const known = tree.templates.find(({ source }) => source === segment.source);
  if (known !== undefined) return known.tree;
  const next = { source: segment.source, segment, tree: emptyTree() };
  tree.templates.push(next);
  tree.templates.sort((a, b) => b.source.length - a.source.length);
  return next.tree;
}

function find(tree: RouteTree, segments: readonly string[], at: number): Route | undefined {
  if (at === segments.length) return tree.route;
  const segment = segments[at] as string;
  const literal = tree.literals.get(segment);
  const found = literal && find(literal, segments, at + 1);
  if (found !== undefined) return found;
  for (const template of tree.templates) {
    if (matchSegment(template.segment, segment) === undefined) continue;
    const route = find(template.tree, segments, at + 1);
    if (route !== undefined) return route;
  }
  return undefined;
}

function parametersOf(route: Route, segments: readonly string[]): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (let at = 1; at < segments.length; at++) {
    const segment = route.segments[at] as Segment;
    if (typeof segment === 'string') continue;
    const values = matchSegment(segment, segments[at] as string) ?? [];
    for (let index = 0; index < segment.names.length; index++) {
      parameters[segment.names[index] as string] = values[index] as string;
    }
  }
  return parameters;
}

/** The path of a URL as it stands in it, without query and fragment. */
export function pathOf(url: string): string {
  const scheme = url.indexOf('://');
  const query = url.search(/[?#]/);
  const end = query < 0 ? url.length : query;
  if (scheme < 0 || scheme > end) {
    const start = url.startsWith('//') ? url.indexOf('/', 2) : 0;
    return start < 0 || start > end ? '' : url.slice(start, end);
  }
  const start = url.indexOf('/', scheme + 3);
  return start < 0 || start > end ? '' : url.slice(start, end);
}
