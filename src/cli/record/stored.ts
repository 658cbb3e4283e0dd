import { stat } from 'node:fs/promises';
import type { Exchange } from '../../contract/exchange.ts';
import { printable } from '../../contract/printable.ts';
import { isRecordingError, readRecordings } from '../../contract/recordings/index.ts';
import { UsageError } from '../usage-error.ts';

/**
 * The exchanges of a recording that is there already; undefined if there is none.
 *
 * @throws UsageError if the file is something else than a recording
 */
export async function storedExchanges(file: string): Promise<readonly Exchange[] | undefined> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) return undefined;
  if (!found.isFile()) throw new UsageError(`can't write ${printable(file)}: it is not a regular file`);
  const exchanges: Exchange[] = [];
  try {
    for await (const exchange of readRecordings([file])) exchanges.push(exchange);
  } catch (error) {
    if (!isRecordingError(error)) throw error;
    throw new UsageError(`${printable(file)} is there, and is no recording: ${printable(error.reason)}`);
  }
  return exchanges;
}
