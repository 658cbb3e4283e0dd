import { describe, expect, it } from '@jest/globals';
import { createClient, type EnrichmentRef } from '../../index.ts';
import { UsageError } from '../cli-errors.ts';
import type { Journal } from './journal.ts';
import { progressText, type RunEnd, type Standing, sendAll } from './send-all.ts';

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

const START: Standing = { done: 0, total: 1000, failed: 0, skipped: 0, elapsedMs: 0 };

describe('the progress', () => {
  it.each<[Partial<Standing>, string]>([
    [{}, '──────────────────────── 0/1000, 0 %'],
    [
      { done: 500, elapsedMs: 50_000, failed: 3 },
      '━━━━━━━━━━━━──────────── 500/1000, 50 %, 10.0/s, 50.0 s left, 3 failed',
    ],
    [{ done: 1000, elapsedMs: 100_000 }, '━━━━━━━━━━━━━━━━━━━━━━━━ 1000/1000, 100 %, 10.0/s'],
    [
      { done: 500, skipped: 490, elapsedMs: 1000 },
      '━━━━━━━━━━━━──────────── 500/1000, 50 %, 10.0/s, 50.0 s left',
    ],
    [{ done: 7, total: undefined, elapsedMs: 1000 }, '7 done, 7.0/s'],
  ])('of %j is %s', (standing, text) => {
    expect(progressText({ ...START, ...standing }, true)).toBe(text);
  });

  it('does without the bar in a log', () => {
    expect(progressText({ ...START, done: 250 }, false)).toBe('250/1000, 25 %');
  });
});
