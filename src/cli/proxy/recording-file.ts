import { createReadStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { printable } from '../../contract/printable.ts';
import { detectFormat, isJsonText, whyUnwritten } from '../../contract/recordings/index.ts';
import { openLines, type WholeLines } from '../append-lines.ts';
import { UsageError, unreadable } from '../cli-errors.ts';

/** A recording that grows by an exchange at a time. */
export interface RecordingFile {
  /** Exchanges that are in it. */
  readonly count: number;
  /** Writes an entry; rejects where it can't be written, or where another file has taken its name. */
  append(entry: object): Promise<void>;
  /** Rejects as `append` does. */
  close(): Promise<void>;
}

const NEWLINE = 0x0a;
/** As much as the first line needs to tell what it is. */
const HEAD_BYTES = 64 * 1024;

/**
 * Opens a recording to go on with, or makes a new one: NDJSON of HAR entries. A last line that was torn off while it was
 * written is removed.
 *
 * @throws UsageError if it can't be written, or the file is something else than such a recording
 */
export async function openRecordingFile(file: string): Promise<RecordingFile> {
  const found = await stat(file).catch(() => undefined);
  if (found !== undefined && !found.isFile())
    throw new UsageError(`can't write ${printable(file)}: it is not a regular file`);
  if (found === undefined) await makeFolder(file);
  const whole = found === undefined ? NOTHING : await wholeLines(file);
  const lines = openLines(file, whole);
  const identity = await identityOf(file);
  let { count } = whole;
  let looked = Date.now();
  const refuseOther = async (): Promise<void> => {
    looked = Date.now();
    if ((await identityOf(file)) === identity) return;
    throw new UsageError(
      `${printable(file)}: was replaced or removed while it was written, and what came since is lost`,
    );
  };
  return {
    get count() {
      return count;
    },
    async append(entry) {
      count += 1;
      await lines.append(JSON.stringify(entry));
      if (Date.now() - looked >= LOOK_MS) await refuseOther();
    },
    async close() {
      // What broke off as the proxy stopped may come until then.
      try {
        await refuseOther();
      } finally {
        await lines.close();
      }
    },
  };
}

/** So often, at most, in milliseconds, it is looked whether what is written is still the file of that name. */
const LOOK_MS = 1_000;

async function identityOf(file: string): Promise<string | undefined> {
  const found = await stat(file, { bigint: true }).catch(() => undefined);
  return found && `${found.dev}:${found.ino}`;
}

const NOTHING = { wholeBytes: 0, unended: false, count: 0 };

async function makeFolder(file: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
  } catch (error) {
    throw new UsageError(`can't write ${printable(file)}: ${whyUnwritten(error)}`, { cause: error });
  }
}

/** @throws UsageError */
async function wholeLines(file: string): Promise<WholeLines & { readonly count: number }> {
  let head = Buffer.alloc(0);
  let rest: Buffer[] = [];
  let wholeBytes = 0;
  let count = 0;
  let at = 0;
  try {
    for await (const chunk of createReadStream(file, {
      highWaterMark: 1024 * 1024,
    }) as AsyncIterable<Buffer>) {
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES);
      let start = 0;
      for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
        start = end + 1;
        count += 1;
        wholeBytes = at + start;
        rest = [];
      }
      rest.push(chunk.subarray(start));
      at += chunk.length;
    }
  } catch (error) {
    throw unreadable(file, error);
  }
  const last = Buffer.concat(rest).toString();
  if (at === 0) return NOTHING;
  const isWhole = last.trim() !== '' && isJsonText(last);
  // The very first line may be what was torn off.
  if (count === 0 && !isWhole && START.startsWith(last.slice(0, START.length))) return NOTHING;
  if (detectFormat(head.toString()) !== 'ndjson')
    throw new UsageError(`${printable(file)} is there, and is no NDJSON of HAR entries: take another file`);
  if (isWhole) return { wholeBytes: at, unended: true, count: count + 1 };
  return { wholeBytes, unended: false, count };
}

/** Of each line that is written here. */
const START = '{"startedDateTime":';
