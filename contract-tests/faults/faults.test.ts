// What the client does when things go wrong, against real servers on the loopback. `npm run test:faults` runs it, with a
// table of what came of each; it is no part of the main run.
import { channel } from 'node:diagnostics_channel';
import { describe, expect, it } from '@jest/globals';
import { families } from './families.ts';
import type { Family, Fault, Result } from './fault.ts';
import { createSchedule, type Phase } from './schedule.ts';
import { tryFault } from './try-fault.ts';

const TRIES_ALONE = 3;

const schedule = createSchedule();
const results = channel('exa-enrichments:fault');

/**
 * Time is part of most faults, and on a busy machine a limit of 300 ms is reached for reasons of the machine. What is not
 * as wanted is therefore tried again with nothing beside it; what the client does wrong, it does wrong there too.
 */
async function tryPatiently(fault: Fault, phase: Phase): Promise<Result> {
  let result = await schedule(phase, () => tryFault(fault));
  for (let tries = 0; tries < TRIES_ALONE && result.complaints.length > 0; tries += 1) {
    result = { ...(await schedule('again', () => tryFault(fault))), again: true };
  }
  return result;
}

describe.each(families)('$family', ({ family, faults, alone }: Family) => {
  it.concurrent.each(faults)('$fault', async (fault) => {
    const result = await tryPatiently(fault, alone ?? 'together');
    results.publish({ family, ...result });
    expect(result.complaints).toEqual([]);
  });
});
