import type { Exchange } from '../exchange.ts';
import { harExchange } from '../recording-support/har-entry.ts';
import { parseJson } from '../recording-support/parse-json.ts';
import { type RecordingSource, readLines } from '../recording-support/recording-source.ts';

/**
 * Reads HAR entries, one on each line, in memory that does not grow with the file. Blank lines are passed over.
 *
 * @throws RecordingError if a line is not a HAR entry
 */
export async function* readNdjson(
  source: RecordingSource,
): AsyncGenerator<Iterable<Exchange>, void, undefined> {
  const file = source.file;
  let line = 0;
  let index = 0;

  function* exchanges(lines: readonly string[]): Generator<Exchange> {
    for (const text of lines) {
      line += 1;
      if (text.trim() === '') continue;
      yield harExchange(parseJson(file, text, line), { file, index });
      index += 1;
    }
  }

  for await (const lines of readLines(source)) yield exchanges(lines);
}
