import type { Finding } from './finding.ts';
import type { Summary } from './report.ts';

/** How many findings count, by severity, and how many were waived: none is counted twice. */
export function countFindings(findings: readonly Finding[]): Pick<Summary, 'findings' | 'waived'> {
  const bySeverity = { error: 0, warning: 0, info: 0 };
  let waived = 0;
  for (const { severity, waivedBy } of findings) {
    if (waivedBy === undefined) bySeverity[severity]++;
    else waived++;
  }
  return { findings: bySeverity, waived };
}
