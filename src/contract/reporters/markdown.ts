import { leadingCauses, verifiedNothing } from '../count-findings.ts';
import { COVERAGE_KINDS, type Coverage } from '../coverage/coverage.ts';
import type { Severity } from '../finding.ts';
import type { RecordingSummary, Report } from '../report.ts';
import { coverageGateSentence } from '../reporter-support/coverage-gate.ts';
import { type FindingGroup, groupFindings, receivedText } from '../reporter-support/group-findings.ts';
import { runNotes } from '../reporter-support/run-notes.ts';
import { isUndocumentedCall, undocumentedList } from '../reporter-support/undocumented-list.ts';
import { unlistedText } from '../reporter-support/unlisted-text.ts';
import { code, plain } from './markdown/escape.ts';

export interface MarkdownOptions {
  /** In percent: less coverage is a failure. */
  readonly minCoverage?: number | undefined;
}

const MARKS: Readonly<Record<Severity, string>> = { error: '❌', warning: '⚠️', info: 'ℹ️' };
/** GitHub takes no more than 1 MiB of a job summary, and nobody reads that much. */
const MOST_FINDINGS = 50;
const MOST_MISSING = 100;

/** Markdown for a job summary: the verdict first, then a table of findings, of coverage and of recordings. */
export function markdownReport(report: Report, { minCoverage }: MarkdownOptions = {}): string {
  const { contract, summary, findings, coverage, recordings = [] } = report;
  const { error, warning, info } = summary.findings;
  const counted = `${error} errors, ${warning} warnings, ${info} info, ${summary.waived} waived`;
  const groups = groupFindings(findings.filter((finding) => !isUndocumentedCall(finding)));
  const unlisted = unlistedText(summary);
  const gate = coverageGateSentence(report, minCoverage);
  const isClean =
    !verifiedNothing(summary) && error === 0 && report.unread.length === 0 && gate === undefined;
  const told = verifiedNothing(summary)
    ? 'Nothing was verified'
    : `${summary.verified} of ${summary.exchanges} exchanges verified`;
  return [
    `## ${isClean ? '✅' : '❌'} ${told}: ${counted}`,
    '',
    `${plain(contract.title)} ${plain(contract.version)}, ${code(contract.sha256.slice(0, 12))}`,
    ...(gate === undefined ? [] : ['', `❌ ${plain(gate)}`]),
    ...noteList(report),
    ...causeTable(report, groups.length),
    ...findingTable(groups),
    ...(unlisted === undefined ? [] : ['', unlisted]),
    ...undocumentedTable(report),
    ...coverageSection(coverage),
    ...recordingTable(recordings),
    ...limitationList(report.limitations),
    '',
  ].join('\n');
}

function noteList(report: Report): string[] {
  const notes = runNotes(report);
  if (notes.length === 0) return [];
  return [
    '',
    ...notes.map(({ level, text }) => `- ${MARKS[level === 'error' ? 'error' : 'info']} ${plain(text)}`),
  ];
}

function causeTable(report: Report, kinds: number): string[] {
  const causes = leadingCauses(report, kinds);
  if (causes.length === 0) return [];
  return [
    '',
    `### Causes: ${report.causes.length} places of the description`,
    '',
    '| | × | Operations | Says | Where | The first |',
    '|---|---:|---:|---|---|---|',
    ...causes.map(({ severity, count, operations, keyword, check, spec, message, recording }) => {
      const place = spec === undefined ? '' : code(`${spec.file}:${spec.line}:${spec.column}`);
      return `| ${MARKS[severity]} | ${count} | ${operations} | ${code(keyword ?? check)} | ${place} | ${plain(message)} ${code(`${recording.file} #${recording.index}`)} |`;
    }),
  ];
}

function findingTable(groups: readonly FindingGroup[]): string[] {
  if (groups.length === 0) return [];
  const rest = groups.length - MOST_FINDINGS;
  return [
    '',
    '| | Check | What differs | Received | Documented | Where | × |',
    '|---|---|---|---|---|---|---:|',
    ...groups.slice(0, MOST_FINDINGS).map(findingRow),
    ...(rest > 0 ? ['', `And ${rest} more.`] : []),
  ];
}

function findingRow(group: FindingGroup): string {
  const { first, count, suggestion } = group;
  const received = receivedText(group.received);
  const { operationId, status, message, spec, recording, waivedBy } = first;
  const subject = operationId === undefined ? '' : `${code(`${operationId} ${status}`)} `;
  const meant = suggestion === undefined ? '' : ` Did you mean ${code(suggestion)}?`;
  const place = spec === undefined ? '' : `${code(`${spec.file}:${spec.line}:${spec.column}`)}<br>`;
  const cells = [
    waivedBy === undefined ? MARKS[first.severity] : `waived by ${plain(waivedBy)}`,
    code(first.check),
    `${subject}${plain(message)}${meant}`,
    received === undefined ? '' : code(received),
    first.documented === undefined ? '' : code(first.documented),
    `${place}${code(`${recording.file} #${recording.index}`)}`,
    String(count),
  ];
  return `| ${cells.join(' | ')} |`;
}

function undocumentedTable({ findings }: Report): string[] {
  const list = undocumentedList(findings);
  if (list === undefined) return [];
  return [
    '',
    `${MARKS[list.severity]} ${list.count} calls of operations that the description does not have:`,
    '',
    ...list.calls
      .slice(0, MOST_FINDINGS)
      .map(({ method, path, count }) => `- ${code(`${method} ${path}`)} × ${count}`),
  ];
}

function coverageSection({ percent, covered, eligible, kinds, missing }: Coverage): string[] {
  const rows = COVERAGE_KINDS.map((kind) => `| ${kind} | ${kinds[kind].covered} | ${kinds[kind].eligible} |`);
  const names = missing.slice(0, MOST_MISSING).map(({ kind, name }) => `- ${kind} ${code(name)}`);
  const rest = missing.length - names.length;
  return [
    '',
    `### Coverage ${percent} % (${covered} of ${eligible})`,
    '',
    '| | Seen | Eligible |',
    '|---|---:|---:|',
    ...rows,
    ...(names.length === 0 ? [] : ['', '<details><summary>Not seen</summary>', '', ...names]),
    ...(rest > 0 ? [`- and ${rest} more`] : []),
    ...(names.length === 0 ? [] : ['', '</details>']),
  ];
}

function recordingTable(recordings: readonly RecordingSummary[]): string[] {
  if (recordings.length === 0) return [];
  return [
    '',
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
    ...(recordings.length > MOST_FINDINGS ? ['', `And ${recordings.length - MOST_FINDINGS} more.`] : []),
  ];
}

function limitationList(limitations: Report['limitations']): string[] {
  if (limitations.length === 0) return [];
  return [
    '',
    `### Not judged: ${limitations.length} of the description`,
    '',
    ...limitations
      .slice(0, MOST_FINDINGS)
      .map(({ what, spec }) => `- ${plain(what)} ${code(`${spec.file}:${spec.line}:${spec.column}`)}`),
    ...(limitations.length > MOST_FINDINGS ? [`- and ${limitations.length - MOST_FINDINGS} more`] : []),
  ];
}
