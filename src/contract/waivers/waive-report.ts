import { withFindings } from '../count-findings.ts';
import type { Report } from '../report.ts';
import { applyWaivers } from './apply-waivers.ts';
import type { Waiver } from './waiver.ts';

/** The report with its waivers applied and its counts made anew. `today` is `YYYY-MM-DD` in UTC. */
export function waiveReport(report: Report, waivers: readonly Waiver[], today: string): Report {
  return withFindings(report, applyWaivers(report.findings, waivers, today));
}
