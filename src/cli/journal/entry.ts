import type { EnrichmentRef } from '../../index.ts';
import { OUTCOMES, type Outcome } from '../many/outcome.ts';

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

export function parseHeader(text: string): JournalHeader | undefined {
  const header = parsed(text);
  const { journal, version, baseUrl, wait } = header;
  const known = journal === JOURNAL && version === 1;
  return known && typeof baseUrl === 'string' && typeof wait === 'boolean'
    ? (header as unknown as JournalHeader)
    : undefined;
}

/** Is it the start of a header, and of nothing else? Then the first write was cut short, and nothing has been sent. */
export function isTornHeader(text: string): boolean {
  const start = `{"journal":${JSON.stringify(JOURNAL)},"version":1,"baseUrl":"`;
  return text.startsWith(start) || start.startsWith(text);
}

export function parseEntry(text: string): JournalEntry | undefined {
  const entry = parsed(text);
  const { webset, enrichment, outcome } = entry;
  const known = outcome === 'intended' || (OUTCOMES as readonly unknown[]).includes(outcome);
  return known && typeof webset === 'string' && typeof enrichment === 'string'
    ? (entry as unknown as JournalEntry)
    : undefined;
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
