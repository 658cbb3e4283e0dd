import { printable } from '../printable.ts';
import type { Report } from '../report.ts';
import { findingLines } from './pretty/finding-lines.ts';
import {
  causeLines,
  coverageLines,
  limitationLines,
  noteLines,
  recordingLines,
  undocumentedLines,
} from './pretty/run-lines.ts';
import type { ReportContext } from './shared/context.ts';
import { fold } from './shared/fold.ts';
import { outcomeOf, verdictText } from './shared/outcome.ts';
import { outlineOf } from './shared/outline.ts';
import { createPaint } from './shared/paint.ts';
import { count } from './shared/text.ts';

export interface PrettyOptions {
  readonly color?: boolean;
  /** Adds what the report alone does not hold: a command that reproduces, who waived and why. */
  readonly context?: ReportContext;
  /** Whether the lines of the description are shown; needs a context. Default false: a log has little room. */
  readonly frames?: boolean;
  /** The width of the terminal: longer lines go on in the next one, words whole. Default: any length, as in a file. */
  readonly columns?: number | undefined;
}

/** Blocks of more kinds than this nobody reads: the causes are told first. */
const MOST_KINDS = 200;

/** The report for people: what was verified, what differs, and what no recording showed. */
export function prettyReport(
  report: Report,
  { color = false, context, frames = false, columns }: PrettyOptions = {},
): string {
  const paint = createPaint(color);
  const { contract, summary, coverage, recordings = [], limitations } = report;
  const { causes, groups, undocumented, unlisted, notes } = outlineOf(report, context);
  const rest = groups.length - MOST_KINDS;
  const title = `${paint('bold', printable(contract.title))} ${printable(contract.version)}`;
  const before = [
    `${title} ${paint('dim', `sha256:${contract.sha256.slice(0, 12)}`)}`,
    `${count(summary.exchanges, 'exchange')}: ${summary.verified} verified, ${summary.undocumented} undocumented`,
    ...causeLines(causes, report.causes.length, paint),
  ];
  const findings = groups
    .slice(0, MOST_KINDS)
    .flatMap((group) => ['', ...findingLines(group, { paint, context, frames, columns })]);
  const after = [
    ...(rest > 0 ? ['', `And ${rest} more kinds of findings: the JSON report lists them.`] : []),
    ...(unlisted === undefined ? [] : ['', unlisted]),
    ...undocumentedLines(undocumented, paint),
    '',
    ...recordingLines(recordings, paint),
    ...limitationLines(limitations, paint),
    ...noteLines(notes, paint),
    ...(summary.exchanges === 0 ? [] : coverageLines(coverage, paint)),
    '',
    paint(outcomeOf(report, context) === 'passed' ? 'green' : 'red', `${verdictText(report)}.`),
    '',
  ];
  // Of a finding some lines are no prose: they are code, or a command.
  return [fold(before.join('\n'), columns), ...findings, fold(after.join('\n'), columns)].join('\n');
}
