import { goalRow } from '../goal-row.ts';
import { inEachRound, type Samples } from '../interleaved.ts';
import { median, spread } from '../statistics.ts';
import type { Measured } from './measured.ts';
import type { ProcessCost } from './run-program.ts';
import type { Validation } from './validation.ts';

/** What was wished for, what came of it, and whether that is enough: rows of a table, judged by what they show. */
export function goalRows({ validations, one, many, lines }: Measured): string[] {
  const memory = peaks(lines, 'one thread', 'two threads');
  const memoryOfFew = peaks(lines, 'one thread, 10,000 lines', 'two threads, 10,000 lines');
  return [
    ...validations.map((validation, index) => {
      const most = [0.2, 0.3][index] ?? 0;
      const ratios = timesParse(validation);
      return ratioRow(
        `validating a body of ${validation.size} characters costs at most ${most} of JSON.parse`,
        ratios,
        most,
      );
    }),
    ratioRow(
      'one recording verified in at most 0.30 of the time of `redocly drift`',
      timesElapsed(one, 'exa-enrichments', 'redocly drift'),
      0.3,
    ),
    ratioRow(
      '200,000 exchanges on one thread in at most 0.65 of the time of `redocly drift`',
      timesElapsed(many, 'exa-enrichments, one thread', 'redocly drift'),
      0.65,
    ),
    ratioRow(
      '200,000 exchanges on two threads in at most 0.45 of it',
      timesElapsed(many, 'exa-enrichments', 'redocly drift'),
      0.45,
    ),
    ratioRow(
      '1,000,000 lines on one thread in at most 1.3 of reading and parsing them alone',
      timesElapsed(lines, 'one thread', 'reading and parsing alone'),
      1.3,
    ),
    ratioRow(
      '1,000,000 lines on two threads in at most 0.75 of that',
      timesElapsed(lines, 'two threads', 'reading and parsing alone'),
      0.75,
    ),
    goalRow(
      'at most 150 MB at their peak, for 10,000 lines and 1,000,000 alike',
      `${memoryOfFew.map(Math.round).join(' and ')} MB, ${memory.map(Math.round).join(' and ')} MB on one and two threads`,
      [...memory, ...memoryOfFew].every((megabytes) => Math.round(megabytes) <= 150),
    ),
  ];
}

/** How many times the cost of JSON.parse of the same body, in each round. */
function timesParse({ samples }: Validation): number[] {
  return inEachRound(samples, 'exa-enrichments', 'JSON.parse', (value, base) => value / base);
}

export function timesElapsed<Name extends string>(
  samples: Samples<Name, ProcessCost>,
  name: Name,
  base: Name,
): number[] {
  return inEachRound(samples, name, base, (cost, other) => cost.elapsed / other.elapsed);
}

function peaks<Name extends string>(
  samples: Samples<Name, ProcessCost>,
  ...names: readonly Name[]
): number[] {
  return names.map((name) => Math.max(...samples[name].map(({ megabytes }) => megabytes)));
}

function ratioRow(goal: string, ratios: readonly number[], most: number): string {
  return goalRow(goal, spread(ratios), Number(median(ratios).toFixed(2)) <= most);
}
