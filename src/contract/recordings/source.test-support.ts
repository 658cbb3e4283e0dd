import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Body, Exchange, HeaderMap } from '../exchange.ts';
import { readRecordings } from './read.ts';
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

/** A file that a real tool wrote, or a folder of them: what it is named for is the version. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`formats/fixtures/${name}`, import.meta.url));
}

/** All exchanges of paths, each as a line: what was asked, and what came. */
export async function readLines(...paths: readonly string[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const exchange of readRecordings(paths)) lines.push(lineOf(exchange));
  return lines;
}

/** Such as `POST /things application/json {"a":1} -> 201 application/json {"id":1}`; what is not there is left out. */
export function lineOf({ request, response, notJudged }: Exchange): string {
  const sent = request.bodyUnknown === true ? '(unknown)' : textOf(request.body);
  const came = response.bodyFault?.reason ?? textOf(response.body);
  return [
    request.method,
    request.url,
    ...partOf(request.headers, sent),
    '->',
    response.status,
    ...partOf(response.headers, came),
    ...(notJudged === undefined ? [] : [`(${notJudged})`]),
  ].join(' ');
}

function partOf(headers: HeaderMap, body: string): string[] {
  return [headers['content-type']?.join() ?? '', body].filter((text) => text !== '');
}

function textOf(body: Body): string {
  return typeof body === 'object' ? `0x${Buffer.from(body).toString('hex')}` : (body ?? '');
}
