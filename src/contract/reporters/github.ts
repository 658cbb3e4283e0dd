import { verifiedNothing } from '../count-findings.ts';
import { printable } from '../printable.ts';
import type { Report } from '../report.ts';
import { type Gates, runNotes, verdictText } from './shared/outcome.ts';
import { type FindingGroup, groupFindings, operationText, receivedText } from './shared/outline.ts';
import { placeOfFinding, placeText } from './shared/places.ts';
import { sideLines } from './shared/text.ts';

export interface GithubOptions extends Pick<Gates, 'minCoverage'> {
  /** From the current folder to the one that places in the description are relative to. Default `''`. */
  readonly descriptionFolder?: string;
}

/** GitHub shows ten notices of a step. */
const MOST_LIMITATIONS = 5;

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice', note: 'notice' } as const;

/**
 * Workflow commands that GitHub Actions turns into annotations, one for equal findings; what was waived is only counted.
 * Source: docs.github.com, "Workflow commands for GitHub Actions".
 */
export function githubReport(
  report: Report,
  { descriptionFolder = '', minCoverage }: GithubOptions = {},
): string {
  return [
    ...groupFindings(report.findings)
      .filter(({ first }) => first.waivedBy === undefined)
      .map((group) => annotation(group, descriptionFolder)),
    ...report.limitations
      .slice(0, MOST_LIMITATIONS)
      .map(({ what, spec }) => command('note', { title: 'not judged' }, [`${what} (${placeText(spec)})`])),
    ...runNotes(report, { minCoverage }).map(({ level, about, text }) =>
      command(level, { title: about }, [text]),
    ),
    ...(verifiedNothing(report.summary)
      ? [command('error', { title: 'verify' }, ['Nothing was verified.'])]
      : []),
    `${verdictText(report)}.`,
    '',
  ].join('\n');
}

function annotation(
  { first, count, exchanges = count, suggestion, received }: FindingGroup,
  descriptionFolder: string,
): string {
  const { file, line, column = 1 } = placeOfFinding(first, descriptionFolder);
  const { recording, message, documented } = first;
  const operation = operationText(first);
  const place = line === undefined ? {} : { line, col: column };
  return command(first.severity, { file, ...place, title: first.check }, [
    `${operation === undefined ? '' : `${operation}: `}${message}`,
    ...(suggestion === undefined ? [] : [`Did you mean ${suggestion}?`]),
    ...sideLines(receivedText(received), documented),
    `recording: ${recording.file} #${recording.index}${exchanges > 1 ? `, and ${exchanges - 1} more` : ''}`,
  ]);
}

/** A command is a line: what could end it, or a property in it, is encoded. */
function command(
  level: keyof typeof COMMANDS,
  properties: Readonly<Record<string, string | number>>,
  lines: readonly string[],
): string {
  const data = (text: string): string => printable(text).replaceAll('%', '%25');
  const list = Object.entries(properties).map(
    ([name, value]) => `${name}=${data(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`,
  );
  return `::${COMMANDS[level]} ${list.join(',')}::${lines.map(data).join('%0A')}`;
}
