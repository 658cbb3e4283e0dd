import { countOf } from '../count-findings.ts';
import type { Finding, Severity } from '../finding.ts';
import { pathOf } from '../judge/values/request-parts.ts';

/** Calls of one path that the description does not have. */
export interface UndocumentedCall {
  readonly method: string;
  /** What looks like an id is `*`, so that calls of one operation stand together. */
  readonly path: string;
  readonly count: number;
  readonly first: Finding;
}

export interface UndocumentedList {
  readonly severity: Severity;
  /** Number of exchanges. */
  readonly count: number;
  /** The most frequent first. */
  readonly calls: readonly UndocumentedCall[];
}

/** Gathers the findings of undocumented operations that count, to be told in one block; undefined where there are none. */
export function undocumentedList(findings: readonly Finding[]): UndocumentedList | undefined {
  const ours = findings.filter(isUndocumentedCall);
  const [any] = ours;
  if (any === undefined) return undefined;
  const calls = new Map<string, UndocumentedCall>();
  for (const first of ours) {
    const path = withoutIds(pathOf(first.url));
    const key = `${first.method} ${path}`;
    const known = calls.get(key) ?? { method: first.method, path, count: 0, first };
    calls.set(key, { ...known, count: known.count + countOf(first) });
  }
  return {
    severity: any.severity,
    count: ours.reduce((sum, finding) => sum + countOf(finding), 0),
    calls: [...calls.values()].sort((a, b) => b.count - a.count),
  };
}

export function isUndocumentedCall({ check, waivedBy }: Finding): boolean {
  return check === 'undocumented-operation' && waivedBy === undefined;
}

/** A segment of ten characters or more with a digit in it is more likely an id than a word. */
function withoutIds(path: string): string {
  return path.replace(/[^/]{10,}/g, (segment) => (/\d/.test(segment) ? '*' : segment));
}
