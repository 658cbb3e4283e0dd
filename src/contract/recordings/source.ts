import { isAscii, isUtf8 } from 'node:buffer';
import { constants, type FileHandle, open, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Attached } from './attached.ts';
import { STDIN } from './find.ts';
import { fileError, RecordingError } from './recording-error.ts';
import { bufferOf } from './text/buffer-of.ts';
import { FREE_BYTES, isZip, MAX_RATIO, unzipHar } from './zip.ts';

/** A part of a file, in bytes: `end` is the first byte that is not a part of it. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** A part of a file of exchanges that is read by itself: what has to be known of the part before it. */
export interface Segment {
  /** Exchanges, lines and bytes before it. */
  readonly index: number;
  readonly line: number;
  readonly byte: number;
  /** Whether the file starts, and ends, with it. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

export const WHOLE_FILE: Segment = { index: 0, line: 0, byte: 0, isFirst: true, isLast: true };

/** An opened recording: enough of its text to know the format, and its bytes from the start, unzipped. */
export interface RecordingSource {
  readonly file: string;
  /** The first characters, without byte order mark; a character cut at the end shows as U+FFFD. */
  readonly head: string;
  /** To be read once. A chunk is valid until the next one is asked for. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Gives the file back, read or not. */
  readonly close: () => Promise<void>;
  /** Reads the files that it names as holders of bodies. Default: those in its folder. */
  readonly attached?: Attached;
}

type Chunks = AsyncGenerator<Uint8Array, void, undefined>;

const CHUNK_BYTES = 256 * 1024;
const HEAD_BYTES = 64 * 1024;
export const EMPTY = 'is empty';
/** No recording of a format that is read whole comes near it; a few bytes of gzip can stand for any number. */
const MAX_TEXT_BYTES = 64 * 1024 * 1024;

/**
 * Opens a file, a pipe, a device or standard input; what starts as gzip does is gunzipped, whatever its name, and of a zip
 * the one HAR in it is taken. `onRead` is told how many bytes were read, before they are unzipped.
 *
 * @throws RecordingError if the file can't be read, is empty, or a zip of anything else
 */
export async function openRecording(
  file: string,
  onRead?: (bytes: number) => void,
): Promise<RecordingSource> {
  const blocks = readBlocks(file);
  const raw = await peek(onRead === undefined ? blocks : counted(blocks, onRead), 4);
  if (isZip(raw.head)) {
    const { har, attached } = await unzipHar(file, raw.chunks);
    return { ...(await textSource(file, chunksOf(har))), attached };
  }
  return textSource(file, isGzip(raw.head) ? gunzip(file, raw.chunks) : raw.chunks);
}

/** Whether bytes begin as gzip does. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

async function textSource(file: string, chunks: Chunks): Promise<RecordingSource> {
  const text = await peek(chunks, HEAD_BYTES);
  const head = new TextDecoder().decode(text.head);
  if (head.trim() === '' && text.head.length < HEAD_BYTES) {
    await text.close();
    throw new RecordingError(file, EMPTY);
  }
  return { file, head, chunks: text.chunks, close: text.close };
}

/** A text that is at hand, as if it was read from a file. @throws RecordingError if it is empty */
export function openText(file: string, text: string): Promise<RecordingSource> {
  return textSource(file, chunksOf(Buffer.from(text)));
}

/** The whole text. @throws RecordingError if it is not UTF-8, or longer than 64 MiB */
export async function readText(source: RecordingSource): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of source.chunks) {
    parts.push(Buffer.from(chunk));
    length += chunk.length;
    if (length > MAX_TEXT_BYTES)
      throw new RecordingError(
        source.file,
        `is longer than the ${MAX_TEXT_BYTES} bytes of this format that are read at once`,
      );
  }
  const text = decodeText(source.file, Buffer.concat(parts, length));
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

async function* chunksOf(bytes: Uint8Array): Chunks {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
}

async function* counted(chunks: Chunks, onRead: (bytes: number) => void): Chunks {
  for await (const chunk of chunks) {
    yield chunk;
    onRead(chunk.length);
  }
}

async function* gunzip(file: string, chunks: Chunks): Chunks {
  const unzip = createGunzip({ chunkSize: CHUNK_BYTES });
  let passed = 0;
  /** Where the last byte is that says something: zeros may pad a file, and the stream ends before them in silence. */
  let last = -1;

  /** The stream asks for the next chunk before it is done with the one before. What it leaves is there to be looked at. */
  async function* copies(): Chunks {
    for (;;) {
      const { value: chunk, done } = await chunks.next();
      if (done === true) return;
      for (let at = chunk.length - 1; at >= 0 && passed + at > last; at -= 1)
        if (chunk[at] !== 0) last = passed + at;
      passed += chunk.length;
      yield Buffer.from(chunk);
    }
  }

  // Its error is the one that the loop below meets as well.
  pipeline(copies(), unzip).catch(() => undefined);
  let bytes = 0;
  try {
    for await (const chunk of unzip as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > FREE_BYTES && bytes > MAX_RATIO * unzip.bytesWritten)
        throw new RecordingError(file, `unzips to more than ${MAX_RATIO} times its size`);
      yield chunk;
    }
    const isLeftEmpty = await areZeros(chunks);
    if (!isLeftEmpty || last >= unzip.bytesWritten)
      throw new RecordingError(file, 'goes on after the end of its gzip');
  } catch (error) {
    if (error instanceof RecordingError) throw error;
    throw new RecordingError(file, 'is not a whole gzip file', { cause: error });
  } finally {
    await chunks.return();
  }
}

async function areZeros(chunks: Chunks): Promise<boolean> {
  for await (const chunk of chunks) if (chunk.some((byte) => byte !== 0)) return false;
  return true;
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
    parts.push(Buffer.from(next.value));
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

/** How long a pipe is waited for that nobody writes to yet, in milliseconds. */
const PIPE_WAIT = 5_000;

/** To open a pipe lasts until somebody writes to it, and may last for ever. */
async function openFile(file: string): Promise<FileHandle> {
  if (!(await stat(file)).isFIFO()) return open(file);
  let isLate = false;
  const timer = setTimeout(async () => {
    isLate = true;
    // Whoever opens its other end lets go of it.
    const other = await open(file, constants.O_WRONLY | constants.O_NONBLOCK).catch(() => undefined);
    await other?.close();
  }, PIPE_WAIT);
  const handle = await open(file).finally(() => clearTimeout(timer));
  if (!isLate) return handle;
  await handle.close();
  throw new RecordingError(file, 'is a pipe that nobody writes to');
}

const BLOCK_BYTES = 512 * 1024;

/**
 * The bytes of a file, a pipe, a device or standard input, or of a part of a file. A block is valid until the next one is asked for:
 * two buffers take turns, one being filled while the other is read.
 *
 * @throws RecordingError if the file can't be read
 */
export async function* readBlocks(
  file: string,
  range?: ByteRange,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (file === STDIN) {
    yield* process.stdin as AsyncIterable<Buffer>;
    return;
  }
  try {
    const handle = await openFile(file);
    const buffers = [Buffer.allocUnsafe(BLOCK_BYTES), Buffer.allocUnsafe(BLOCK_BYTES)] as const;
    let position = range?.start ?? 0;

    const fill = async (buffer: Buffer): Promise<Buffer> => {
      const length = Math.min(BLOCK_BYTES, (range?.end ?? Number.POSITIVE_INFINITY) - position);
      if (length <= 0) return buffer.subarray(0, 0);
      // A pipe has no positions: where the whole is read the next bytes are asked for.
      const { bytesRead } = await handle.read(buffer, 0, length, range === undefined ? null : position);
      position += bytesRead;
      return buffer.subarray(0, bytesRead);
    };

    let next = fill(buffers[0]);
    try {
      for (let turn = 1; ; turn += 1) {
        const block = await next;
        if (block.length === 0) return;
        next = fill(buffers[turn % 2] as Buffer);
        yield block;
      }
    } finally {
      await next.catch(() => undefined);
      await handle.close();
    }
  } catch (error) {
    throw fileError(file, error);
  }
}

/** @throws RecordingError if the bytes are not UTF-8 */
export function decodeText(file: string, bytes: Uint8Array): string {
  const buffer = bufferOf(bytes);
  // Several times as fast as decoding, and what most recordings are.
  if (isAscii(buffer)) return buffer.toString('latin1');
  if (!isUtf8(buffer)) throw new RecordingError(file, 'is not UTF-8 text');
  return buffer.toString('utf8');
}
