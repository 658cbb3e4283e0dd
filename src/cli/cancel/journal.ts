import { printable } from '../../contract/printable.ts';
import { openLines } from '../append-lines.ts';
import { UsageError } from '../cli-errors.ts';
import type { KnownRefs } from './journal-entries.ts';
import { JOURNAL, type JournalEntry, type JournalHeader, readJournal } from './journal-entries.ts';

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
  const lines = openLines(file, state, now);
  const at = (): string => new Date(now()).toISOString();
  if (state.header === undefined) {
    const header: JournalHeader = { journal: JOURNAL, version: 1, ...kind, startedAt: at() };
    try {
      await lines.append(JSON.stringify(header));
    } catch (error) {
      await lines.close().catch(() => undefined);
      throw error;
    }
  }
  return {
    known: state.known,
    append: (entry) => lines.append(JSON.stringify({ ...entry, at: at() })),
    close: lines.close,
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
