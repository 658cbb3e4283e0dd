import type { Operation } from './contract.ts';
import { compileSegment, isDotSegment, matchSegment, type Segment } from './path-segment.ts';

/** An operation under one of its base paths. */
export interface Route {
  readonly operation: Operation;
  readonly segments: readonly Segment[];
  /** Of all its parameters, in order. */
  readonly names: readonly string[];
  /** The texts before, between and after the parameters; null where a parameter is only a part of its segment. */
  readonly literals: readonly string[] | null;
}

export function compileRoute(operation: Operation, path: string): Route {
  const segments = path.split('/').map(compileSegment);
  const templates = segments.filter((segment) => typeof segment !== 'string');
  const isPlain = templates.every(({ pattern }) => pattern === null);
  return {
    operation,
    segments,
    names: templates.flatMap(({ names }) => names),
    literals: isPlain ? path.split(/\{[^}]*\}/) : null,
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

/** Whether some path could match both: at no segment do they name different literals. */
export function overlap(a: Route, b: Route): boolean {
  if (a.segments.length !== b.segments.length) return false;
  return a.segments.every((segment, at) => {
    const other = b.segments[at];
    return typeof segment !== 'string' || typeof other !== 'string' || segment === other;
  });
}
