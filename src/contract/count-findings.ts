import type { Finding } from './finding.ts';
import type { Summary } from './report.ts';

/** How many findings count, by severity, and how many were waived: none is counted twice. */
export function countFindings(
  findings: readonly Finding[],
  unlisted: Summary['unlisted'] = { error: 0, warning: 0, info: 0 },
): Pick<Summary, 'findings' | 'waived'> {
  const bySeverity = { ...unlisted };
  let waived = 0;
  for (const finding of findings) {
    if (finding.waivedBy === undefined) bySeverity[finding.severity] += timesOf(finding);
    else waived += timesOf(finding);
  }
  return { findings: bySeverity, waived };
}

/** How many findings a listed one stands for. */
export function timesOf({ unlisted }: Pick<Finding, 'unlisted'>): number {
  return 1 + (unlisted ?? 0);
}
