/** The middle value: of a run on a busy machine, what neither a pause nor a lucky moment can move. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** From the first to the third quarter. */
function quartiles(values: readonly number[]): readonly [low: number, high: number] {
  return [quantile(values, 0.25), quantile(values, 0.75)];
}

/** The median, with the quartiles in brackets. */
export function spread(values: readonly number[], digits = 2): string {
  const [low, high] = quartiles(values);
  return `${median(values).toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at % 1);
}

/** What was measured of each contender: one value for each round. */
export type Samples<Name extends string, Value> = Readonly<Record<Name, readonly Value[]>>;

/**
 * Measures each contender once in every round, in an order that moves on from round to round: what else the machine
 * does then falls on all of them alike, and the values of one round can be compared.
 */
export async function interleaved<Name extends string, Value>(
  rounds: number,
  names: readonly Name[],
  measure: (name: Name) => Promise<Value> | Value,
): Promise<Samples<Name, Value>> {
  const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, Value[]>;
  for (let round = 0; round < rounds; round++) {
    const from = round % names.length;
    for (const name of [...names.slice(from), ...names.slice(0, from)]) {
      samples[name].push(await measure(name));
    }
  }
  return samples;
}

/** One contender against another one, round by round. */
export function inEachRound<Name extends string, Value>(
  samples: Samples<Name, Value>,
  name: Name,
  base: Name,
  compare: (value: Value, other: Value) => number,
): number[] {
  return samples[name].map((value, round) => compare(value, samples[base][round] as Value));
}

/** What something took, in microseconds. */
export interface Cost {
  /** As a person with a watch would see it. */
  readonly elapsed: number;
  /** Of a processor, all threads together: the one to look at while the machine has other things to do. */
  readonly processor: number;
}

/** What one of so many calls took. */
export async function costOf(calls: number, run: () => Promise<unknown>): Promise<Cost> {
  const before = process.cpuUsage();
  const started = performance.now();
  await run();
  const elapsed = (performance.now() - started) * 1000;
  const { user, system } = process.cpuUsage(before);
  return { elapsed: elapsed / calls, processor: (user + system) / calls };
}

/** What was wished for, what came of it, and whether that is enough: a row of a table. */
export function goalRow(goal: string, measured: string, isMet: boolean): string {
  return `| ${goal} | ${measured} | ${isMet ? 'met' : '**missed**'} |`;
}
