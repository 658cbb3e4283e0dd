import { stat } from 'node:fs/promises';
import { isHarOfSimulator } from '../../contract/recording-support/made-by-simulator.ts';
import { printable } from '../../contract/recording-support/printable.ts';
import { UsageError } from '../usage-error.ts';

/**
 * What the simulator says takes the place of nothing but what it said before: the traffic of the API is metered, and a
 * cancel can't be had again.
 *
 * @throws UsageError where the file is there, and is something else
 */
export async function refuseToReplace(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined || found.size === 0 || (await isHarOfSimulator(file))) return;
  throw new UsageError(
    `${printable(file)} is there, and is no recording of the simulator. Take another file`,
  );
}
