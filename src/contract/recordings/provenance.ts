import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isFields } from '../recording-support/fields.ts';
import { fileError } from '../recording-support/file-error.ts';
import { findRecordings } from '../recording-support/find-recordings.ts';
import { parseYaml } from '../recording-support/parse-yaml.ts';
import { RecordingError } from '../recording-support/recording-error.ts';
import { openRecording, readText } from '../recording-support/recording-source.ts';

/** Where a recording comes from: off the wire, out of the simulator, or written by hand from published facts. */
export type ProvenanceSource = 'live' | 'simulator' | 'transcribed';

export interface Provenance {
  /** As the index names it, relative to the index. */
  readonly file: string;
  readonly source: ProvenanceSource;
  /** Day on which it was recorded or written, `YYYY-MM-DD`. */
  readonly date: string;
  /** What it shows, in a sentence. */
  readonly shows: string;
}

const SOURCES: readonly string[] = ['live', 'simulator', 'transcribed'] satisfies ProvenanceSource[];

/** An `index.yaml` is the index of its folder, not a recording, if it has a list of recordings at its top. */
export function isProvenanceIndex(file: string, head: string): boolean {
  return isIndexName(file) && /^recordings[ \t]*:/m.test(head);
}

/**
 * What the `index.yaml` files of a folder and the folders below say of their recordings, by absolute path of the
 * recording. For a file, the index beside it is read (or the file itself, if it is one). Empty without an index.
 *
 * @throws RecordingError if the path can't be read, or an index is not as it should be
 */
export async function readProvenance(folderOrFile: string): Promise<ReadonlyMap<string, Provenance>> {
  const entries = new Map<string, Provenance>();
  for (const file of await indexFiles(folderOrFile)) {
    const source = await openRecording(file);
    try {
      if (!isProvenanceIndex(file, source.head)) continue;
      for (const entry of provenanceList(file, await parseYaml(file, await readText(source)))) {
        entries.set(resolve(dirname(file), entry.file), entry);
      }
    } finally {
      await source.close();
    }
  }
  return entries;
}

async function indexFiles(path: string): Promise<readonly string[]> {
  const folder = await isFolder(path);
  if (!folder && isIndexName(path)) return [path];
  const beside = ['index.yaml', 'index.yml'].map((name) => join(dirname(path), name));
  const candidates = folder ? (await findRecordings(path)).filter(isIndexName) : beside;
  const found = await Promise.all(candidates.map(exists));
  return candidates.filter((_, at) => found[at]);
}

function provenanceList(file: string, index: unknown): Provenance[] {
  const list = isFields(index) ? index['recordings'] : undefined;
  if (!Array.isArray(list)) throw new RecordingError(file, 'recordings is not a list');
  return list.map((entry: unknown, at) => {
    const text = (key: string): string => {
      const value = isFields(entry) ? entry[key] : undefined;
      if (typeof value === 'string' && value !== '') return value;
      throw new RecordingError(file, `recordings[${at}].${key} is not a text`);
    };
    const [source, date] = [text('source'), text('date')];
    if (!isSource(source))
      throw new RecordingError(file, `recordings[${at}].source is none of ${SOURCES.join(', ')}`);
    if (!isDay(date)) throw new RecordingError(file, `recordings[${at}].date is not a day as YYYY-MM-DD`);
    return { file: text('file'), source, date, shows: text('shows') };
  });
}

function isSource(text: string): text is ProvenanceSource {
  return SOURCES.includes(text);
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  // Date.parse moves 30 February into March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

export function isIndexName(file: string): boolean {
  return /^index\.ya?ml$/.test(basename(file));
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw fileError(path, error);
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
