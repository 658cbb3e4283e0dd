import { type FileHandle, open } from 'node:fs/promises';
import { printable } from '../../contract/printable.ts';
import { whyUnwritten } from '../../contract/recordings/index.ts';
import { UsageError } from '../cli-errors.ts';
import type { KnownRefs } from './journal-entries.ts';
import {
  JOURNAL,
  type JournalEntry,
  type JournalHeader,
  type JournalState,
  readJournal,
} from './journal-entries.ts';

/** What a run is: a journal of another kind of run says nothing about this one. */
export type RunKind = Pick<JournalHeader, 'baseUrl' | 'wait'>;

export interface Journal {
  /** What the runs before this one have left. */
  readonly known: KnownRefs;
  /**
   * Written at once, in the order of the calls, so that it survives the end of the process. Once a line could not be
   * written, no other one is.
   */
  append(entry: Omit<JournalEntry, 'at'>): Promise<void>;
  close(): Promise<void>;
}

/** So often, at most, the disk is made to have it, so that it survives the end of the machine as well. */
const SYNC_MS = 1000;

/**
 * Opens a journal to go on with, or makes a new one.
 *
 * @throws UsageError if it can't be opened, is none, or is that of another kind of run
 */
export async function openJournal(
  file: string,
  kind: RunKind,
  now: () => number = Date.now,
): Promise<Journal> {
  const state = await readJournal(file);
  checkKind(file, state.header, kind);
  const handle = await openAt(file, state);
  const explain = (error: unknown): never => {
    throw unwritable(file, error);
  };
  let last: Promise<unknown> = Promise.resolve();
  const write = async (text: string): Promise<void> => {
    const writing = last.then(() => handle.appendFile(text).catch(explain));
    last = writing;
    await writing;
  };
  // A disk may take a line, and say only then that it has no room for it.
  const sync = (): Promise<void> => handle.datasync().catch(explain);
  const at = (): string => new Date(now()).toISOString();
  try {
    if (state.unended) await write('\n');
    if (state.header === undefined) {
      const header: JournalHeader = { journal: JOURNAL, version: 1, ...kind, startedAt: at() };
      await write(`${JSON.stringify(header)}\n`);
    }
    await sync();
  } catch (error) {
    await handle.close();
    throw error;
  }
  let synced = now();
  return {
    known: state.known,
    async append(entry) {
      await write(`${JSON.stringify({ ...entry, at: at() })}\n`);
      if (now() - synced < SYNC_MS) return;
      await sync();
      synced = now();
    },
    async close() {
      try {
        await sync();
      } finally {
        await handle.close();
      }
    },
  };
}

/** @throws UsageError if the journal is that of another kind of run */
export function checkKind(file: string, header: JournalHeader | undefined, { baseUrl, wait }: RunKind): void {
  if (header === undefined) return;
  const name = printable(file);
  if (header.baseUrl !== baseUrl)
    throw new UsageError(
      `${name} is the journal of a run against ${printable(header.baseUrl)}: take another file`,
    );
  if (header.wait !== wait)
    throw new UsageError(
      `${name} is the journal of a run ${header.wait ? 'with' : 'without'} --wait: go on likewise, or take another file`,
    );
}

async function openAt(file: string, { wholeBytes }: JournalState): Promise<FileHandle> {
  try {
    const handle = await open(file, 'a');
    await handle.truncate(wholeBytes);
    return handle;
  } catch (error) {
    throw unwritable(file, error);
  }
}

function unwritable(file: string, error: unknown): UsageError {
  return new UsageError(`${printable(file)}: can't be written: ${whyUnwritten(error)}`, { cause: error });
}
