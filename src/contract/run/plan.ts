import { type FileHandle, open, stat } from 'node:fs/promises';
import type { ByteRange } from '../recordings/index.ts';
import { detectFormat, errorCode, STDIN, skipSpace, skipString, skipValue } from '../recordings/index.ts';

/** A share of a run's work, done by one thread at a stretch: plain data, that one thread can send to another. */
export type Task = FilesTask | SegmentTask;

/** Files to be read as a whole. */
export interface FilesTask {
  readonly kind: 'files';
  readonly files: readonly string[];
  /** Bytes to read; 0 where that is not known. */
  readonly bytes: number;
}

/** A part of a large file, from one exchange to before another. */
export interface SegmentTask {
  readonly kind: 'segment';
  readonly file: string;
  readonly format: 'har' | 'ndjson';
  readonly range: ByteRange;
  /** Whether the file starts, and ends, with it. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Size of the whole file. */
  readonly fileBytes: number;
  readonly bytes: number;
}

/** One of several runs that share the work: number `index`, counted from 1, of `of`. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** Enough for a tenth of a second: sharing the work out costs nothing beside it, and no thread is left waiting long. */
const TASK_BYTES = 16 * 1024 * 1024;

const MOST_FILES = 256;

/**
 * The work of a run or of its shard, in the order of the files. Small files that follow one another are one task, for a
 * task costs about as much as reading a hundred exchanges; a large one is cut into segments where its format lets it be.
 * The same files give the same tasks, however many threads there are.
 */
export async function planTasks(
  files: readonly string[],
  { taskBytes = TASK_BYTES, shard }: { readonly taskBytes?: number; readonly shard?: Shard | undefined } = {},
): Promise<Task[]> {
  const sized: FilesTask[] = [];
  for (const file of files) sized.push({ kind: 'files', files: [file], bytes: await sizeOf(file) });
  const tasks: Task[] = [];
  for (const task of shard === undefined ? sized : shareOf(sized, shard)) {
    const last = tasks.at(-1);
    if (task.bytes > 2 * taskBytes) tasks.push(...(await cutFile(task, taskBytes)));
    else if (last?.kind === 'files' && last.bytes + task.bytes <= taskBytes && last.files.length < MOST_FILES)
      tasks[tasks.length - 1] = together(last, task);
    else tasks.push(task);
  }
  return tasks;
}

/** 0 where it is not known, as of a pipe; what can't be read is told where it is read. */
async function sizeOf(file: string): Promise<number> {
  if (file === STDIN) return 0;
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? found.size : 0;
}

/** Files that follow one another, of about as many bytes as every other shard's. */
function shareOf(tasks: readonly FilesTask[], { index, of }: Shard): FilesTask[] {
  const weightOf = ({ bytes }: FilesTask): number => Math.max(bytes, 1);
  const total = tasks.reduce((sum, task) => sum + weightOf(task), 0);
  let passed = 0;
  return tasks.filter((task) => {
    const middle = passed + weightOf(task) / 2;
    passed += weightOf(task);
    return Math.floor((middle / total) * of) === index - 1;
  });
}

function together(one: FilesTask, other: FilesTask): FilesTask {
  return { kind: 'files', files: [...one.files, ...other.files], bytes: one.bytes + other.bytes };
}

const HEAD_BYTES = 1024 * 1024;
const WINDOW_BYTES = 256 * 1024;
/** Where no exchange ends within as much, the file is not worth cutting there. */
const MOST_WINDOWS = 64;

/**
 * Segments of about the size given, each starting with an exchange; the whole file where it can't be cut, because it is
 * gzipped, of a format that is read whole, or can't be read.
 *
 * In NDJSON an exchange starts after a newline. In a HAR it starts after the text that stands between its first two
 * entries. That text might stand elsewhere, too: whoever reads a segment finds out, for the one before then does not end
 * where it should.
 */
async function cutFile(whole: FilesTask, segmentBytes: number): Promise<Task[]> {
  const file = whole.files[0] as string;
  const size = whole.bytes;
  let handle: FileHandle;
  try {
    handle = await open(file);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return [whole];
  }
  try {
    const head = await readAt(handle, 0, Math.min(size, HEAD_BYTES));
    const format = detectFormat(head.subarray(0, 16 * 1024).toString('utf8'));
    if (format !== 'har' && format !== 'ndjson') return [whole];
    const between = format === 'ndjson' ? AFTER_NEWLINE : betweenEntries(head.toString('latin1'));
    if (between === undefined) return [whole];
    const starts = [0];
    for (let at = segmentBytes; at < size - segmentBytes / 2; at += segmentBytes) {
      const last = starts.at(-1) as number;
      const start = await nextStart(handle, between, Math.max(at, last), size);
      if (start !== undefined && start > last) starts.push(start);
    }
    return starts.map((start, at): SegmentTask => {
      const end = starts[at + 1] ?? size;
      return {
        kind: 'segment',
        file,
        format,
        range: { start, end },
        isFirst: at === 0,
        isLast: at === starts.length - 1,
        fileBytes: size,
        bytes: end - start,
      };
    });
  } finally {
    await handle.close();
  }
}

interface Between {
  readonly bytes: Buffer;
  /** Where in it the next exchange starts. */
  readonly start: number;
}

const AFTER_NEWLINE: Between = { bytes: Buffer.from('\n'), start: 1 };

/** What stands between the first two entries of a HAR. */
function betweenEntries(head: string): Between | undefined {
  const list = /"entries"\s*:\s*\[\s*(?=\{)/.exec(head);
  if (list === null) return undefined;
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
