import { stat } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { isHarOfSimulator, type Provenance, RecordingError, readProvenance } from '../recordings/index.ts';
import type { UnreadRecording } from '../report.ts';

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
