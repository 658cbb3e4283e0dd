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
