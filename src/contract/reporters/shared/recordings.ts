import { stat } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import type { Exchange } from '../../exchange.ts';
import {
  isHarOfSimulator,
  isSimulated,
  type Provenance,
  RecordingError,
  readProvenance,
} from '../../recordings/index.ts';
import type { RecordingSummary, UnreadRecording } from '../../report.ts';

/** What the exchanges of one file come to. */
export interface RecordingTally {
  exchanges: number;
  /** When the oldest was recorded, in milliseconds since the epoch, if any of them says so. */
  oldest: number | undefined;
  /** Whether a response says that the simulator gave it. */
  simulated: boolean;
}

export interface RecordingCollector {
  add(exchange: Exchange): void;
  /** By file, in the order met. */
  readonly tallies: ReadonlyMap<string, RecordingTally>;
}

const DAY_MS = 86_400_000;

/** Counts the exchanges of each file, and finds the oldest. */
export function collectRecordings(): RecordingCollector {
  const tallies = new Map<string, RecordingTally>();
  // A file's exchanges come one after another: it is looked up once for all of them.
  let current: { readonly file: string; readonly tally: RecordingTally } | undefined;
  return {
    tallies,
    add: ({ recording: { file }, recordedAt, response }) => {
      if (current?.file !== file) current = { file, tally: tallyOf(tallies, file) };
      const { tally } = current;
      addTo(tally, 1, recordedAt);
      if (!tally.simulated) tally.simulated = isSimulated(response);
    },
  };
}

/** Adds what other exchanges come to; files that are new come last. */
export function addTallies(
  tallies: Map<string, RecordingTally>,
  others: ReadonlyMap<string, RecordingTally>,
): void {
  for (const [file, { exchanges, oldest, simulated }] of others) {
    const tally = tallyOf(tallies, file);
    addTo(tally, exchanges, oldest);
    tally.simulated ||= simulated;
  }
}

function tallyOf(tallies: Map<string, RecordingTally>, file: string): RecordingTally {
  const tally = tallies.get(file) ?? { exchanges: 0, oldest: undefined, simulated: false };
  tallies.set(file, tally);
  return tally;
}

function addTo(tally: RecordingTally, exchanges: number, oldest: number | undefined): void {
  tally.exchanges += exchanges;
  if (oldest !== undefined && oldest < (tally.oldest ?? Number.POSITIVE_INFINITY)) tally.oldest = oldest;
}

/**
 * `provenanceOf` tells what is known of a file; where it knows nothing, a response that the simulator gave makes it the
 * simulator's, for such a recording proves nothing about the API. `now` is in milliseconds since the epoch.
 */
export function recordingSummaries(
  tallies: ReadonlyMap<string, RecordingTally>,
  provenanceOf: (file: string) => FoundProvenance | undefined,
  now: number,
): readonly RecordingSummary[] {
  return [...tallies].map(([file, tally]) => summaryOf(file, tally, provenanceOf(file), now));
}

function summaryOf(
  file: string,
  { exchanges, oldest, simulated }: RecordingTally,
  provenance: FoundProvenance | undefined,
  now: number,
): RecordingSummary {
  const source = provenance?.source ?? (simulated ? 'simulator' : undefined);
  const day = oldest === undefined ? provenance?.date : dayOf(oldest);
  const ageDays = day === undefined ? undefined : Math.floor(now / DAY_MS) - Date.parse(day) / DAY_MS;
  return {
    file,
    exchanges,
    ...(source !== undefined && { source }),
    ...(day !== undefined && { recordedAt: day }),
    // A clock that is wrong makes no recording younger than today.
    ...(ageDays !== undefined && { ageDays: Math.max(0, ageDays) }),
    ...(provenance?.shows !== undefined && { shows: provenance.shows }),
  };
}

/** undefined for a time that no calendar has: a recording may claim anything. */
function dayOf(time: number): string | undefined {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}

/** What is known of a recording: all that an index says of it, or at least whose it is. */
export type FoundProvenance = Pick<Provenance, 'source'> & Partial<Provenance>;

/**
 * What the indexes say of the recordings of a run: those in the folders that were given and below them, and those beside
 * the files that were read. A HAR that no index names is the simulator's where it says so itself. `onUnread` is told of each
 * index that is not as it should be, and of each file that one names and that is not there.
 *
 * @throws RecordingError of the first such, without `onUnread`
 */
export async function findProvenance(
  paths: readonly string[],
  files: readonly string[],
  onUnread?: (unread: UnreadRecording) => void,
): Promise<(file: string) => FoundProvenance | undefined> {
  const beside = new Map(files.map((file) => [dirname(resolve(file)), file]));
  const entries = new Map<string, Provenance>();
  for (const path of [...paths, ...beside.values()]) {
    // A pattern or standard input is no path, and what it stands for is among the files.
    if (!(await exists(path))) continue;
    const found = await attempt(() => readProvenance(path), onUnread);
    for (const [file, provenance] of found ?? []) entries.set(file, provenance);
  }
  for (const file of entries.keys()) await attempt(() => refuseMissing(file), onUnread);
  const simulated = new Set<string>();
  for (const file of files)
    if (!entries.has(resolve(file)) && (await isHarOfSimulator(file))) simulated.add(file);
  return (file) => entries.get(resolve(file)) ?? (simulated.has(file) ? { source: 'simulator' } : undefined);
}

/** What an index promises and nobody verifies must not pass in silence. */
async function refuseMissing(file: string): Promise<void> {
  if (!(await exists(file)))
    throw new RecordingError(relative('', file), 'is named by the index of its folder, and is not there');
}

async function attempt<T>(
  read: () => Promise<T>,
  onUnread: ((unread: UnreadRecording) => void) | undefined,
): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof RecordingError) || onUnread === undefined) throw error;
    onUnread({ file: error.file, reason: error.reason });
    return undefined;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
