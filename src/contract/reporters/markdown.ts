import { COVERAGE_KINDS, type Coverage } from '../coverage/coverage.ts';
import type { Severity } from '../finding.ts';
import { printable } from '../printable.ts';
import type { FindingCause, RecordingSummary, Report } from '../report.ts';
import { type Gates, outcomeOf, type RunNote, verdictText } from './shared/outcome.ts';
import {
  type FindingGroup,
  operationText,
  outlineOf,
  receivedText,
  type UndocumentedList,
} from './shared/outline.ts';
import { placeText } from './shared/places.ts';
import { count } from './shared/text.ts';

export type MarkdownOptions = Gates;

const MARKS: Readonly<Record<Severity | RunNote['level'], string>> = {
  error: '❌',
  warning: '⚠️',
  info: 'ℹ️',
  note: 'ℹ️',
};
/** GitHub takes no more than 1 MiB of a job summary, and nobody reads that much. */
const MOST_FINDINGS = 50;
const MOST_MISSING = 100;

/** Markdown for a job summary: the verdict first, then a table of findings, of coverage and of recordings. */
export function markdownReport(report: Report, gates: MarkdownOptions = {}): string {
  const { contract, coverage, recordings = [], limitations } = report;
  const { causes, groups, undocumented, unlisted, notes } = outlineOf(report, gates);
  const mark = outcomeOf(report, gates) === 'passed' ? '✅' : '❌';
  const blocks = [
    [`## ${mark} ${verdictText(report)}`],
    [`${plain(contract.title)} ${plain(contract.version)}, ${code(contract.sha256.slice(0, 12))}`],
    causeTable(causes, report.causes.length),
    noteList(notes),
    findingTable(groups),
    unlisted === undefined ? [] : [unlisted],
    undocumentedList(undocumented),
    coverageSection(coverage),
    recordingTable(recordings),
    limitationList(limitations),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n').trimEnd())
    .join('\n\n')}\n`;
}

function causeTable(causes: readonly FindingCause[], all: number): string[] {
  if (causes.length === 0) return [];
  return [
    `### Causes: ${all} places of the description`,
    '',
    '| | × | Operations | Says | Where | The first |',
    '|---|---:|---:|---|---|---|',
    ...causes.map(({ severity, count: times, operations, keyword, check, spec, message, recording }) => {
      const place = spec === undefined ? '' : code(placeText(spec));
      return `| ${MARKS[severity]} | ${times} | ${operations} | ${code(keyword ?? check)} | ${place} | ${plain(message)} ${code(`${recording.file} #${recording.index}`)} |`;
    }),
  ];
}

function noteList(notes: readonly RunNote[]): string[] {
  return notes.map(({ level, text }) => `- ${MARKS[level]} ${plain(text)}`);
}

function findingTable(groups: readonly FindingGroup[]): string[] {
  if (groups.length === 0) return [];
  return [
    '| | Check | What differs | Received | Documented | Where | × |',
    '|---|---|---|---|---|---|---:|',
    ...groups.slice(0, MOST_FINDINGS).map(findingRow),
    '',
    ...restOf(groups.length),
  ];
}

function findingRow({ first, count: findings, exchanges, suggestion, received }: FindingGroup): string {
  const { message, documented, spec, recording, waivedBy } = first;
  const operation = operationText(first);
  const subject = operation === undefined ? '' : `${code(operation)} `;
  const meant = suggestion === undefined ? '' : ` Did you mean ${code(suggestion)}?`;
  const place = spec === undefined ? '' : `${code(placeText(spec))}<br>`;
  const cells = [
    waivedBy === undefined ? MARKS[first.severity] : `waived by ${plain(waivedBy)}`,
    code(first.check),
    `${subject}${plain(message)}${meant}`,
    code(receivedText(received)),
    code(documented),
    `${place}${code(`${recording.file} #${recording.index}`)}`,
    String(exchanges ?? findings),
  ];
  return `| ${cells.join(' | ')} |`;
}

function undocumentedList(list: UndocumentedList | undefined): string[] {
  if (list === undefined) return [];
  return [
    `${MARKS[list.severity]} ${count(list.count, 'call')} of operations that the description does not have:`,
    '',
    ...list.calls
      .slice(0, MOST_FINDINGS)
      .map(({ method, path, count: times }) => `- ${code(`${method} ${path}`)} × ${times}`),
    ...restOf(list.calls.length),
  ];
}

function coverageSection({ percent, covered, eligible, kinds, missing }: Coverage): string[] {
  const names = [
    ...missing.slice(0, MOST_MISSING).map(({ kind, name }) => `- ${kind} ${code(name)}`),
    ...restOf(missing.length, MOST_MISSING),
  ];
  return [
    `### Coverage ${percent} % (${covered} of ${eligible})`,
    '',
    '| | Seen | Eligible |',
    '|---|---:|---:|',
    ...COVERAGE_KINDS.map((kind) => `| ${kind} | ${kinds[kind].covered} | ${kinds[kind].eligible} |`),
    ...(names.length === 0
      ? []
      : ['', '<details><summary>Not seen</summary>', '', ...names, '', '</details>']),
  ];
}

function recordingTable(recordings: readonly RecordingSummary[]): string[] {
  if (recordings.length === 0) return [];
  return [
    '### Recordings',
    '',
    '| File | Exchanges | Source | Recorded | Age in days |',
    '|---|---:|---|---|---:|',
    ...recordings
      .slice(0, MOST_FINDINGS)
      .map(
        ({ file, exchanges, source = 'unknown', recordedAt = '', ageDays = '' }) =>
          `| ${code(file)} | ${exchanges} | ${source} | ${recordedAt} | ${ageDays} |`,
      ),
    '',
    ...restOf(recordings.length),
  ];
}

function limitationList(limitations: Report['limitations']): string[] {
  if (limitations.length === 0) return [];
  return [
    `### Not judged: ${limitations.length} of the description`,
    '',
    ...limitations
      .slice(0, MOST_FINDINGS)
      .map(({ what, spec }) => `- ${plain(what)} ${code(placeText(spec))}`),
    ...restOf(limitations.length),
  ];
}

/** How many are not shown, as the last item of a list. */
function restOf(all: number, most: number = MOST_FINDINGS): string[] {
  return all > most ? [`- and ${all - most} more`] : [];
}

/** Every character that Markdown, its tables, HTML, math, mentions or links may read. */
const MEANINGFUL = /[\\`*_{}[\]<>&|~$@#!:()+\-=]/g;

/**
 * Text on one line that Markdown takes for nothing but text: what could mean something is written as a reference, which
 * CommonMark never reads as markup.
 */
function plain(text: string): string {
  return printable(text)
    .replace(MEANINGFUL, (character) => `&#${character.codePointAt(0)};`)
    .replace(/www\./gi, (start) => `${start.slice(0, 3)}&#46;`);
}

/** The same, as code. Backticks would do, but for a `|` in a table and a backtick in the text. */
function code(text: string | undefined): string {
  return text === undefined ? '' : `<code>${plain(text)}</code>`;
}
