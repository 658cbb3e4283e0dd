import type { Exchange } from '../exchange.ts';
import type { Provenance } from '../recordings/provenance.ts';
import type { RecordingSummary } from '../report.ts';

export interface RecordingCollector {
  add(exchange: Exchange): void;
  /** `provenanceOf` tells what an index says of a file; `now` is in milliseconds since the epoch. */
  result(provenanceOf: (file: string) => Provenance | undefined, now: number): readonly RecordingSummary[];
  /** The files met so far. */
  files(): readonly string[];
}

interface Tally {
  exchanges: number;
  /** Milliseconds since the epoch. */
  oldest: number | undefined;
}

const DAY_MS = 86_400_000;

/** Counts the exchanges of each file, and finds the oldest. */
export function collectRecordings(): RecordingCollector {
  const tallies = new Map<string, Tally>();
  // A file's exchanges come one after another: it is looked up once for all of them.
  let current: { readonly file: string; readonly tally: Tally } | undefined;
  const tallyOf = (file: string): Tally => {
    if (current?.file === file) return current.tally;
    const tally = tallies.get(file) ?? { exchanges: 0, oldest: undefined };
    tallies.set(file, tally);
    current = { file, tally };
    return tally;
  };
  return {
    add: ({ recording, recordedAt }) => {
      const tally = tallyOf(recording.file);
      tally.exchanges++;
      if (recordedAt !== undefined && recordedAt < (tally.oldest ?? Number.POSITIVE_INFINITY))
        tally.oldest = recordedAt;
    },
    files: () => [...tallies.keys()],
    result: (provenanceOf, now) =>
      [...tallies].map(([file, tally]) => summaryOf(file, tally, provenanceOf(file), now)),
  };
}

function summaryOf(
  file: string,
  { exchanges, oldest }: Tally,
  provenance: Provenance | undefined,
  now: number,
): RecordingSummary {
  const day = oldest === undefined ? provenance?.date : dayOf(oldest);
  const ageDays = day === undefined ? undefined : Math.floor(now / DAY_MS) - Date.parse(day) / DAY_MS;
  return {
    file,
    exchanges,
    ...(provenance && { source: provenance.source }),
    ...(day !== undefined && { recordedAt: day }),
    // A clock that is wrong makes no recording younger than today.
    ...(ageDays !== undefined && { ageDays: Math.max(0, ageDays) }),
    ...(provenance && { shows: provenance.shows }),
  };
}

/** undefined for a time that no calendar has: a recording may claim anything. */
function dayOf(time: number): string | undefined {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}
