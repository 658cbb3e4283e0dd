import { availableParallelism } from 'node:os';
import { type Cost, goalRow, inEachRound, median, type Samples, spread } from '../measure.ts';
import { BASE, CONTENDERS, type Contender } from './contenders.ts';
import type { Bundled, Imported, Weight } from './size-and-import.ts';

/** All that was measured in a run. */
interface Measured {
  readonly weights: Readonly<Record<Bundled, Weight>>;
  readonly imports: Samples<Imported, Cost>;
  readonly inProcess: Samples<Contender, Cost>;
  /** On the loopback, one and 64 at a time. */
  readonly alone: Samples<Contender, Cost>;
  readonly crowded: Samples<Contender, Cost>;
  /** Load average of a minute, at the start and at the end. */
  readonly load: readonly [number, number];
}

/** How many times the processor time of a bare openapi-fetch call, in each round. */
function timesCost(samples: Samples<Contender, Cost>, name: Contender): number[] {
  return inEachRound(samples, name, BASE, (cost, base) => cost.processor / base.processor);
}

/** How many times its throughput. */
function timesThroughput(samples: Samples<Contender, Cost>, name: Contender): number[] {
  return inEachRound(samples, name, BASE, (cost, base) => base.elapsed / cost.elapsed);
}

/** Milliseconds that an import takes over bare node. */
function importOver(imports: Samples<Imported, Cost>, name: Imported, time: keyof Cost): number[] {
  return inEachRound(imports, name, 'nothing', (cost, bare) => (cost[time] - bare[time]) / 1000);
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

const OURS = 'exa-enrichments';

/** What was wished for, what came of it, and whether that is enough: rows of a table, judged by what they show. */
function goalRows({ weights, imports, inProcess, alone, crowded }: Measured): string[] {
  const cost = rounded(median(timesCost(inProcess, OURS)));
  const throughput = [alone, crowded].map((samples) => rounded(median(timesThroughput(samples, OURS))));
  const { compressed } = weights[OURS];
  const elapsed = median(importOver(imports, OURS, 'elapsed'));
  return [
    goalRow(
      'a call in process costs at most 1.25 times a bare openapi-fetch call, with no limit to the pace',
      cost.toFixed(2),
      cost <= 1.25,
    ),
    goalRow(
      'on the loopback at least 0.92 times its throughput, 1 and 64 at a time',
      throughput.map((value) => value.toFixed(2)).join(' and '),
      throughput.every((value) => value >= 0.92),
    ),
    goalRow('in a browser at most 10 kB, minified and gzipped', kB(compressed), compressed <= 10_000),
    goalRow('an import takes at most 15 ms over bare node', `${elapsed.toFixed(1)} ms`, elapsed <= 15),
  ];
}

function rounded(value: number): number {
  return Number(value.toFixed(2));
}

/** What was measured, in Markdown. */
export function report(measured: Measured): string[] {
  const date = new Date().toISOString().slice(0, 10);
  const [before, after] = measured.load.map((load) => load.toFixed(1));
  return [
    '## The client',
    '',
    `\`npm run bench:client\`, once, on ${date}: ${availableParallelism()} cores, Node ${process.versions.node}, load average ${before} at the start and`,
    `${after} at the end. All take turns within one run, in many short rounds. A figure is the median over the rounds; a`,
    'ratio is the median of the ratios within a round, with its quartiles in brackets. µs are of processor time, calls per',
    'second of wall time: other work on the machine moves the latter, and the ratios less.',
    '',
    '| goal | measured | |',
    '|---|---|---|',
    ...goalRows(measured),
    '',
    'A cancel in process, where the answer is there at once, and on the loopback, where another process gives it. Each ends',
    'with the parsed answer; only exa-enrichments validates it, and limits its time and size. Times are those of openapi-fetch.',
    '',
    '| in process | a call | times the cost |',
    '|---|---|---|',
    ...CONTENDERS.map((name) => inProcessRow(measured, name)),
    '',
    '| on the loopback | 1 at a time | times the throughput | times the cost | 64 at a time | times the throughput | times the cost |',
    '|---|---|---|---|---|---|---|',
    ...CONTENDERS.map((name) => loopbackRow(measured, name)),
    '',
    '| to load | minified for browsers | and gzipped | import over bare node | of a processor |',
    '|---|---|---|---|---|',
    ...(Object.keys(measured.weights) as Bundled[]).map((name) => loadRow(measured, name)),
  ];
}

function inProcessRow({ inProcess }: Measured, name: Contender): string {
  const cost = median(inProcess[name].map(({ processor }) => processor));
  return `| ${name} | ${cost.toFixed(1)} µs | ${spread(timesCost(inProcess, name), 2)} |`;
}

function loopbackRow({ alone, crowded }: Measured, name: Contender): string {
  const cells = (samples: Samples<Contender, Cost>): string => {
    const perSecond = 1e6 / median(samples[name].map(({ elapsed }) => elapsed));
    const ratios = [timesThroughput(samples, name), timesCost(samples, name)].map((values) =>
      spread(values, 2),
    );
    return [`${Math.round(perSecond).toLocaleString('en')}/s`, ...ratios].join(' | ');
  };
  return `| ${name} | ${cells(alone)} | ${cells(crowded)} |`;
}

function loadRow({ weights, imports }: Measured, name: Bundled): string {
  const { minified, compressed } = weights[name];
  const [elapsed, processor] = (['elapsed', 'processor'] as const).map((time) =>
    spread(importOver(imports, name, time), 1),
  );
  return `| ${name} | ${kB(minified)} | ${kB(compressed)} | ${elapsed} ms | ${processor} ms |`;
}
