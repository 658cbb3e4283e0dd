import { leadingCauses } from '../count-findings.ts';
import { printable } from '../printable.ts';
import type { Report } from '../report.ts';
import { coverageGateSentence } from '../reporter-support/coverage-gate.ts';
import { groupFindings } from '../reporter-support/group-findings.ts';
import { createPaint } from '../reporter-support/paint.ts';
import type { ReportContext } from '../reporter-support/report-context.ts';
import { runNotes } from '../reporter-support/run-notes.ts';
import { isUndocumentedCall, undocumentedList } from '../reporter-support/undocumented-list.ts';
import { unlistedText } from '../reporter-support/unlisted-text.ts';
import { findingLines } from './pretty/finding-lines.ts';
import { count } from './pretty/paint.ts';
import {
  causeLines,
  coverageLines,
  limitationLines,
  noteLines,
  recordingLines,
  undocumentedLines,
  verdict,
} from './pretty/summary-lines.ts';

export interface PrettyOptions {
  readonly color?: boolean;
  /** Adds what the report alone does not hold: a command that reproduces, who waived and why. */
  readonly context?: ReportContext;
  /** Whether the lines of the description are shown; needs a context. Default false: a log has little room. */
  readonly frames?: boolean;
}

/** Blocks of more kinds than this nobody reads: the causes are told first. */
const MOST_KINDS = 200;

/** The report for people: what was verified, what differs, and what no recording showed. */
export function prettyReport(
  report: Report,
  { color = false, context, frames = false }: PrettyOptions = {},
): string {
  const paint = createPaint(color);
  const { contract, summary, coverage, findings, recordings = [], limitations } = report;
  const groups = groupFindings(findings.filter((finding) => !isUndocumentedCall(finding)));
  const undocumented = undocumentedList(findings);
  const causes = leadingCauses(report, groups.length);
  const shown = groups.slice(0, MOST_KINDS);
  const rest = groups.length - shown.length;
  const unlisted = unlistedText(summary);
  const gate = coverageGateSentence(report, context?.minCoverage);
  const title = `${paint('bold', printable(contract.title))} ${printable(contract.version)}`;
  return [
    `${title} ${paint('dim', `sha256 ${contract.sha256.slice(0, 12)}`)}`,
    `${count(summary.exchanges, 'exchange')}: ${summary.verified} verified, ${summary.undocumented} undocumented`,
    ...causeLines(causes, report, paint),
    ...shown.flatMap((group) => ['', ...findingLines(group, { paint, context, frames })]),
    ...(rest > 0 ? ['', `And ${rest} more kinds of findings: the JSON report lists them.`] : []),
    ...(unlisted === undefined ? [] : ['', unlisted]),
    ...(undocumented === undefined ? [] : ['', ...undocumentedLines(undocumented, paint)]),
    '',
    ...recordingLines(recordings, paint),
    ...limitationLines(limitations, paint),
    ...noteLines(runNotes(report), paint),
    ...(summary.exchanges === 0 ? [] : coverageLines(coverage, paint)),
    '',
    ...(gate === undefined ? [] : [paint('red', gate)]),
    verdict(report, paint),
    '',
  ].join('\n');
}
