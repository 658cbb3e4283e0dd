import pico from 'picocolors';
import { COVERAGE_KINDS, type Coverage } from '../coverage/coverage.ts';
import type { Severity } from '../finding.ts';
import { type FindingGroup, groupFindings } from '../group-findings.ts';
import type { Report } from '../report.ts';

export interface PrettyOptions {
  readonly color?: boolean;
}

type Paint = ReturnType<typeof pico.createColors>;

const MOST_MISSING = 12;

/** The report for people: what was verified, what differs, and what no recording showed. */
export function prettyReport(report: Report, { color = false }: PrettyOptions = {}): string {
  const paint = pico.createColors(color);
  const { contract, summary, coverage } = report;
  const groups = groupFindings(report.findings);
  return [
    `${paint.bold(contract.title)} ${contract.version} ${paint.dim(`sha256 ${contract.sha256.slice(0, 12)}`)}`,
    `${count(summary.exchanges, 'exchange')}: ${summary.verified} verified, ${summary.undocumented} undocumented`,
    ...groups.flatMap((group) => ['', ...findingLines(group, paint)]),
    '',
    ...coverageLines(coverage, paint),
    '',
    verdict(report, paint),
    '',
  ].join('\n');
}

function findingLines({ first, count: times, files }: FindingGroup, paint: Paint): string[] {
  const { recording, spec } = first;
  const repeated = times > 1 ? ` ×${times}${files > 1 ? ` in ${files} files` : ''}` : '';
  const subject = first.operationId === undefined ? '' : ` ${first.operationId} ${first.status}`;
  const label = paintSeverity(first.severity, paint);
  return [
    `${label} ${paint.bold(first.check)}${subject}${repeated}`,
    `  ${first.message}`,
    ...(first.received === undefined ? [] : [`  received    ${first.received}`]),
    ...(first.documented === undefined ? [] : [`  documented  ${first.documented}`]),
    paint.dim(`  recording   ${recording.file} #${recording.index} ${first.method} ${first.url}`),
    ...(spec === undefined ? [] : [paint.dim(`  description ${spec.file}:${spec.line}:${spec.column}`)]),
  ];
}

function coverageLines({ percent, covered, eligible, kinds, missing }: Coverage, paint: Paint): string[] {
  const parts = COVERAGE_KINDS.map((kind) => `${kind} ${kinds[kind].covered}/${kinds[kind].eligible}`);
  const names = missing.slice(0, MOST_MISSING).map(({ kind, name }) => `${kind} ${name}`);
  const rest = missing.length - names.length;
  return [
    `${paint.bold('Coverage')} ${percent} % (${covered} of ${eligible}): ${parts.join(', ')}`,
    ...(missing.length === 0
      ? []
      : [paint.dim(`  not seen: ${names.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`)]),
  ];
}

function verdict({ summary }: Report, paint: Paint): string {
  const { error, warning, info } = summary.findings;
  const counts = `${count(error, 'error')}, ${count(warning, 'warning')}, ${info} info`;
  const waived = summary.waived > 0 ? `, ${summary.waived} waived` : '';
  if (summary.verified === 0) return paint.red(`Nothing was verified (${counts}${waived}).`);
  return (error > 0 ? paint.red : paint.green)(
    `${count(summary.verified, 'exchange')} verified: ${counts}${waived}.`,
  );
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function paintSeverity(severity: Severity, paint: Paint): string {
  const color = { error: paint.red, warning: paint.yellow, info: paint.blue }[severity];
  return color(paint.bold(severity));
}
