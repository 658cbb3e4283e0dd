import { withFindings } from '../count-findings.ts';
import type { Report } from '../report.ts';
import { applyWaivers } from './apply-waivers.ts';
import { coversNothing } from './merge-waiver-findings.ts';
import type { Waiver } from './waiver.ts';

/**
 * The report with its waivers applied and its counts made anew. `today` is `YYYY-MM-DD` in UTC. Where something was not read no
 * waiver is called unused: what it covers may be there.
 */
export function waiveReport(report: Report, waivers: readonly Waiver[], today: string): Report {
  const findings = applyWaivers(report.findings, waivers, today);
  if (report.unread.length === 0) return withFindings(report, findings);
  return withFindings(
    report,
    findings.filter((finding) => !coversNothing(finding)),
  );
}
