import { verifiedNothing } from '../count-findings.ts';
import type { Report } from '../report.ts';

/** Whether the recordings cover less than was asked for, in percent. Both counts are asked: the percentage that is shown is cut off. */
export function isBelowCoverage(
  { coverage: { covered, eligible } }: Report,
  minCoverage: number | undefined,
): boolean {
  return minCoverage !== undefined && eligible > 0 && covered * 100 < minCoverage * eligible;
}

/** What there is to say where the recordings cover less than was asked for, in percent; undefined where they do not. */
export function coverageGate(report: Report, minCoverage: number | undefined): string | undefined {
  // Of a run that verified nothing there is something worse to say, and what was not read may show the rest.
  if (verifiedNothing(report.summary) || report.unread.length > 0) return undefined;
  if (!isBelowCoverage(report, minCoverage)) return undefined;
  return `coverage ${report.coverage.percent} % is below --min-coverage ${minCoverage}`;
}

/** The same as a sentence. */
export function coverageGateSentence(report: Report, minCoverage: number | undefined): string | undefined {
  const text = coverageGate(report, minCoverage);
  return text === undefined ? undefined : `C${text.slice(1)}.`;
}
