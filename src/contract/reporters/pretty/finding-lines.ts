import type { Finding } from '../../finding.ts';
import { printable } from '../../printable.ts';
import { codeFrame } from '../../reporter-support/code-frame.ts';
import { type FindingGroup, receivedText } from '../../reporter-support/group-findings.ts';
import type { Paint } from '../../reporter-support/paint.ts';
import type { ReportContext } from '../../reporter-support/report-context.ts';
import { reproduce } from '../../reporter-support/reproduce.ts';
import { paintSeverity } from './paint.ts';

export interface FindingOptions {
  readonly paint: Paint;
  readonly context: ReportContext | undefined;
  /** Whether the lines of the description are shown. */
  readonly frames: boolean;
}

/** Equal findings, told once: what differs, both sides of it, and where each of them is. */
export function findingLines(group: FindingGroup, options: FindingOptions): string[] {
  const { first, count, files, suggestion } = group;
  const { paint } = options;
  const times = count > 1 ? ` ×${count}${files > 1 ? ` in ${files} files` : ''}` : '';
  const subject = first.operationId === undefined ? '' : ` ${printable(first.operationId)} ${first.status}`;
  const label =
    first.waivedBy === undefined
      ? paintSeverity(first.severity, first.severity, paint)
      : paint('dim', `waived ${first.severity}`);
  const meant = suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
  return [
    `${label} ${paint('bold', first.check)}${subject}${times}`,
    `  ${printable(first.message)}${meant}`,
    ...labelled('received', receivedText(group.received)),
    ...labelled('documented', first.documented),
    ...waiverLine(first, options),
    ...placeLines(first, options),
  ];
}

function waiverLine({ waivedBy, fingerprint }: Finding, { context }: FindingOptions): string[] {
  if (waivedBy === undefined) return [];
  const waiver = context?.waivers.get(fingerprint);
  const why = waiver === undefined ? waivedBy : `${waivedBy}, until ${waiver.expires}: ${waiver.reason}`;
  return labelled('waived by', why);
}

function placeLines(first: Finding, { paint, context, frames }: FindingOptions): string[] {
  const { recording, spec, method, url } = first;
  const ofExchange = url !== '';
  const command = context && reproduce(first, context.contract, context.evidence.get(first.fingerprint));
  const stored = `${recording.file} #${recording.index}`;
  const place = spec === undefined ? undefined : `${spec.file}:${spec.line}:${spec.column}`;
  const dim = [
    ...labelled(
      'recording',
      ofExchange ? (command === undefined ? `${stored} ${method} ${url}` : stored) : undefined,
    ),
    ...labelled(ofExchange ? 'description' : 'waiver', place),
  ].map((line) => paint('dim', line));
  if (context === undefined || first.waivedBy !== undefined) return dim;
  return [
    ...dim,
    ...(frames && spec !== undefined ? frameLines(first, context, paint) : []),
    ...(ofExchange ? labelled('fingerprint', first.fingerprint).map((line) => paint('dim', line)) : []),
    ...(command === undefined ? [] : [paint('dim', `  reproduce   ${command}`)]),
  ];
}

function frameLines({ spec }: Finding, { sources }: ReportContext, paint: Paint): string[] {
  const frame = spec && codeFrame(sources, spec);
  if (frame === undefined) return [];
  const width = String(frame.lines.at(-1)?.number ?? 0).length;
  return frame.lines.flatMap(({ number, text, marked }) => {
    const gutter = String(number).padStart(width);
    if (!marked) return [paint('dim', `    ${gutter} │ ${text}`)];
    const caret = `    ${' '.repeat(width)} │ ${' '.repeat(frame.column - 1)}^`;
    return [`  ${paint('red', '›')} ${gutter} │ ${text}`, paint('red', caret)];
  });
}

function labelled(label: string, text: string | undefined): string[] {
  return text === undefined ? [] : [`  ${label.padEnd(11)} ${printable(text)}`];
}
