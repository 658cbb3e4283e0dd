import { describe, expect, it } from '@jest/globals';
import { createClient, type EnrichmentRef } from '../../index.ts';
import type { Journal } from '../journal/journal.ts';
import { UsageError } from '../usage-error.ts';
import { type RunEnd, sendAll } from './send-all.ts';

const refs = Array.from({ length: 20 }, (_, at): EnrichmentRef => ({ webset: 'w', enrichment: `e${at}` }));

/** A run of which the first cancel is answered, the others are not, and nothing of one kind can be written down. */
function unwritable(refused: 'intended' | 'failed'): {
  readonly sent: string[];
  readonly end: Promise<RunEnd>;
} {
  const sent: string[] = [];
  const client = createClient({
    apiKey: 'k'.repeat(20),
    fetch: (request, { signal }) => {
      sent.push(request.url);
      return sent.length === 1
        ? new Promise((resolve) => setTimeout(() => resolve(new Response('{}', { status: 404 })), 250))
        : new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    },
  });
  const journal = {
    known: new Map(),
    append: ({ outcome }) =>
      outcome === refused
        ? Promise.reject(new UsageError("journal: can't be written (ENOSPC)"))
        : Promise.resolve(),
    close: () => Promise.resolve(),
  } satisfies Journal;
  const input = {
    name: 'refs',
    again: true,
    async *read() {
      yield* refs;
    },
    close: () => {},
  };
  const live = { show: () => {}, step: () => {}, say: () => {}, end: () => {} };
  const run = { client, input, total: refs.length, journal };
  const end = sendAll(
    { ...run, signal: new AbortController().signal, live },
    { wait: false, timeout: undefined, concurrency: 3, maxFailures: undefined },
  );
  return { sent, end };
}

describe('a run whose journal can not be written any more', () => {
  it('stops, and counts what was under way as interrupted, not as not tried', async () => {
    const { sent, end } = unwritable('failed');
    const { summary, stoppedBy } = await end;
    expect(stoppedBy?.message).toContain('ENOSPC');
    expect(sent).toHaveLength(3);
    expect(summary).toMatchObject({
      outcomes: { failed: 1, interrupted: 2 },
      notTried: 17,
      interrupted: false,
    });
  });

  it('sends nothing that it could not write down before', async () => {
    const { sent, end } = unwritable('intended');
    const { summary, stoppedBy } = await end;
    expect(stoppedBy?.message).toContain('ENOSPC');
    expect(sent).toEqual([]);
    expect(summary).toMatchObject({ outcomes: { failed: 0, interrupted: 0 }, errors: {}, notTried: 20 });
  });
});
