import { RecordingError } from '../recording-error.ts';
import { decodeText, type RecordingSource } from '../source.ts';
import { bufferOf } from './buffer-of.ts';

/** V8 keeps a longer text in a page of its own: making and freeing that costs more than reading it. */
const PIECE_BYTES = 64 * 1024;

/** No line and no exchange is longer: what is, is not a recording but an attack on the memory. */
export const MAX_ITEM_BYTES: number = 64 * 1024 * 1024;

/**
 * A recording's text in pieces of some 64 kB, cut between characters. The pieces come in batches, one for each block
 * that was read, since a promise for each piece would cost more; a batch is to be taken up before the next.
 *
 * @throws RecordingError if the text is not UTF-8
 */
export async function* textPieces({
  file,
  chunks,
}: RecordingSource): AsyncGenerator<Iterable<string>, void, undefined> {
  let rest: Buffer = Buffer.alloc(0);

  function* pieces(chunk: Buffer): Generator<string> {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole = endOfCharacters(bytes, bytes.length);
    for (let start = 0; start < whole; ) {
      const end = start + PIECE_BYTES < whole ? endOfCharacters(bytes, start + PIECE_BYTES) : whole;
      yield decodeText(file, bytes.subarray(start, end));
      start = end;
    }
    rest = Buffer.from(bytes.subarray(whole));
  }

  for await (const chunk of withoutMark(chunks)) yield pieces(chunk);
  if (rest.length > 0) throw new RecordingError(file, 'is not UTF-8 text');
}

/**
 * A recording's text in pieces of whole lines, each with its line end but the last; else as `textPieces`.
 *
 * @throws RecordingError if a line is not UTF-8, or longer than 64 MiB
 */
export async function* linePieces({
  file,
  chunks,
}: RecordingSource): AsyncGenerator<Iterable<string>, void, undefined> {
  let rest: Buffer[] = [];
  let length = 0;

  function* pieces(chunk: Buffer, first: number): Generator<string> {
    yield decodeText(file, Buffer.concat([...rest, chunk.subarray(0, first + 1)]));
    const last = chunk.lastIndexOf(0x0a);
    for (let start = first + 1; start <= last; ) {
      const end = endOfLines(chunk, start, last);
      yield decodeText(file, chunk.subarray(start, end + 1));
      start = end + 1;
    }
    rest = [Buffer.from(chunk.subarray(last + 1))];
    length = chunk.length - last - 1;
  }

  for await (const chunk of withoutMark(chunks)) {
    // A newline byte is never a part of another character in UTF-8.
    const first = chunk.indexOf(0x0a);
    if (first !== -1) yield pieces(chunk, first);
    else {
      rest.push(Buffer.from(chunk));
      length += chunk.length;
      if (length > MAX_ITEM_BYTES)
        throw new RecordingError(file, `a line is longer than ${MAX_ITEM_BYTES} bytes`);
    }
  }
  if (length > 0) yield [decodeText(file, Buffer.concat(rest))];
}

/** The last newline that a piece of usual size takes in, or the first one after it; `last` is one, and not before `start`. */
function endOfLines(chunk: Buffer, start: number, last: number): number {
  if (start + PIECE_BYTES >= last) return last;
  const end = chunk.lastIndexOf(0x0a, start + PIECE_BYTES);
  return end >= start ? end : chunk.indexOf(0x0a, start + PIECE_BYTES);
}

/** The place at or before `end` between two characters; `end` itself where the bytes are not UTF-8. */
function endOfCharacters(bytes: Buffer, end: number): number {
  for (let back = 1; back <= 3 && back <= end; back += 1) {
    const byte = bytes[end - back] as number;
    if (byte < 0x80) return end;
    if (byte < 0xc0) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needed > back ? end - back : end;
  }
  return end;
}

/** A byte order mark at the start is not a part of the text. */
async function* withoutMark(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, void, undefined> {
  let isFirst = true;
  for await (const chunk of chunks) {
    const hasMark = isFirst && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
    const bytes = bufferOf(chunk);
    yield hasMark ? bytes.subarray(3) : bytes;
    isFirst = false;
  }
}
