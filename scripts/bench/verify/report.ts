import { availableParallelism } from 'node:os';
import { inEachRound, type Samples } from '../interleaved.ts';
import { median, spread } from '../statistics.ts';
import { goalRows, timesElapsed } from './goals.ts';
import type { Measured } from './measured.ts';
import type { ProcessCost } from './run-program.ts';
import { VALIDATORS, type Validation } from './validation.ts';

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
