import type { Finding, Severity } from './finding.ts';
import type { FindingCause, Report, Summary } from './report.ts';

/** How many findings count, by severity, and how many were waived: none is counted twice. */
export function countFindings(
  findings: readonly Finding[],
  unlisted: Summary['unlisted'] = { error: 0, warning: 0, info: 0 },
): Pick<Summary, 'findings' | 'waived'> {
  const bySeverity = { ...unlisted };
  let waived = 0;
  for (const finding of findings) {
    if (finding.waivedBy === undefined) bySeverity[finding.severity] += countOf(finding);
    else waived += countOf(finding);
  }
  return { findings: bySeverity, waived };
}

/** For how many findings a listed one counts. */
export function countOf({ unlisted }: Pick<Finding, 'unlisted'>): number {
  return 1 + (unlisted ?? 0);
}

/** The report with these findings in place of its own, and with what it says of them made anew. */
export function withFindings(report: Report, findings: readonly Finding[]): Report {
  const counts = countFindings(findings, report.summary.unlisted);
  return { ...report, summary: { ...report.summary, ...counts }, findings, causes: causesOf(findings) };
}

/** Whether a finding fails the run: one that was waived never does. */
export function failsRun({ severity, waivedBy }: Finding, failOn: 'error' | 'warning'): boolean {
  return waivedBy === undefined && (severity === 'error' || severity === failOn);
}

/** How many findings fail the run: by the counts, for a report does not list every one. */
export function failingFindings({ findings }: Summary, failOn: 'error' | 'warning'): number {
  return findings.error + (failOn === 'warning' ? findings.warning : 0);
}

/** Whether a run verified nothing: no exchange, or none of those bodies that are documented was kept. */
export function verifiedNothing({ verified, bodies }: Summary): boolean {
  return verified === 0 || (bodies.documented > 0 && bodies.kept === 0);
}

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
    const { check, severity, contract, keyword, spec, message, recording } = finding;
    const { operationId, method, unlisted = 0 } = finding;
    if (severity === 'info' || finding.waivedBy !== undefined) continue;
    const key = `${severity} ${contract ?? ''} ${keyOf(finding)}`;
    const known = causes.get(key) ?? {
      cause: {
        check,
        severity,
        ...(contract !== undefined && { contract }),
        ...(keyword && { keyword }),
        ...(spec && { spec }),
        message,
        recording,
      },
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
