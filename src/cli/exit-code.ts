import type { Report } from '../contract/report.ts';
import { type Outcome, outcomeOf } from '../contract/reporters/shared/outcome.ts';

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

const EXIT_OF: Readonly<Record<Outcome, ExitCode>> = {
  'not-all-read': EXIT.usage,
  'nothing-verified': EXIT.nothingVerified,
  failed: EXIT.findings,
  'below-coverage': EXIT.belowGate,
  passed: EXIT.clean,
};

/** The exit of a contract run. */
export function exitCodeOf(report: Report, gates: Gates): ExitCode {
  return EXIT_OF[outcomeOf(report, gates)];
}
