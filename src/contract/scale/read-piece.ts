import type { Exchange } from '../exchange.ts';
import {
  type RecordingSource,
  readBlocks,
  readHar,
  readNdjson,
  readRecordingFile,
} from '../recordings/index.ts';
import type { FileSegment, Piece } from './piece.ts';

/** What was counted in a file before a segment of it. */
export interface Before {
  readonly index: number;
  readonly line: number;
}

export const NOTHING_BEFORE: Before = { index: 0, line: 0 };

export type OnRead = (bytes: number) => void;

/**
 * The exchanges of a piece, in batches that are to be taken up in turn. `onRead` is told how many bytes were read.
 *
 * @throws RecordingError
 */
export async function* readPiece(
  piece: Piece,
  onRead: OnRead,
  before: Before = NOTHING_BEFORE,
): AsyncGenerator<Iterable<Exchange>, void, undefined> {
  if (piece.kind === 'segment') yield* readSegment(piece, onRead, before);
  else for (const file of piece.files) yield* readRecordingFile(file, onRead);
}

function readSegment(
  { file, format, range, isFirst, isLast }: FileSegment,
  onRead: OnRead,
  before: Before,
): AsyncIterable<Iterable<Exchange>> {
  const source: RecordingSource = {
    file,
    head: '',
    chunks: counted(readBlocks(file, range), onRead),
    close: async () => undefined,
  };
  const read = format === 'har' ? readHar : readNdjson;
  return read(source, { ...before, byte: range.start, isFirst, isLast });
}

async function* counted(
  chunks: AsyncIterable<Buffer>,
  onRead: OnRead,
): AsyncGenerator<Buffer, void, undefined> {
  for await (const chunk of chunks) {
    yield chunk;
    onRead(chunk.length);
  }
}
