import type { SpecPlace } from '../finding.ts';
import { printable } from '../printable.ts';
import { createPaint, type Paint } from '../reporters/shared/paint.ts';
import { count } from '../reporters/shared/text.ts';
import type { Comparison } from './comparison.ts';
import type { Difference, DifferenceSide, Impact, NotCompared } from './difference.ts';

/** The comparison for people: what breaks first, what is known last. */
export function prettyComparison(comparison: Comparison, color: boolean = false): string {
  const { ours, upstream, operations, summary, differences, notCompared } = comparison;
  const paint = createPaint(color);
  const named = ({ title, version, file }: Comparison['ours']): string =>
    `${paint('bold', printable(title))} ${printable(version)} ${paint('dim', printable(file))}`;
  const { matched, missing } = operations;
  const { publication } = upstream;
  const all = matched.length + missing.length;
  const fresh = differences.filter(({ knownBy }) => knownBy === undefined);
  const known = differences.filter(({ knownBy }) => knownBy !== undefined);
  const { breaking, warning, info } = summary;
  const counts = `${breaking} breaking, ${warning} warning, ${info} info; ${summary.known} known, ${notCompared.length} not compared.`;
  return [
    `ours       ${named(ours)}`,
    `published  ${named(upstream)}`,
    ...(publication ? [`           ${printable(publication.what)}`] : []),
    `${matched.length} of our ${count(all, 'operation')} ${all === 1 ? 'is' : 'are'} published.`,
    'Words are not compared: descriptions, examples, tags.',
    ...[...fresh, ...known].flatMap((difference) => ['', ...linesOf(difference, paint)]),
    ...(notCompared.length > 0
      ? ['', 'Not compared:', ...notCompared.map((each) => lineOf(each, paint))]
      : []),
    '',
    matched.length === 0
      ? paint('red', 'Nothing was compared: none of our operations is published there.')
      : paint(breaking > 0 ? 'red' : 'green', counts),
    '',
  ].join('\n');
}

function linesOf(difference: Difference, paint: Paint): string[] {
  const { rule, impact, operationId, at, more, message, ours, upstream, knownBy } = difference;
  const label = knownBy === undefined ? paintImpact(impact, paint) : paint('dim', `known ${impact}`);
  const times = more > 0 ? ` and ${more} more` : '';
  return [
    `${label} ${paint('bold', rule)} ${printable([operationId, at].filter((part) => part !== '').join(' '))}${times}`,
    `  ${printable(message)}${knownBy === undefined ? '' : ` (${knownBy} in docs/fidelity.md)`}`,
    sideLine('ours', ours, paint),
    sideLine('published', upstream, paint),
  ];
}

function lineOf({ side, what, place, row }: NotCompared, paint: Paint): string {
  const of = row === undefined ? `${side === 'ours' ? 'ours' : 'published'}: ` : '';
  return `  ${of}${printable(what)}  ${paint('dim', placeText(place))}`;
}

function sideLine(label: string, { value = '–', place }: DifferenceSide, paint: Paint): string {
  // So that a long list can go on in the next line.
  const text = printable(value).replaceAll('","', '", "');
  return `  ${label.padEnd(9)}  ${text}  ${paint('dim', placeText(place))}`;
}

function placeText({ file, line, column }: SpecPlace): string {
  return `${printable(file)}:${line}:${column}`;
}

function paintImpact(impact: Impact, paint: Paint): string {
  const color = ({ breaking: 'red', warning: 'yellow', info: 'blue' } as const)[impact];
  return paint(color, paint('bold', impact));
}
