import { goalRow } from '../goal-row.ts';
import { median } from '../statistics.ts';
import { importOver, kB, type Measured, timesCost, timesThroughput } from './measured.ts';

const OURS = 'exa-enrichments';

/** What was wished for, what came of it, and whether that is enough: rows of a table, judged by what they show. */
export function goalRows({ weights, imports, inProcess, alone, crowded }: Measured): string[] {
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
