import type { Finding, Severity } from '../finding.ts';
import type { FindingCause, Report } from '../report.ts';

/** Whoever has more has no use for a list of them. */
const MOST_CAUSES = 200;

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Of so many kinds of findings one sees no longer what they have in common. */
const MANY_KINDS = 20;
const MOST_LEADING = 20;

/** What a report for people begins with, where it has so many kinds of findings; else nothing. */
export function leadingCauses({ causes }: Report, kinds: number): readonly FindingCause[] {
  return kinds < MANY_KINDS ? [] : causes.slice(0, MOST_LEADING);
}

interface Counted {
  readonly cause: Omit<FindingCause, 'count' | 'operations'>;
  count: number;
  readonly operations: Set<string>;
}

/**
 * What errors and warnings that count come from. A schema that many operations share is wrong once: where a schema says
 * otherwise its place and keyword are the cause, whatever exchange shows it.
 */
export function causesOf(findings: readonly Finding[]): FindingCause[] {
  const causes = new Map<string, Counted>();
  for (const finding of findings) {
    const { check, severity, keyword, spec, message, recording, operationId, method, unlisted = 0 } = finding;
    if (severity === 'info' || finding.waivedBy !== undefined) continue;
    const key = `${severity} ${keyOf(finding)}`;
    const known = causes.get(key) ?? {
      cause: { check, severity, ...(keyword && { keyword }), ...(spec && { spec }), message, recording },
      count: 0,
      operations: new Set<string>(),
    };
    known.count += 1 + unlisted;
    known.operations.add(operationId ?? method);
    causes.set(key, known);
  }
  return [...causes.values()]
    .map(({ cause, count, operations }) => ({ ...cause, count, operations: operations.size }))
    .sort((a, b) => ORDER[a.severity] - ORDER[b.severity] || b.count - a.count)
    .slice(0, MOST_CAUSES);
}

/** Of an operation that is not described each path would be one. */
function keyOf({ check, keyword, spec, fingerprint }: Finding): string {
  if (check === 'undocumented-operation') return check;
  if (spec === undefined) return fingerprint;
  return `${keyword ?? check} ${spec.file}#${spec.pointer}`;
}
