import { countOf, leadingCauses } from '../../count-findings.ts';
import type { Finding, Severity } from '../../finding.ts';
import { pathOf } from '../../judge/values/request-parts.ts';
import type { FindingCause, Report } from '../../report.ts';
import { type Gates, type RunNote, runNotes } from './outcome.ts';
import { count as counted } from './text.ts';

/** What a report for people tells, in this order: all of them tell the same. */
export interface Outline {
  /** What most findings come from, where they are of many kinds; else none. */
  readonly causes: readonly FindingCause[];
  /** Equal findings, those of undocumented operations left out. */
  readonly groups: readonly FindingGroup[];
  readonly undocumented: UndocumentedList | undefined;
  /** How many findings are of kinds that the report does not list at all; undefined where it lists all kinds. */
  readonly unlisted: string | undefined;
  readonly notes: readonly RunNote[];
}

/** Equal findings, told once. */
export interface FindingGroup {
  readonly first: Finding;
  /** Its findings, as the summary counts them. */
  readonly count: number;
  /** How many exchanges have it, where it is told once a run; absent where each is told. */
  readonly exchanges?: number;
  /** How many recordings show it; 0 where that is not known, for not all of the findings are listed. */
  readonly files: number;
  /**
   * What was received, each value once with how often, in the order met: it is no part of what makes findings equal. Where
   * not all of the findings are listed it is what the listed ones received, once each.
   */
  readonly received: readonly ReceivedValue[];
  /** The first that any of them has. */
  readonly suggestion?: string;
}

export interface ReceivedValue {
  readonly text: string;
  readonly count: number;
}

/** Calls that the description does not have, to be told in one block: each would say the same. */
export interface UndocumentedList {
  readonly severity: Severity;
  readonly count: number;
  /** The most frequent first. */
  readonly calls: readonly UndocumentedCall[];
}

/** Calls of one path. */
export interface UndocumentedCall {
  readonly method: string;
  /** What looks like an id is `*`, so that calls of one operation stand together. */
  readonly path: string;
  readonly count: number;
  readonly first: Finding;
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

export function outlineOf(report: Report, gates: Gates = {}): Outline {
  const { findings, summary } = report;
  const groups = groupFindings(findings.filter((finding) => !isUndocumentedCall(finding)));
  return {
    causes: leadingCauses(report, groups.length),
    groups,
    undocumented: undocumentedList(findings.filter(isUndocumentedCall)),
    unlisted: unlistedText(summary.unlisted),
    notes: runNotes(report, gates),
  };
}

/** Groups by fingerprint; what was waived comes last, errors first, else in the order met. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { severity, fingerprint, waivedBy = '' } = finding;
    const key = `${severity} ${fingerprint} ${waivedBy}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].map(groupOf).sort((a, b) => rank(a.first) - rank(b.first));
}

function groupOf(findings: readonly Finding[]): FindingGroup {
  const counts = new Map<string, number>();
  for (const { received } of findings) {
    if (received !== undefined) counts.set(received, (counts.get(received) ?? 0) + 1);
  }
  const count = findings.reduce((sum, finding) => sum + countOf(finding), 0);
  const exchanges = findings.reduce((sum, { times = 0 }) => sum + times, 0);
  const isWhole = count === findings.length;
  const suggestion = findings.find((finding) => finding.suggestion !== undefined)?.suggestion;
  return {
    first: findings[0] as Finding,
    count,
    ...(exchanges > 0 && { exchanges }),
    files: isWhole ? new Set(findings.map(({ recording }) => recording.file)).size : 0,
    received: [...counts].map(([text, times]) => ({ text, count: isWhole ? times : 1 })),
    ...(suggestion !== undefined && { suggestion }),
  };
}

/** Several received values on one line, the first few of them. */
export function receivedText(received: readonly ReceivedValue[], most = 3): string | undefined {
  if (received.length === 0) return undefined;
  const shown = received.slice(0, most).map(({ text, count }) => (count > 1 ? `${text} ×${count}` : text));
  // How often the only one was received is what the group says already.
  if (received.length === 1) return received[0]?.text;
  const rest = received.length - shown.length;
  return `${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function rank({ severity, waivedBy }: Finding): number {
  return ORDER[severity] + (waivedBy === undefined ? 0 : 3);
}

/** How often a group was met, in words; empty where it was once. */
export function timesText({ count, exchanges, files }: FindingGroup): string {
  if (exchanges !== undefined) return `in ${counted(exchanges, 'exchange')}`;
  if (count === 1) return '';
  return `×${count}${files > 1 ? ` in ${files} files` : ''}`;
}

function isUndocumentedCall({ check, waivedBy }: Finding): boolean {
  return check === 'undocumented-operation' && waivedBy === undefined;
}

function undocumentedList(findings: readonly Finding[]): UndocumentedList | undefined {
  const [any] = findings;
  if (any === undefined) return undefined;
  const calls = new Map<string, UndocumentedCall>();
  for (const first of findings) {
    const path = withoutIds(pathOf(first.url));
    const key = `${first.method} ${path}`;
    const known = calls.get(key) ?? { method: first.method, path, count: 0, first };
    calls.set(key, { ...known, count: known.count + countOf(first) });
  }
  return {
    severity: any.severity,
    count: findings.reduce((sum, finding) => sum + countOf(finding), 0),
    calls: [...calls.values()].sort((a, b) => b.count - a.count),
  };
}

/** A segment of ten characters or more with a digit in it is more likely an id than a word. */
function withoutIds(path: string): string {
  return path.replace(/[^/]{10,}/g, (segment) => (/\d/.test(segment) ? '*' : segment));
}

function unlistedText(unlisted: Report['summary']['unlisted']): string | undefined {
  if (unlisted === undefined) return undefined;
  const { error, warning, info } = unlisted;
  return `And ${error} errors, ${warning} warnings and ${info} info of further kinds that are only counted.`;
}

/** What a finding is about, of several contracts with whose it is: `Users: getUser 200`. Undefined where it is of none. */
export function operationText({ contract, operationId, status }: Finding): string | undefined {
  if (operationId === undefined) return contract;
  return `${contract === undefined ? '' : `${contract}: `}${operationId} ${status}`;
}
