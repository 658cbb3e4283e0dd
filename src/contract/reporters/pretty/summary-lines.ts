import { verifiedNothing } from '../../count-findings.ts';
import { COVERAGE_KINDS, type Coverage, type CoverageKind } from '../../coverage/coverage.ts';
import { printable } from '../../printable.ts';
import type { FindingCause, RecordingSummary, Report } from '../../report.ts';
import type { Paint } from '../../reporter-support/paint.ts';
import type { RunNote } from '../../reporter-support/run-notes.ts';
import type { UndocumentedList } from '../../reporter-support/undocumented-list.ts';
import { count, paintSeverity } from './paint.ts';

const MOST_CALLS = 10;
const MOST_MISSING = 5;

/** What most findings come from, before the findings themselves. */
export function causeLines(causes: readonly FindingCause[], report: Report, paint: Paint): string[] {
  if (causes.length === 0) return [];
  const rest = report.causes.length - causes.length;
  return [
    '',
    `${paint('bold', 'Causes')} ${count(report.causes.length, 'place')} of the description that findings come from, the first of each:`,
    ...causes.flatMap((cause) => {
      const { severity, check, keyword, spec, message, recording, operations } = cause;
      const place = spec === undefined ? '' : ` ${printable(`${spec.file}:${spec.line}:${spec.column}`)}`;
      const spread = operations > 1 ? ` in ${operations} operations` : '';
      return [
        `  ${paintSeverity(severity, severity, paint)} ×${cause.count} ${paint('bold', keyword ?? check)}${place}${spread}`,
        `    ${printable(message)}${paint('dim', `  ${printable(recording.file)} #${recording.index}`)}`,
      ];
    }),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ];
}

/** All undocumented operations in one block: each would say the same. */
export function undocumentedLines({ severity, calls, count: all }: UndocumentedList, paint: Paint): string[] {
  const width = Math.max(...calls.map(({ method }) => method.length));
  const rest = calls.length - MOST_CALLS;
  return [
    `${paintSeverity(severity, severity, paint)} ${paint('bold', 'undocumented-operation')} ×${all}`,
    `  The description has no such operation${calls.length === 1 ? '' : 's'}:`,
    ...calls.slice(0, MOST_CALLS).map(({ method, path, count: times, first }) => {
      const place = paint('dim', `  ${printable(first.recording.file)} #${first.recording.index}`);
      return `  ${printable(method).padEnd(width)} ${printable(path)}${times > 1 ? ` ×${times}` : ''}${place}`;
    }),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ];
}

/** Where the recordings come from; said aloud where none of them shows the API itself. */
export function recordingLines(recordings: readonly RecordingSummary[], paint: Paint): string[] {
  if (recordings.length === 0) return [];
  const sources = [...new Set(recordings.map(({ source }) => source ?? 'of unknown source'))];
  const parts = sources.map(
    (source) =>
      `${recordings.filter((one) => (one.source ?? 'of unknown source') === source).length} ${source}`,
  );
  const oldest = recordings
    .filter(({ ageDays }) => ageDays !== undefined)
    .sort((a, b) => (b.ageDays ?? 0) - (a.ageDays ?? 0))[0];
  const age =
    oldest === undefined
      ? ''
      : `; the oldest of ${oldest.recordedAt} (${count(oldest.ageDays ?? 0, 'day')} ago)`;
  const proven = recordings.some(({ source }) => source === 'live' || source === undefined);
  return [
    `${paint('bold', 'Recordings')} ${count(recordings.length, 'file')}: ${parts.join(', ')}${age}`,
    ...(proven ? [] : [paint('yellow', '  None is live: this is no evidence of how the API answers.')]),
  ];
}

/** What was not judged: said, for silence would pass for consent. */
export function limitationLines(limitations: Report['limitations'], paint: Paint): string[] {
  if (limitations.length === 0) return [];
  const rest = limitations.length - MOST_CALLS;
  return [
    paint(
      'yellow',
      `${paint('bold', 'Not judged')} ${count(limitations.length, 'thing')} of the description`,
    ),
    ...limitations
      .slice(0, MOST_CALLS)
      .map(
        ({ what, spec }) =>
          `  ${printable(what)}  ${paint('dim', printable(`${spec.file}:${spec.line}:${spec.column}`))}`,
      ),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ];
}

const ABOUT: Readonly<Record<RunNote['about'], string>> = {
  unread: 'Not read',
  elsewhere: 'Elsewhere',
  lenient: 'Lenient',
  'passed-over': 'Passed over',
};

export function noteLines(notes: readonly RunNote[], paint: Paint): string[] {
  return notes.map(({ level, about, text }) =>
    paint(level === 'error' ? 'red' : 'yellow', `${paint('bold', ABOUT[about])} ${printable(text)}`),
  );
}

export function coverageLines(
  { percent, covered, eligible, kinds, missing }: Coverage,
  paint: Paint,
): string[] {
  const parts = COVERAGE_KINDS.map((kind) => `${kind} ${kinds[kind].covered}/${kinds[kind].eligible}`);
  return [
    `${paint('bold', 'Coverage')} ${percent} % (${covered} of ${eligible}): ${parts.join(', ')}`,
    ...COVERAGE_KINDS.flatMap((kind) => missingLine(kind, missing)).map((line) => paint('dim', line)),
  ];
}

/** What of a kind was not seen: the first few by name. */
function missingLine(kind: CoverageKind, missing: Coverage['missing']): string[] {
  const names = missing.filter((point) => point.kind === kind).map(({ name }) => printable(name));
  if (names.length === 0) return [];
  const rest = names.length - MOST_MISSING;
  return [
    `  no ${kind.padEnd(11)} ${names.slice(0, MOST_MISSING).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`,
  ];
}

export function verdict({ summary, unread }: Report, paint: Paint): string {
  const { error, warning, info } = summary.findings;
  const counts = `${count(error, 'error')}, ${count(warning, 'warning')}, ${info} info`;
  const waived = summary.waived > 0 ? `, ${summary.waived} waived` : '';
  if (verifiedNothing(summary)) {
    const why = summary.verified === 0 ? '' : 'no documented body was kept; ';
    return paint('red', `Nothing was verified (${why}${counts}${waived}).`);
  }
  const rest = unread.length === 0 ? '' : ` ${count(unread.length, 'recording')} not read.`;
  return paint(
    error > 0 || unread.length > 0 ? 'red' : 'green',
    `${count(summary.verified, 'exchange')} verified: ${counts}${waived}.${rest}`,
  );
}
