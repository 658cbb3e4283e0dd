import type { Finding } from '../../finding.ts';
import { printable } from '../../printable.ts';
import { contractNamed, type ReportContext } from '../shared/context.ts';
import { fold, foldCommand } from '../shared/fold.ts';
import { type FindingGroup, operationText, receivedText, timesText } from '../shared/outline.ts';
import { type Paint, paintLabel } from '../shared/paint.ts';
import { codeFrame, placeText } from '../shared/places.ts';
import { reproduce } from '../shared/reproduce.ts';
import { meantText } from '../shared/text.ts';

export interface FindingOptions {
  readonly paint: Paint;
  readonly context: ReportContext | undefined;
  /** Whether the lines of the description are shown. */
  readonly frames: boolean;
  /** The width of the terminal; undefined: lines may have any length. */
  readonly columns: number | undefined;
}

/** Equal findings, told once: what differs, both sides of it, and where each of them is. */
export function findingLines(group: FindingGroup, options: FindingOptions): string[] {
  const { first, suggestion } = group;
  const { paint, columns } = options;
  const times = timesText(group);
  const operation = operationText(first);
  const subject = operation === undefined ? '' : ` ${printable(operation)}`;
  const label =
    first.waivedBy === undefined
      ? paintLabel(first.severity, paint)
      : paint('dim', `waived ${first.severity}`);
  const said = [
    `${label} ${paint('bold', first.check)}${subject}${times && ` ${times}`}`,
    `  ${printable(first.message)}${meantText(suggestion)}`,
    ...labelled('received', receivedText(group.received)),
    ...labelled('documented', first.documented),
    ...waiverLine(first, options),
  ];
  return [...said.map((line) => fold(line, columns)), ...placeLines(first, options)];
}

function waiverLine({ waivedBy, fingerprint }: Finding, { context }: FindingOptions): string[] {
  if (waivedBy === undefined) return [];
  const waiver = context?.waivers.get(fingerprint);
  const why = waiver === undefined ? waivedBy : `${waivedBy}, until ${waiver.expires}: ${waiver.reason}`;
  return labelled('waived by', why);
}

function placeLines(first: Finding, { paint, context, frames, columns }: FindingOptions): string[] {
  const { recording, spec, method, url, fingerprint, waivedBy } = first;
  const dim = (lines: readonly string[]): string[] => lines.map((line) => paint('dim', fold(line, columns)));
  const ofExchange = url !== '';
  const command =
    context && reproduce(first, contractNamed(context, first.contract), context.evidence.get(fingerprint));
  const request = command === undefined ? ` ${method} ${url}` : '';
  const places = dim([
    ...labelled('recording', ofExchange ? `${recording.file} #${recording.index}${request}` : undefined),
    ...labelled(ofExchange ? 'description' : 'waiver', spec && placeText(spec)),
  ]);
  if (context === undefined || waivedBy !== undefined) return places;
  return [
    ...places,
    ...(frames ? frameLines(first, context, { paint, columns }) : []),
    ...dim(labelled('fingerprint', ofExchange ? fingerprint : undefined)),
    ...(command === undefined
      ? []
      : [paint('dim', foldCommand(`  reproduce   ${command}`, columns, '    '))]),
  ];
}

/** Of a terminal's line, what the margin of a frame takes, with numbers of up to five digits. */
const MARGIN = 12;

function frameLines(
  { spec }: Finding,
  { sources }: ReportContext,
  { paint, columns }: Pick<FindingOptions, 'paint' | 'columns'>,
): string[] {
  const frame = spec && codeFrame(sources, spec, columns && Math.max(columns - MARGIN, MARGIN));
  if (frame === undefined) return [];
  const width = String(frame.from + frame.lines.length - 1).length;
  return frame.lines.flatMap((text, index) => {
    const gutter = String(frame.from + index).padStart(width);
    if (index !== frame.marked) return [paint('dim', `    ${gutter} │ ${text}`)];
    const caret = `    ${' '.repeat(width)} │ ${' '.repeat(frame.column - 1)}^`;
    return [`  ${paint('red', '›')} ${gutter} │ ${text}`, paint('red', caret)];
  });
}

function labelled(label: string, text: string | undefined): string[] {
  return text === undefined ? [] : [`  ${label.padEnd(11)} ${printable(text)}`];
}
