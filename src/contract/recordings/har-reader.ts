import type { Exchange } from '../exchange.ts';
import { harEntryReader } from '../recording-support/har-entry.ts';
import { readJsonList } from '../recording-support/json-list.ts';
import type { RecordingSource } from '../recording-support/recording-source.ts';
import { type Segment, WHOLE_FILE } from '../recording-support/segment.ts';

/**
 * Reads a HAR 1.2 log, entry by entry, in memory that does not grow with the file. A segment starts with an entry, and
 * ends before one.
 *
 * @throws RecordingError if it is not one
 */
export function readHar(
  source: RecordingSource,
  segment: Segment = WHOLE_FILE,
): AsyncIterable<Iterable<Exchange>> {
  const exchange = harEntryReader();
  return readJsonList(source, {
    path: ['log', 'entries'],
    missing: 'is not a HAR: log.entries is not a list',
    segment,
    make: (entry, index) => exchange(entry, { file: source.file, index }),
  });
}
