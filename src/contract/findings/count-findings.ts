import type { Finding } from '../finding.ts';
import type { Report, Summary } from '../report.ts';
import { causesOf } from './causes.ts';

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
