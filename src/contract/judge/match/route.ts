import type { Operation } from '../../contract.ts';
import { compileSegment, isDotSegment, matchSegment, readingsOf, type Segment } from './path-segment.ts';

/** An operation under one of its base paths. */
export interface Route {
  readonly operation: Operation;
  readonly segments: readonly Segment[];
  /** Of all its parameters, in order. */
  readonly names: readonly string[];
  /** How many of those are variables of the server: they come first. */
  readonly serverNames: number;
  /** The texts before, between and after the parameters; null where a parameter is only a part of its segment. */
  readonly literals: readonly string[] | null;
  /** Some segment has several parameters, and may be taken apart in several ways. */
  readonly isAmbiguous: boolean;
}

export function compileRoute(operation: Operation, basePath: string): Route {
  const path = basePath + operation.path;
  const segments = path.split('/').map(compileSegment);
  const templates = segments.filter((segment) => typeof segment !== 'string');
  const isPlain = templates.every(({ literals }) => literals === null);
  return {
    operation,
    segments,
    names: templates.flatMap(({ names }) => names),
    serverNames: basePath.split('{}').length - 1,
    literals: isPlain ? path.split(/\{[^}]*\}/) : null,
    isAmbiguous: templates.some(({ names }) => names.length > 1),
  };
}

/**
 * The values of a route's parameters in the part of a URL between two places; undefined where it does not match. Compares
 * texts where they stand: no list of segments is made.
 */
export function matchInPlace(
  literals: readonly string[],
  url: string,
  start: number,
  end: number,
): readonly string[] | undefined {
  const values: string[] = [];
  let at = start + (literals[0] as string).length;
  if (!url.startsWith(literals[0] as string, start)) return undefined;
  for (let index = 1; index < literals.length; index++) {
    const literal = literals[index] as string;
    const slash = url.indexOf('/', at);
    const valueEnd = slash < 0 || slash > end ? end : slash;
    const value = url.slice(at, valueEnd);
    if (isDotSegment(value) || !url.startsWith(literal, valueEnd)) return undefined;
    values.push(value);
    at = valueEnd + literal.length;
  }
  return at === end ? values : undefined;
}

/** The same for a path that is taken apart. */
export function valuesIn({ segments }: Route, path: readonly string[]): string[] {
  return segments.flatMap((segment, at) => matchSegment(segment, path[at] as string) ?? []);
}

/** The same in each way that its segments can be taken apart. */
export function* readingsIn(
  { segments }: Pick<Route, 'segments'>,
  path: readonly string[],
  at = 0,
): Generator<string[]> {
  if (at === segments.length) {
    yield [];
    return;
  }
  for (const values of readingsOf(segments[at] as Segment, path[at] as string)) {
    for (const others of readingsIn({ segments }, path, at + 1)) yield [...values, ...others];
  }
}

/** Whether some path could match both: at no segment do they name different literals. */
export function overlap(a: Route, b: Route): boolean {
  if (a.segments.length !== b.segments.length) return false;
  return a.segments.every((segment, at) => {
    const other = b.segments[at];
    return typeof segment !== 'string' || typeof other !== 'string' || segment === other;
  });
}
