import { failingFindings, verifiedNothing } from '../contract/count-findings.ts';
import type { Report } from '../contract/report.ts';
import { isBelowCoverage } from '../contract/reporter-support/coverage-gate.ts';

/** What the command's exit tells. Source: docs/command-line.md. */
export const EXIT = {
  clean: 0,
  findings: 1,
  /** What was asked for did not come about: a cancel that did not end `canceled`, say. */
  failed: 1,
  /** Usage, or something that could not be read. */
  usage: 2,
  nothingVerified: 3,
  belowGate: 4,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export interface Gates {
  readonly failOn: 'error' | 'warning';
  /** In percent of the eligible points; undefined: no gate. */
  readonly minCoverage: number | undefined;
}

/**
 * The exit of a contract run. What was not read may hold anything, and that nothing was verified outweighs findings, which
 * would suggest that something was.
 */
export function exitCodeOf(report: Report, { failOn, minCoverage }: Gates): ExitCode {
  const { summary } = report;
  if (report.unread.length > 0) return EXIT.usage;
  if (verifiedNothing(summary)) return EXIT.nothingVerified;
  if (failingFindings(summary, failOn) > 0) return EXIT.findings;
  return isBelowCoverage(report, minCoverage) ? EXIT.belowGate : EXIT.clean;
}
