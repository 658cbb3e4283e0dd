import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type Provenance, readProvenance } from '../recordings/provenance.ts';

/**
 * What the indexes say of the recordings of a run: those in the folders that were given and below them, and those beside
 * the files that were read.
 *
 * @throws RecordingError if an index is not as it should be
 */
export async function findProvenance(
  paths: readonly string[],
  files: readonly string[],
): Promise<(file: string) => Provenance | undefined> {
  const beside = new Map(files.map((file) => [dirname(resolve(file)), file]));
  const entries = new Map<string, Provenance>();
  for (const path of [...paths, ...beside.values()]) {
    // A pattern or standard input is no path, and what it stands for is among the files.
    if (!(await exists(path))) continue;
    for (const [file, provenance] of await readProvenance(path)) entries.set(file, provenance);
  }
  return (file) => entries.get(resolve(file));
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
