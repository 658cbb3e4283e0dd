import type { Finding } from '../finding.ts';
import type { Summary } from '../report.ts';

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
