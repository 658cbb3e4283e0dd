import { verifiedNothing } from '../count-findings.ts';
import { printable } from '../printable.ts';
import type { Report } from '../report.ts';
import { coverageGateSentence } from '../reporter-support/coverage-gate.ts';
import { type FindingGroup, groupFindings, receivedText } from '../reporter-support/group-findings.ts';
import { placeOfFinding } from '../reporter-support/place-of-finding.ts';
import { runNotes } from '../reporter-support/run-notes.ts';

export interface GithubOptions {
  /** From the current folder to the one that places in the description are relative to. Default `''`. */
  readonly descriptionFolder?: string;
  /** In percent: less coverage is an error. */
  readonly minCoverage?: number | undefined;
}

/** GitHub shows ten notices of a step. */
const MOST_LIMITATIONS = 5;

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/**
 * Workflow commands that GitHub Actions turns into annotations, one for equal findings; what was waived is only counted.
 * Source: docs.github.com, "Workflow commands for GitHub Actions".
 */
export function githubReport(
  report: Report,
  { descriptionFolder = '', minCoverage }: GithubOptions = {},
): string {
  const { summary, findings } = report;
  const lines = groupFindings(findings)
    .filter(({ first }) => first.waivedBy === undefined)
    .map((group) => annotation(group, descriptionFolder));
  for (const { what, spec } of report.limitations.slice(0, MOST_LIMITATIONS))
    lines.push(`::notice title=not judged::${data(printable(`${what} (${spec.file}:${spec.line})`))}`);
  for (const { level, about, text } of runNotes(report))
    lines.push(`::${level === 'error' ? 'error' : 'notice'} title=${about}::${data(printable(text))}`);
  const { error, warning, info } = summary.findings;
  if (verifiedNothing(summary)) lines.push('::error title=verify::Nothing was verified.');
  const gate = coverageGateSentence(report, minCoverage);
  if (gate !== undefined) lines.push(`::error title=coverage::${data(gate)}`);
  return [
    ...lines,
    `${summary.verified} of ${summary.exchanges} exchanges verified: ${error} errors, ${warning} warnings, ${info} info, ${summary.waived} waived.`,
    '',
  ].join('\n');
}

function annotation(group: FindingGroup, descriptionFolder: string): string {
  const { first, count, suggestion } = group;
  const received = receivedText(group.received);
  const { file, line, column } = placeOfFinding(first, descriptionFolder);
  const properties = [
    `file=${property(printable(file))}`,
    ...(line === undefined ? [] : [`line=${line}`, `col=${column ?? 1}`]),
    `title=${property(first.check)}`,
  ];
  const { recording } = first;
  const text = [
    `${first.operationId === undefined ? '' : `${first.operationId} ${first.status}: `}${first.message}`,
    ...(suggestion === undefined ? [] : [`Did you mean ${suggestion}?`]),
    ...(received === undefined ? [] : [`received: ${received}`]),
    ...(first.documented === undefined ? [] : [`documented: ${first.documented}`]),
    `recording: ${recording.file} #${recording.index}${count > 1 ? `, and ${count - 1} more` : ''}`,
  ];
  const message = text.map((one) => data(printable(one))).join('%0A');
  return `::${COMMANDS[first.severity]} ${properties.join(',')}::${message}`;
}

/** The message of a command ends with its line. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A property ends at a comma or a colon, too. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
