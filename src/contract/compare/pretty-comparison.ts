import { printable } from '../printable.ts';
import { createPaint, type Paint, paintLabel } from '../reporters/shared/paint.ts';
import { placeText } from '../reporters/shared/places.ts';
import type { Comparison } from './comparison.ts';
import type { Difference } from './difference.ts';

/** The comparison for people: what breaks first, what is known last. */
export function prettyComparison(
  { ours, upstream, operations, summary, differences }: Comparison,
  color: boolean = false,
): string {
  const paint = createPaint(color);
  const named = ({ title, version, file }: Comparison['ours']): string =>
    `${paint('bold', printable(title))} ${printable(version)} ${paint('dim', printable(file))}`;
  const { matched, missing } = operations;
  const fresh = differences.filter(({ knownBy }) => knownBy === undefined);
  const known = differences.filter(({ knownBy }) => knownBy !== undefined);
  return [
    `ours       ${named(ours)}`,
    `published  ${named(upstream)}`,
    `${matched.length} of our ${matched.length + missing.length} operations are published. Words are not compared: descriptions, examples, tags.`,
    ...[...fresh, ...known].flatMap((difference) => ['', ...linesOf(difference, paint)]),
    '',
    matched.length === 0
      ? paint('red', 'Nothing was compared: none of our operations is published there.')
      : paint(
          summary.breaking > 0 ? 'red' : 'green',
          `${summary.breaking} breaking, ${summary.warning} warning, ${summary.info} info; ${summary.known} known.`,
        ),
    '',
  ].join('\n');
}

function linesOf(difference: Difference, paint: Paint): string[] {
  const { rule, impact, operationId, at, more, message, ours, upstream, knownBy } = difference;
  const label = knownBy === undefined ? paintLabel(impact, paint) : paint('dim', `known ${impact}`);
  const times = more > 0 ? ` and ${more} more` : '';
  return [
    `${label} ${paint('bold', rule)} ${printable([operationId, at].filter((part) => part !== '').join(' '))}${times}`,
    `  ${printable(message)}${knownBy === undefined ? '' : ` (${knownBy} in docs/fidelity.md)`}`,
    sideLine('ours', ours, paint),
    sideLine('published', upstream, paint),
  ];
}

function sideLine(label: string, { value = '–', place }: Difference['ours'], paint: Paint): string {
  return `  ${label.padEnd(9)}  ${printable(value)}  ${paint('dim', printable(placeText(place)))}`;
}
