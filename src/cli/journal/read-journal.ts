import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { printable } from '../../contract/printable.ts';
import { LineError, readLines } from '../many/read-lines.ts';
import { UsageError } from '../usage-error.ts';
import { isTornHeader, type JournalHeader, parseEntry, parseHeader } from './entry.ts';
import { type Known, type KnownRefs, keyOf, knownBy } from './known-refs.ts';

/** What an earlier run has left. */
export interface JournalState {
  /** Undefined where there is no journal yet. */
  readonly header: JournalHeader | undefined;
  readonly known: KnownRefs;
  /** How many bytes are whole lines: what comes after them was torn off while it was written. */
  readonly wholeBytes: number;
  /** Whether the last line lacks its line break. */
  readonly unended: boolean;
}

/** @throws UsageError if the file can't be read, or is something else than a journal */
export async function readJournal(file: string): Promise<JournalState> {
  const known = new Map<string, Known>();
  let header: JournalHeader | undefined;
  let wholeBytes = 0;
  let unended = false;
  const found = await stat(file).catch(() => undefined);
  // A device may have no end, and a pipe nothing to go on with.
  if (found !== undefined && !found.isFile() && !found.isDirectory())
    throw new UsageError(`${printable(file)} is not a regular file, as a journal has to be`);
  try {
    for await (const { text, number, end, ended } of readLines(createReadStream(file))) {
      if (number === 1) {
        header = parseHeader(text);
        if (header === undefined && !ended && isTornHeader(text)) break;
        if (header === undefined) throw new UsageError(`${printable(file)} is not a journal of cancels`);
      } else {
        const entry = parseEntry(text);
        if (entry === undefined && !ended) break;
        if (entry === undefined) throw new LineError(number, 'is no entry of a journal');
        known.set(keyOf(entry), knownBy(entry));
      }
      wholeBytes = end;
      unended = !ended;
    }
  } catch (error) {
    const torn = error instanceof LineError && error.torn && header !== undefined;
    if (!torn && (error as NodeJS.ErrnoException).code !== 'ENOENT') throw explained(file, error);
  }
  return { header, known, wholeBytes, unended };
}

function explained(file: string, error: unknown): unknown {
  if (error instanceof LineError)
    return new UsageError(`${printable(file)}: line ${error.line} ${error.message}`);
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? error : new UsageError(`${printable(file)}: can't be read (${code})`);
}
