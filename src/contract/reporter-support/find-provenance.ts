import { stat } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { isHarOfSimulator, type Provenance, RecordingError, readProvenance } from '../recordings/index.ts';

/** What is known of a recording: all that an index says of it, or at least whose it is. */
export type FoundProvenance = Pick<Provenance, 'source'> & Partial<Provenance>;

/**
 * What the indexes say of the recordings of a run: those in the folders that were given and below them, and those beside
 * the files that were read. A HAR that no index names is the simulator's where it says so itself.
 *
 * @throws RecordingError if an index is not as it should be, or names a file that is not there
 */
export async function findProvenance(
  paths: readonly string[],
  files: readonly string[],
): Promise<(file: string) => FoundProvenance | undefined> {
  const beside = new Map(files.map((file) => [dirname(resolve(file)), file]));
  const entries = new Map<string, Provenance>();
  for (const path of [...paths, ...beside.values()]) {
    // A pattern or standard input is no path, and what it stands for is among the files.
    if (!(await exists(path))) continue;
    for (const [file, provenance] of await readProvenance(path)) entries.set(file, provenance);
  }
  await refuseMissing([...entries.keys()]);
  const simulated = new Set<string>();
  for (const file of files)
    if (!entries.has(resolve(file)) && (await isHarOfSimulator(file))) simulated.add(file);
  return (file) => entries.get(resolve(file)) ?? (simulated.has(file) ? { source: 'simulator' } : undefined);
}

/** What an index promises and nobody verifies must not pass in silence. */
async function refuseMissing(files: readonly string[]): Promise<void> {
  const found = await Promise.all(files.map(exists));
  const missing = files.find((_, at) => !found[at]);
  if (missing !== undefined)
    throw new RecordingError(relative('', missing), 'is named by the index of its folder, and is not there');
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
