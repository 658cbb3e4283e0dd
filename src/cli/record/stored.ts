import { stat } from 'node:fs/promises';
import type { Exchange } from '../../contract/exchange.ts';
import { readRecordings } from '../../contract/read-recordings.ts';
import { printable } from '../../contract/recording-support/printable.ts';
import { isRecordingError } from '../../contract/recording-support/recording-error.ts';
import type { Provenance, ProvenanceSource } from '../../contract/recordings/provenance.ts';
import { UsageError } from '../usage-error.ts';

/**
 * The exchanges of a recording that is there already; undefined if there is none.
 *
 * @throws UsageError if the file is something else than a recording
 */
export async function storedExchanges(file: string): Promise<readonly Exchange[] | undefined> {
  const isThere = await stat(file).then(
    () => true,
    () => false,
  );
  if (!isThere) return undefined;
  const exchanges: Exchange[] = [];
  try {
    for await (const exchange of readRecordings([file])) exchanges.push(exchange);
  } catch (error) {
    if (!isRecordingError(error)) throw error;
    throw new UsageError(`${printable(file)} is there, and is no recording: ${printable(error.reason)}`);
  }
  return exchanges;
}

/** What somebody has observed must not give way to what a simulator says. @throws UsageError where it would */
export function refuseToReplace(
  file: string,
  entry: Partial<Provenance> | undefined,
  source: ProvenanceSource,
): void {
  if (source !== 'simulator' || entry === undefined || entry.source === 'simulator') return;
  throw new UsageError(
    `${printable(file)} is there, and is ${entry.source}: a recording of the simulator does not replace it. Take another file`,
  );
}
