import { COVERAGE_KINDS, type Coverage } from '../../coverage/coverage.ts';
import { printable } from '../../printable.ts';
import type { FindingCause, RecordingSummary, Report } from '../../report.ts';
import type { RunNote } from '../shared/outcome.ts';
import type { UndocumentedList } from '../shared/outline.ts';
import { type Paint, paintLabel } from '../shared/paint.ts';
import { placeText } from '../shared/places.ts';
import { count } from '../shared/text.ts';

const MOST_CALLS = 10;
const MOST_MISSING = 5;

/** What most findings come from, before the findings themselves. */
export function causeLines(causes: readonly FindingCause[], all: number, paint: Paint): string[] {
  if (causes.length === 0) return [];
  return [
    '',
    `${paint('bold', 'Causes')} ${count(all, 'place')} of the description that findings come from, the first of each:`,
    ...causes.flatMap(({ severity, check, keyword, spec, message, recording, operations, count: times }) => {
      const place = spec === undefined ? '' : ` ${printable(placeText(spec))}`;
      const spread = operations > 1 ? ` in ${operations} operations` : '';
      return [
        `  ${paintLabel(severity, paint)} ×${times} ${paint('bold', keyword ?? check)}${place}${spread}`,
        `    ${printable(message)}${dimPlace(recording, paint)}`,
      ];
    }),
    ...restOf(all, causes.length),
  ];
}

/** All undocumented operations in one block. */
export function undocumentedLines(list: UndocumentedList | undefined, paint: Paint): string[] {
  if (list === undefined) return [];
  const { severity, calls } = list;
  const width = Math.max(...calls.map(({ method }) => method.length));
  return [
    '',
    `${paintLabel(severity, paint)} ${paint('bold', 'undocumented-operation')} ×${list.count}`,
    `  The description has no such operation${calls.length === 1 ? '' : 's'}:`,
    ...calls.slice(0, MOST_CALLS).map(({ method, path, count: times, first }) => {
      const call = `${printable(method).padEnd(width)} ${printable(path)}`;
      return `  ${call}${times > 1 ? ` ×${times}` : ''}${dimPlace(first.recording, paint)}`;
    }),
    ...restOf(calls.length, MOST_CALLS),
  ];
}

function dimPlace({ file, index }: FindingCause['recording'], paint: Paint): string {
  return paint('dim', `  ${printable(file)} #${index}`);
}

/** Where the recordings come from; said aloud where none of them shows the API itself. */
export function recordingLines(recordings: readonly RecordingSummary[], paint: Paint): string[] {
  if (recordings.length === 0) return [];
  const bySource = new Map<string, number>();
  for (const { source = 'of unknown source' } of recordings)
    bySource.set(source, (bySource.get(source) ?? 0) + 1);
  const parts = [...bySource].map(([source, files]) => `${files} ${source}`);
  const [oldest] = recordings
    .filter(({ ageDays }) => ageDays !== undefined)
    .sort((a, b) => (b.ageDays ?? 0) - (a.ageDays ?? 0));
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
  const title = `${paint('bold', 'Not judged')} ${count(limitations.length, 'thing')} of the description`;
  return [
    paint('yellow', title),
    ...limitations
      .slice(0, MOST_CALLS)
      .map(({ what, spec }) => `  ${printable(what)}  ${paint('dim', printable(placeText(spec)))}`),
    ...restOf(limitations.length, MOST_CALLS),
  ];
}

const ABOUT: Readonly<Record<RunNote['about'], string>> = {
  contract: 'Description',
  coverage: 'Failed',
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

/** What of each kind was seen, and the first few by name that were not. */
export function coverageLines(coverage: Coverage, paint: Paint): string[] {
  const { percent, covered, eligible, kinds, missing } = coverage;
  const parts = COVERAGE_KINDS.map((kind) => `${kind} ${kinds[kind].covered}/${kinds[kind].eligible}`);
  const width = Math.max(0, ...missing.map(({ kind }) => kind.length));
  return [
    `${paint('bold', 'Coverage')} ${percent} % (${covered} of ${eligible}): ${parts.join(', ')}`,
    ...COVERAGE_KINDS.flatMap((kind) => {
      const names = missing.filter((point) => point.kind === kind).map(({ name }) => printable(name));
      if (names.length === 0) return [];
      const rest = names.length > MOST_MISSING ? ` and ${names.length - MOST_MISSING} more` : '';
      return [paint('dim', `  no ${kind.padEnd(width)} ${names.slice(0, MOST_MISSING).join(', ')}${rest}`)];
    }),
  ];
}

function restOf(all: number, shown: number): string[] {
  return all > shown ? [`  and ${all - shown} more`] : [];
}
