import { printable } from '../contract/printable.ts';
import type { ProvenanceSource } from '../contract/recordings/index.ts';
import { UsageError } from './usage-error.ts';

/**
 * What the simulator says takes the place of nothing but what it said before: the traffic of the API is metered, and a
 * cancel can't be had again.
 *
 * @param source of the recording that is there; undefined where that is not known
 * @throws UsageError
 */
export function refuseUnlessSimulated(file: string, source: ProvenanceSource | undefined): void {
  if (source === 'simulator') return;
  throw new UsageError(
    `${printable(file)} is there, and is ${source ?? 'no recording of the simulator'}: a recording of the simulator does not replace it. Take another file`,
  );
}
