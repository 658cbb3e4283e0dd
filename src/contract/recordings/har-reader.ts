import type { Exchange } from '../exchange.ts';
import { isFields } from '../recording-support/fields.ts';
import { harExchange } from '../recording-support/har-entry.ts';
import { parseJson } from '../recording-support/parse-json.ts';
import { RecordingError } from '../recording-support/recording-error.ts';
import { type RecordingSource, readText } from '../recording-support/recording-source.ts';

/** Reads a HAR 1.2 log. @throws RecordingError if it is not one */
export async function* readHar(source: RecordingSource): AsyncGenerator<Iterable<Exchange>, void, undefined> {
  const file = source.file;
  const har = parseJson(file, await readText(source));
  const log = isFields(har) ? har['log'] : undefined;
  const entries = isFields(log) ? log['entries'] : undefined;
  if (!Array.isArray(entries)) throw new RecordingError(file, 'is not a HAR: log.entries is not a list');
  yield exchanges(entries, file);
}

function* exchanges(entries: readonly unknown[], file: string): Generator<Exchange> {
  for (const [index, entry] of entries.entries()) yield harExchange(entry, { file, index });
}
