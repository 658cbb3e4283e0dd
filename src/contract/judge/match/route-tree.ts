import { isAllUnknown, mayHaveBeen, type Scrubbed } from '../values/placeholders.ts';
import { decodePercent } from '../values/request-parts.ts';
import { matchSegment, type SegmentTemplate } from './path-segment.ts';
import type { Route } from './route.ts';

/** Routes of one method and one number of segments, by what their next segment is. */
export interface RouteTree {
  readonly literals: Map<string, RouteTree>;
  /** The most concrete first; else in the order of the description. */
  readonly templates: { readonly segment: SegmentTemplate; readonly tree: RouteTree }[];
  route?: Route;
}

export function emptyTree(): RouteTree {
  return { literals: new Map(), templates: [] };
}

export function addRoute(root: RouteTree, route: Route): void {
  let tree = root;
  for (const segment of route.segments) tree = childOf(tree, segment);
  tree.route ??= route;
}

function childOf(tree: RouteTree, segment: string | SegmentTemplate): RouteTree {
  if (typeof segment === 'string') {
    const decoded = decodePercent(segment);
    const next = tree.literals.get(segment) ?? tree.literals.get(decoded) ?? emptyTree();
    tree.literals.set(segment, next);
    tree.literals.set(decoded, next);
    return next;
  }
  // `{a}` and `{b}` are the same route; `{a}.json` is another, and more concrete.
  const known = tree.templates.find((template) => template.segment.source === segment.source);
  if (known !== undefined) return known.tree;
  const next = { segment, tree: emptyTree() };
  tree.templates.push(next);
  tree.templates.sort((a, b) => b.segment.source.length - a.segment.source.length);
  return next.tree;
}

/** The route of a path; at each segment, a literal wins over a template. */
export function findRoute(tree: RouteTree, path: readonly string[], at = 0): Route | undefined {
  if (at === path.length) return tree.route;
  const segment = path[at] as string;
  const literal = tree.literals.get(segment) ?? tree.literals.get(decodePercent(segment));
  const found = literal && findRoute(literal, path, at + 1);
  if (found !== undefined) return found;
  for (const template of tree.templates) {
    if (matchSegment(template.segment, segment) === undefined) continue;
    const route = findRoute(template.tree, path, at + 1);
    if (route !== undefined) return route;
  }
  return undefined;
}

/** What a recorder left of a segment; undefined where it replaced nothing in it. */
export type ScrubbedSegment = (segment: string) => Scrubbed | undefined;

/**
 * The routes that a path may have had of which a recorder replaced parts. A segment of which something was left is rather
 * the literal that it fits, and one of which nothing was, rather a parameter.
 */
export function routesBehind(
  tree: RouteTree,
  path: readonly string[],
  scrubbed: ScrubbedSegment,
  at = 0,
): ReadonlySet<Route> {
  if (at === path.length) return new Set(tree.route === undefined ? [] : [tree.route]);
  const segment = path[at] as string;
  const behind = (trees: Iterable<RouteTree>): Set<Route> =>
    new Set([...trees].flatMap((next) => [...routesBehind(next, path, scrubbed, at + 1)]));
  const exact = tree.literals.get(segment) ?? tree.literals.get(decodePercent(segment));
  const found = exact === undefined ? undefined : behind([exact]);
  if (found !== undefined && found.size > 0) return found;
  const left = scrubbed(segment);
  const asParameter = (): Set<Route> => {
    for (const template of tree.templates) {
      const routes = matchSegment(template.segment, segment) === undefined ? NONE : behind([template.tree]);
      if (routes.size > 0) return routes;
    }
    return NONE;
  };
  if (left === undefined) return asParameter();
  const asLiteral = (): Set<Route> =>
    behind(new Set([...tree.literals].filter(([text]) => mayHaveBeen(left, text)).map(([, next]) => next)));
  const [first, second] = isAllUnknown(left) ? [asParameter, asLiteral] : [asLiteral, asParameter];
  const routes = first();
  return routes.size > 0 ? routes : second();
}

const NONE: Set<Route> = new Set();
