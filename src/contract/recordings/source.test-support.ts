import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Exchange } from '../exchange.ts';
import type { RecordingSource } from './source.ts';

/** Text as an opened recording, in chunks of the given size. For tests. */
export function sourceOf(text: string | Uint8Array, chunkBytes: number = 64 * 1024): RecordingSource {
  const bytes = Buffer.from(text);
  async function* chunks(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
  }
  return { file: 'test.rec', head: bytes.toString(), chunks: chunks(), close: async () => undefined };
}

/** All that a reader gives for a text (or for a value, as JSON). */
export async function readAll(
  read: (source: RecordingSource) => AsyncIterable<Iterable<Exchange>>,
  recording: unknown,
): Promise<Exchange[]> {
  const text = typeof recording === 'string' ? recording : JSON.stringify(recording);
  const exchanges: Exchange[] = [];
  for await (const batch of read(sourceOf(text))) exchanges.push(...batch);
  return exchanges;
}

/** Runs a test in a new folder with the given files (path to content), and takes the folder away afterwards. */
export async function inFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
  test: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'recordings-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), content);
    }
    await test(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
