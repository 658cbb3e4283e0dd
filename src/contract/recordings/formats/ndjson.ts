import type { Exchange } from '../../exchange.ts';
import { besideRecording } from '../attached.ts';
import { type RecordingSource, type Segment, WHOLE_FILE } from '../source.ts';
import { parseJson } from '../text/parse-json.ts';
import { linePieces } from '../text/text-pieces.ts';
import type { RecordingFormat } from './format.ts';
import { harEntryReader } from './shared/har-entry.ts';

/** Every property of a HAR 1.2 entry; those of one application start with an underscore. */
const ENTRY_PROPERTY =
  /^\{[ \t]*"(?:_[^"\\]*|pageref|startedDateTime|time|request|response|cache|timings|serverIPAddress|connection|comment)"[ \t]*:/;

/** HAR entries, one on each line, as `jq -c '.log.entries[]'` gives them. */
export const ndjson: RecordingFormat = {
  name: 'ndjson',
  called: 'NDJSON of HAR entries',
  detect: (start) => {
    if (!ENTRY_PROPERTY.test(start)) return false;
    const end = start.indexOf('\n');
    const line = end === -1 ? start : start.slice(0, end);
    // What is set over several lines is one object, and no line of it an entry; stubs of a mock server name a path.
    const [, other, url] = /"url(Path|(?:Path)?Pattern|PathTemplate)?"\s*:\s*"([^"]*)/.exec(line) ?? [];
    if (url === undefined) return /"(?:request|response|startedDateTime)"\s*:/.test(line);
    return other === undefined && !url.startsWith('/');
  },
  marker: /"startedDateTime"\s*:/,
  read: readNdjson,
};

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
  const exchange = harEntryReader(source.attached ?? besideRecording(source.file));
  let { line, index } = segment;

  function* exchanges(pieces: Iterable<string>): Generator<Exchange> {
    for (const piece of pieces) {
      for (let start = 0; start < piece.length; ) {
        line += 1;
        const newline = piece.indexOf('\n', start);
        const text = piece.slice(start, newline === -1 ? undefined : newline);
        start += text.length + 1;
        if (text.trim() === '') continue;
        yield exchange(parseJson(file, text, line), { file, index });
        index += 1;
      }
    }
  }

  for await (const pieces of linePieces(source)) yield exchanges(pieces);
}
