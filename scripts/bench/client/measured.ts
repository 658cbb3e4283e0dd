import type { Cost } from '../cost.ts';
import { inEachRound, type Samples } from '../interleaved.ts';
import type { Bundled, Weight } from './bundle-size.ts';
import { BASE, type Contender } from './contenders.ts';
import type { Imported } from './import-time.ts';

/** All that was measured in a run. */
export interface Measured {
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
export function timesCost(samples: Samples<Contender, Cost>, name: Contender): number[] {
  return inEachRound(samples, name, BASE, (cost, base) => cost.processor / base.processor);
}

/** How many times its throughput. */
export function timesThroughput(samples: Samples<Contender, Cost>, name: Contender): number[] {
  return inEachRound(samples, name, BASE, (cost, base) => base.elapsed / cost.elapsed);
}

/** Milliseconds that an import takes over bare node. */
export function importOver(imports: Samples<Imported, Cost>, name: Imported, time: keyof Cost): number[] {
  return inEachRound(imports, name, 'nothing', (cost, bare) => (cost[time] - bare[time]) / 1000);
}

export function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
