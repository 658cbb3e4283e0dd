import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { printable } from '../../contract/printable.ts';
import { type Provenance, parseYaml } from '../../contract/recordings/index.ts';
import { UsageError } from '../usage-error.ts';
import { writeOutput } from '../write-output.ts';
import { type IndexText, parseIndex } from './index-text.ts';

/** The `index.yaml` beside a recording, in which its provenance is written down. */
export interface IndexFile {
  readonly path: string;
  /** What it says of the recording so far. */
  readonly entry: Partial<Provenance> | undefined;
  /** Adds the entry or replaces it; everything else stays as it is written. */
  write(entry: Omit<Provenance, 'file'>): Promise<void>;
}

const NEW = '# Where each recording comes from.\nrecordings:\n';

/**
 * @throws UsageError if there is an index that can't be read, or that is something else
 * @throws RecordingError if it is YAML that no reader of indexes would take
 */
export async function openIndex(recording: string): Promise<IndexFile> {
  const path = await pathOf(dirname(recording));
  const file = basename(recording);
  const text = await textOf(path);
  if (text !== undefined) await parseYaml(path, text);
  const index: IndexText | undefined = parseIndex(text ?? NEW, file);
  if (index === undefined)
    throw new UsageError(`${printable(path)} is no index of recordings: it has no list "recordings"`);
  return {
    path,
    entry: index.entry,
    write: (entry) => writeOutput(path, index.put({ file, ...entry })),
  };
}

async function pathOf(folder: string): Promise<string> {
  const other = join(folder, 'index.yml');
  const isThere = await stat(other).then(
    () => true,
    () => false,
  );
  return isThere ? other : join(folder, 'index.yaml');
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new UsageError(`${printable(path)} can't be read (${code ?? error})`);
  }
}
