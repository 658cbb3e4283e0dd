import type { Exchange } from '../exchange.ts';
import { harEntryReader } from '../recording-support/har-entry.ts';
import { parseJson } from '../recording-support/parse-json.ts';
import { RecordingError } from '../recording-support/recording-error.ts';
import type { RecordingSource } from '../recording-support/recording-source.ts';
import { type Segment, WHOLE_FILE } from '../recording-support/segment.ts';
import { similarJson } from '../recording-support/similar-json.ts';
import { MAX_DEPTH, skipValue, TOO_DEEP } from '../recording-support/skip-json.ts';
import { linePieces } from '../recording-support/text-pieces.ts';

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
  const similar = similarJson();
  let { line, index } = segment;

  function* exchanges(pieces: Iterable<string>): Generator<Exchange> {
    for (const piece of pieces) {
      for (let start = 0; start < piece.length; ) {
        line += 1;
        const known = similar.read(piece, start);
        const end = known === -1 ? -1 : endOfBlank(piece, known);
        if (end !== -1) {
          yield exchange(similar.value, { file, index });
          index += 1;
          start = end + 1;
          continue;
        }
        const newline = piece.indexOf('\n', start);
        const text = piece.slice(start, newline === -1 ? undefined : newline);
        start += text.length + 1;
        if (text.trim() === '') continue;
        refuseTooDeep(file, text);
        const entry = parseJson(file, text, line);
        if (typeof entry === 'object' && entry !== null) similar.learn(text.trim(), entry);
        yield exchange(entry, { file, index });
        index += 1;
      }
    }
  }

  for await (const pieces of linePieces(source)) yield exchanges(pieces);
}

/** The place of the newline, or of the end, if nothing but white space comes before it; else -1. */
function endOfBlank(text: string, at: number): number {
  for (let place = at; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code === 0x0a) return place;
    if (code !== 0x20 && code !== 0x0d && code !== 0x09) return -1;
  }
  return text.length;
}

/** A short line can't be too deep; a long one is looked through before it is parsed. */
function refuseTooDeep(file: string, text: string): void {
  if (text.length > MAX_DEPTH && skipValue(text, 0) === TOO_DEEP)
    throw new RecordingError(file, `a value is nested deeper than ${MAX_DEPTH} levels`);
}
