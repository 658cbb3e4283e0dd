import type { Exchange } from '../../exchange.ts';
import { harEntryReader } from '../har-entry.ts';
import { MAX_DEPTH, skipValue, TOO_DEEP } from '../json-cursor.ts';
import { parseJson } from '../parse-json.ts';
import { RecordingError } from '../recording-error.ts';
import { type RecordingSource, type Segment, WHOLE_FILE } from '../source.ts';
import { linePieces } from '../text-pieces.ts';

/**
 * Reads HAR entries, one on each line, in memory that does not grow with the file. Blank lines are passed over. A
 * segment is made of whole lines.
 *
 * @throws RecordingError if a line is not a HAR entry
 */
export async function* readNdjson(
  source: RecordingSource,
  segment: Segment = WHOLE_FILE,
): AsyncGenerator<Iterable<Exchange>, void, undefined> {
  const { file } = source;
  const exchange = harEntryReader();
  let { line, index } = segment;

  function* exchanges(pieces: Iterable<string>): Generator<Exchange> {
    for (const piece of pieces) {
      for (let start = 0; start < piece.length; ) {
        line += 1;
        const newline = piece.indexOf('\n', start);
        const text = piece.slice(start, newline === -1 ? undefined : newline);
        start += text.length + 1;
        if (text.trim() === '') continue;
        refuseTooDeep(file, text);
        yield exchange(parseJson(file, text, line), { file, index });
        index += 1;
      }
    }
  }

  for await (const pieces of linePieces(source)) yield exchanges(pieces);
}

/** A short line can't be too deep; a long one is looked through before it is parsed. */
function refuseTooDeep(file: string, text: string): void {
  if (text.length > MAX_DEPTH && skipValue(text, 0) === TOO_DEEP)
    throw new RecordingError(file, `a value is nested deeper than ${MAX_DEPTH} levels`);
}
