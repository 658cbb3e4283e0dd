import { closeSync, fdatasync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import { printable } from '../contract/printable.ts';
import { whyUnwritten } from '../contract/recordings/index.ts';
import { UsageError } from './cli-errors.ts';

/** A file that grows by a line at a time. */
export interface LineFile {
  /**
   * Written when this is called, so that it survives the end of the process; resolves when the disk has it, where that was
   * due. Once a line could not be written, no other one is.
   */
  append(line: string): Promise<void>;
  close(): Promise<void>;
}

/** How much of a file is whole. */
export interface WholeLines {
  /** What comes after them was torn off while it was written. */
  readonly wholeBytes: number;
  /** Whether the last line lacks its line break. */
  readonly unended: boolean;
}

/** So often, at most, the disk is made to have it, so that it survives the end of the machine as well. */
const SYNC_MS = 1000;

const sync = promisify(fdatasync);

/**
 * Opens a file, new or old, to add lines to it; what was torn off is removed.
 *
 * @throws UsageError if it can't be opened
 */
export function openLines(
  file: string,
  { wholeBytes, unended }: WholeLines,
  now: () => number = Date.now,
): LineFile {
  const explained = <Result>(act: () => Result): Result => {
    try {
      return act();
    } catch (error) {
      throw unwritable(file, error);
    }
  };
  const fd = explained(() => {
    const opened = openSync(file, 'a');
    try {
      ftruncateSync(opened, wholeBytes);
    } catch (error) {
      closeSync(opened);
      throw error;
    }
    return opened;
  });
  let length = wholeBytes;
  let synced = now();
  let failure: unknown;
  /** At once: whoever calls may be killed before anything else runs. */
  const write = (text: string): void => {
    if (failure !== undefined) throw failure;
    const bytes = Buffer.from(text);
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
      length += bytes.length;
    } catch (error) {
      failure = unwritable(file, error);
      // A part of a line is none.
      explainedOrNot(() => ftruncateSync(fd, length));
      throw failure;
    }
  };
  // A disk may take a line, and say only then that it has no room for it.
  const syncNow = async (): Promise<void> => {
    try {
      await sync(fd);
    } catch (error) {
      throw unwritable(file, error);
    }
  };
  let syncing: Promise<void> = Promise.resolve();
  try {
    if (unended) write('\n');
    explained(() => fsyncSync(fd));
  } catch (error) {
    closeSync(fd);
    throw error;
  }
  let isOpen = true;
  return {
    async append(line) {
      write(`${line}\n`);
      if (now() - synced < SYNC_MS) return;
      synced = now();
      syncing = syncNow();
      await syncing;
    },
    async close() {
      if (!isOpen) return;
      isOpen = false;
      try {
        await syncing.catch(() => undefined);
        await syncNow();
      } finally {
        closeSync(fd);
      }
    },
  };
}

function explainedOrNot(act: () => void): void {
  try {
    act();
  } catch {
    // The error that is told is the one before.
  }
}

function unwritable(file: string, error: unknown): UsageError {
  return new UsageError(`${printable(file)}: can't be written: ${whyUnwritten(error)}`, { cause: error });
}
