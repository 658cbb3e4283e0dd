import { open } from 'node:fs/promises';
import type { ByteRange } from './byte-range.ts';
import { fileError } from './file-error.ts';
import { STDIN } from './find-recordings.ts';

const BLOCK_BYTES = 512 * 1024;

/**
 * The bytes of a file, a pipe, a device or standard input, or of a part of a file. A block is valid until the next one is asked for:
 * two buffers take turns, one being filled while the other is read.
 *
 * @throws RecordingError if the file can't be read
 */
export async function* readBlocks(file: string, range?: ByteRange): AsyncGenerator<Buffer, void, undefined> {
  if (file === STDIN) {
    yield* process.stdin as AsyncIterable<Buffer>;
    return;
  }
  try {
    const handle = await open(file);
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
