import type { EnrichmentRef } from '../../index.ts';
import { createRefSet, type RefSet } from './ref-set.ts';
import type { Tally } from './tally.ts';

/** The references that are to be sent: each once, and none that an earlier run has settled. The others are counted. */
export async function* pending(
  refs: AsyncIterable<EnrichmentRef>,
  settled: RefSet,
  tally: Tally,
  completed?: RefSet,
): AsyncGenerator<EnrichmentRef, void, undefined> {
  const seen = createRefSet();
  for await (const ref of refs) {
    if (!seen.add(ref)) tally.repeated += 1;
    else if (settled.has(ref)) {
      tally.settledBefore += 1;
      if (completed?.has(ref)) tally.completedBefore += 1;
    } else yield ref;
  }
}
