import type { EnrichmentRef } from '../../index.ts';
import { type KnownRefs, keyOf } from '../journal/known-refs.ts';
import type { Tally } from './tally.ts';

/** The references that are to be sent: each once, and none that an earlier run has settled. The others are counted. */
export async function* pending(
  refs: AsyncIterable<EnrichmentRef>,
  known: KnownRefs,
  tally: Tally,
): AsyncGenerator<EnrichmentRef, void, undefined> {
  const seen = new Set<string>();
  for await (const ref of refs) {
    const key = keyOf(ref);
    const before = known.get(key);
    if (seen.has(key)) tally.repeated += 1;
    else if (before === 'settled' || before === 'completed') {
      tally.settledBefore += 1;
      if (before === 'completed') tally.completedBefore += 1;
    } else yield ref;
    seen.add(key);
  }
}
