import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { printable } from '../../contract/printable.ts';
import type { EnrichmentRef } from '../../index.ts';
import { UsageError, unreadable } from '../cli-errors.ts';
import { LineError, readLines } from './read-lines.ts';
import { isSettled, OUTCOMES, type Outcome } from './tally.ts';

/** The first line of a journal: what kind of run it is the journal of. */
export interface JournalHeader {
  readonly journal: typeof JOURNAL;
  readonly version: 1;
  readonly baseUrl: string;
  readonly wait: boolean;
  /** ISO 8601. */
  readonly startedAt: string;
}

/**
 * Each further line: what became of one reference, or that its cancel is about to leave: `intended`. A later line about
 * the same one counts more.
 */
export interface JournalEntry extends EnrichmentRef {
  readonly outcome: Outcome | 'intended';
  /** ISO 8601. */
  readonly at: string;
  readonly error?: { readonly code: string; readonly message: string; readonly mayHaveSucceeded: boolean };
}

export const JOURNAL = 'exa-enrichments cancel';

function parseHeader(text: string): JournalHeader | undefined {
  const { journal, version, baseUrl, wait, startedAt } = parsed(text);
  if (journal !== JOURNAL || version !== 1 || typeof baseUrl !== 'string' || typeof wait !== 'boolean')
    return undefined;
  return { journal, version, baseUrl, wait, startedAt: String(startedAt) };
}

/** Is it the start of a header, and of nothing else? Then the first write was cut short, and nothing has been sent. */
function isTornHeader(text: string): boolean {
  const start = `{"journal":${JSON.stringify(JOURNAL)},"version":1,"baseUrl":"`;
  return text.startsWith(start) || start.startsWith(text);
}

function parseEntry(text: string): JournalEntry | undefined {
  const entry = parsed(text);
  return isEntry(entry) ? entry : undefined;
}

type Members = Readonly<Record<string, unknown>>;

function isEntry(value: Members): value is Members & JournalEntry {
  const { webset, enrichment, outcome } = value;
  const known = outcome === 'intended' || (OUTCOMES as readonly unknown[]).includes(outcome);
  return known && typeof webset === 'string' && typeof enrichment === 'string';
}

function parsed(text: string): Members {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

/**
 * What the last line about a reference leaves to do. `settled` and `completed`: nothing. `in doubt`: a cancel may have
 * gone through, so it is read before another one is sent. `open`: it is cancelled as if for the first time.
 */
export type Known = 'settled' | 'completed' | 'in doubt' | 'open';

/** What a journal knows of each reference, by its {@link keyOf}. */
export type KnownRefs = ReadonlyMap<string, Known>;

/** The length keeps the two apart: ids may hold any character, so none could stand between them. */
export function keyOf({ webset, enrichment }: EnrichmentRef): string {
  return `${webset.length} ${webset}${enrichment}`;
}

/**
 * How a server refuses to cancel what has ended, or what is being cancelled: perhaps by a run that left no line of it.
 * `status` is one without a class of its own, such as 410.
 */
const REFUSALS = new Set(['bad-request', 'conflict', 'unprocessable-entity', 'status']);

function knownBy({ outcome, error }: JournalEntry): Known {
  if (outcome === 'completed') return 'completed';
  if (outcome === 'failed') {
    const isInDoubt = error?.mayHaveSucceeded !== false || REFUSALS.has(error.code);
    return isInDoubt ? 'in doubt' : 'open';
  }
  // Intended and no more: nobody knows whether it left. Nor of what was cut off, or not seen to end.
  return outcome !== 'intended' && isSettled(outcome) ? 'settled' : 'in doubt';
}

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
  return unreadable(file, error);
}
