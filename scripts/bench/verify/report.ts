import { availableParallelism } from 'node:os';
import { goalRow, inEachRound, median, type Samples, spread } from '../measure.ts';
import type { OfLines, OfMany, OfOne } from './corpus.ts';
import type { ProcessCost } from './programs.ts';
import { VALIDATORS, type Validation } from './validation.ts';

/** All that was measured in a run. */
interface Measured {
  readonly validations: readonly Validation[];
  readonly one: Samples<OfOne, ProcessCost>;
  readonly many: Samples<OfMany, ProcessCost>;
  readonly lines: Samples<OfLines, ProcessCost>;
  /** Load average of a minute, at the start and at the end. */
  readonly load: readonly [number, number];
}

/** What was wished for, what came of it, and whether that is enough: rows of a table, judged by what they show. */
function goalRows({ validations, one, many, lines }: Measured): string[] {
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

function timesElapsed<Name extends string>(
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

/** What was measured, in Markdown. */
export function report(measured: Measured): string[] {
  const { validations, one, many, lines, load } = measured;
  const date = new Date().toISOString().slice(0, 10);
  const [before, after] = load.map((value) => value.toFixed(1));
  return [
    '## The contract run',
    '',
    `\`npm run bench:verify\`, once, on ${date}: ${availableParallelism()} cores, Node ${process.versions.node}, load average ${before} at the start and`,
    `${after} at the end. All take turns within one run. A figure is the median over the rounds; a ratio is the median of the`,
    'ratios within a round, with its quartiles in brackets; memory is the highest of all rounds. The recordings are made up:',
    'two reads to one cancel, bodies of some 330 bytes, entries of some 1,060 bytes, as alike as those of one program are.',
    '',
    '| goal | measured | |',
    '|---|---|---|',
    ...goalRows(measured),
    '',
    'Whether a parsed body is as the description says, once it is compiled; processor time, as a share of what JSON.parse takes',
    'for the same body. The two others first say yes to it, and no to a status that is not documented; they were not told to',
    'check dates, which is most of the work here.',
    '',
    `| a body of | ${validations.map(({ size }) => `${size} characters | of JSON.parse |`).join(' ')}`,
    `|---|${'---|---|'.repeat(validations.length)}`,
    ...VALIDATORS.map(
      (name) => `| ${name} | ${validations.map((each) => validationCells(each, name)).join(' | ')} |`,
    ),
    '',
    'Whole processes, from their start to their end. Only exa-enrichments counts coverage, and reads in constant memory.',
    '',
    ...processTable('one exchange (HAR)', one, 'redocly drift'),
    '',
    ...processTable('200,000 exchanges (HAR, 212 MB)', many, 'redocly drift'),
    '',
    ...processTable('1,000,000 exchanges (NDJSON, 1.06 GB)', lines, 'reading and parsing alone'),
  ];
}

function validationCells({ samples }: Validation, name: (typeof VALIDATORS)[number]): string {
  const time = median(samples[name]);
  const unit = time < 10_000 ? `${Math.round(time)} ns` : `${(time / 1000).toFixed(1)} µs`;
  return `${unit} | ${spread(inEachRound(samples, name, 'JSON.parse', (value, base) => value / base))}`;
}

function processTable<Name extends string>(
  title: string,
  samples: Samples<Name, ProcessCost>,
  base: Name,
): string[] {
  return [
    `| ${title} | time | of ${base} | of a processor | memory |`,
    '|---|---|---|---|---|',
    ...(Object.keys(samples) as Name[]).map((name) => {
      const [elapsed, processor] = (['elapsed', 'processor'] as const).map((key) =>
        seconds(median(samples[name].map((cost) => cost[key]))),
      );
      const memory = Math.max(...samples[name].map(({ megabytes }) => megabytes));
      const ratio = spread(timesElapsed(samples, name, base));
      return `| ${name} | ${elapsed} | ${ratio} | ${processor} | ${Math.round(memory)} MB |`;
    }),
  ];
}

function seconds(microseconds: number): string {
  return `${(microseconds / 1e6).toFixed(2)} s`;
}
