import { type FileHandle, open } from 'node:fs/promises';
import { detectFormat, fileError, skipSpace, skipString, skipValue } from '../recordings/index.ts';
import type { Piece } from './piece.ts';

const HEAD_BYTES = 1024 * 1024;
const WINDOW_BYTES = 256 * 1024;
/** Where no exchange ends within as much, the file is not worth cutting there. */
const MOST_WINDOWS = 64;

/**
 * Cuts a large file into segments of about the size given, each starting with an exchange; one piece where it can't be
 * cut: because it is gzipped, or of a format that is read whole.
 *
 * In NDJSON an exchange starts after a newline. In a HAR it starts after the text that stands between its first two
 * entries. That text might stand elsewhere, too: whoever reads a segment finds out, for the one before then does not end
 * where it should.
 *
 * @throws RecordingError if the file can't be read
 */
export async function cutFile(file: string, size: number, segmentBytes: number): Promise<Piece[]> {
  try {
    const handle = await open(file);
    try {
      const head = await readAt(handle, 0, Math.min(size, HEAD_BYTES));
      const format = detectFormat(head.subarray(0, 16 * 1024).toString('utf8'));
      const between = betweenExchanges(format, head.toString('latin1'));
      if (between === undefined || (format !== 'har' && format !== 'ndjson'))
        return [{ kind: 'files', files: [file], bytes: size }];
      const starts = [0];
      for (let at = segmentBytes; at < size - segmentBytes / 2; at += segmentBytes) {
        const start = await nextStart(handle, between, Math.max(at, starts.at(-1) as number), size);
        if (start !== undefined && start > (starts.at(-1) as number)) starts.push(start);
      }
      return starts.map((start, index): Piece => {
        const end = starts[index + 1] ?? size;
        const isLast = end === size;
        return {
          kind: 'segment',
          file,
          format,
          range: { start, end },
          fileBytes: size,
          isFirst: start === 0,
          isLast,
          bytes: end - start,
        };
      });
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw fileError(file, error);
  }
}

interface Between {
  readonly bytes: Buffer;
  /** Where in it the next exchange starts. */
  readonly start: number;
}

function betweenExchanges(format: string | undefined, head: string): Between | undefined {
  if (format === 'ndjson') return { bytes: Buffer.from('\n'), start: 1 };
  const list = /"entries"\s*:\s*\[\s*(?=\{)/.exec(head);
  if (format !== 'har' || list === null) return undefined;
  const end = skipValue(head, list.index + list[0].length);
  if (end === -1 || head[skipSpace(head, end)] !== ',') return undefined;
  const next = skipSpace(head, skipSpace(head, end) + 1);
  const name = skipSpace(head, next + 1);
  if (head[next] !== '{' || head[name] !== '"') return undefined;
  const nameEnd = skipString(head, name);
  if (nameEnd === -1) return undefined;
  return { bytes: Buffer.from(head.slice(end - 1, nameEnd), 'latin1'), start: next - end + 1 };
}

async function nextStart(
  handle: FileHandle,
  { bytes, start }: Between,
  from: number,
  size: number,
): Promise<number | undefined> {
  for (let window = 0, at = from; window < MOST_WINDOWS && at < size; window += 1, at += WINDOW_BYTES) {
    const found = (await readAt(handle, at, WINDOW_BYTES + bytes.length - 1)).indexOf(bytes);
    if (found !== -1) return at + found + start;
  }
  return undefined;
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}
