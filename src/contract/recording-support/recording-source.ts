import { constants } from 'node:buffer';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { fileError } from './file-error.ts';
import { RecordingError } from './recording-error.ts';

/** An opened recording: enough of its text to know the format, and its bytes from the start, gunzipped. */
export interface RecordingSource {
  readonly file: string;
  /** The first characters, without byte order mark; a character cut at the end shows as U+FFFD. */
  readonly head: string;
  /** To be read once. */
  readonly chunks: AsyncIterable<Buffer>;
  /** Gives the file back, read or not. */
  readonly close: () => Promise<void>;
}

type Chunks = AsyncGenerator<Buffer, void, undefined>;

const CHUNK_BYTES = 256 * 1024;
const HEAD_BYTES = 16 * 1024;
/** A JavaScript string can't be longer; UTF-8 never has fewer bytes than code units. */
const MAX_TEXT_BYTES = constants.MAX_STRING_LENGTH;

/**
 * Opens a file, a pipe or a device; a file that starts as gzip does is gunzipped, whatever its name.
 *
 * @throws RecordingError if the file can't be read or is empty
 */
export async function openRecording(file: string): Promise<RecordingSource> {
  const raw = await peek(readChunks(file), 2);
  const zipped = raw.head[0] === 0x1f && raw.head[1] === 0x8b;
  const text = await peek(zipped ? gunzip(file, raw.chunks) : raw.chunks, HEAD_BYTES);
  const head = new TextDecoder().decode(text.head);
  if (head.trim() === '' && text.head.length < HEAD_BYTES) {
    await text.close();
    throw new RecordingError(file, 'is empty');
  }
  return { file, head, chunks: text.chunks, close: text.close };
}

/** @throws RecordingError if the text is not UTF-8 or too long for a string */
export async function readText(source: RecordingSource): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of source.chunks) {
    parts.push(chunk);
    length += chunk.length;
    refuseOverlong(source.file, length, 'the file');
  }
  return decode(source.file, Buffer.concat(parts, length));
}

/**
 * The lines of a text, in blocks: a promise for each line would cost more than parsing it. Memory is bounded by
 * the longest line.
 *
 * @throws RecordingError if a line is not UTF-8 or too long for a string
 */
export async function* readLines(
  source: RecordingSource,
): AsyncGenerator<readonly string[], void, undefined> {
  let pending: Buffer[] = [];
  let length = 0;
  for await (const chunk of source.chunks) {
    // A newline byte is never a part of another character in UTF-8.
    const end = chunk.lastIndexOf(0x0a);
    length += chunk.length;
    refuseOverlong(source.file, length, 'a line');
    if (end === -1) {
      pending.push(chunk);
      continue;
    }
    pending.push(chunk.subarray(0, end));
    yield decode(source.file, Buffer.concat(pending)).split('\n');
    pending = [chunk.subarray(end + 1)];
    length = chunk.length - end - 1;
  }
  if (length > 0) yield decode(source.file, Buffer.concat(pending)).split('\n');
}

async function* readChunks(file: string): Chunks {
  try {
    const handle = await open(file);
    try {
      for (;;) {
        const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
        const { bytesRead } = await handle.read(buffer, 0, CHUNK_BYTES, null);
        if (bytesRead === 0) return;
        yield buffer.subarray(0, bytesRead);
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw fileError(file, error);
  }
}

async function* gunzip(file: string, chunks: Chunks): Chunks {
  const unzip = createGunzip({ chunkSize: CHUNK_BYTES });
  // Its error is the one that the loop below meets as well.
  pipeline(chunks, unzip).catch(() => undefined);
  try {
    yield* unzip as AsyncIterable<Buffer>;
  } catch (error) {
    if (error instanceof RecordingError) throw error;
    throw new RecordingError(file, 'is not a whole gzip file', { cause: error });
  } finally {
    await chunks.return();
  }
}

/** Takes at least `size` bytes from the start, if there are that many, and gives them back as a part of the whole. */
async function peek(
  source: Chunks,
  size: number,
): Promise<{ head: Buffer; chunks: Chunks; close: () => Promise<void> }> {
  const parts: Buffer[] = [];
  let length = 0;
  while (length < size) {
    const next = await source.next();
    if (next.done === true) break;
    parts.push(next.value);
    length += next.value.length;
  }
  const head = Buffer.concat(parts, length);

  async function* whole(): Chunks {
    try {
      yield head;
      yield* source;
    } finally {
      await source.return();
    }
  }

  const close = async (): Promise<void> => {
    await source.return();
  };
  return { head, chunks: whole(), close };
}

function refuseOverlong(file: string, length: number, what: string): void {
  if (length > MAX_TEXT_BYTES)
    throw new RecordingError(
      file,
      `${what} is longer than the ${MAX_TEXT_BYTES} bytes that can be read at once`,
    );
}

function decode(file: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new RecordingError(file, 'is not UTF-8 text', { cause: error });
  }
}
