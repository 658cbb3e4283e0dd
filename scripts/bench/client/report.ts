import { availableParallelism } from 'node:os';
import type { Cost } from '../cost.ts';
import type { Samples } from '../interleaved.ts';
import { median, spread } from '../statistics.ts';
import type { Bundled } from './bundle-size.ts';
import { CONTENDERS, type Contender } from './contenders.ts';
import { goalRows } from './goals.ts';
import { importOver, kB, type Measured, timesCost, timesThroughput } from './measured.ts';

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
