import { open, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import type { ExchangeResponse } from '../exchange.ts';
import { findRecordings } from './find.ts';
import { isFields } from './formats/shared/fields.ts';
import { fileError, RecordingError } from './recording-error.ts';
import { isGzip, openRecording, readText } from './source.ts';
import { parseYaml } from './text/yaml.ts';

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

/** What else can't be read in a folder is told where that is read. */
function ignore(): void {}

async function indexFiles(path: string): Promise<readonly string[]> {
  const folder = await isFolder(path);
  if (!folder && isIndexName(path)) return [path];
  const beside = ['index.yaml', 'index.yml'].map((name) => join(dirname(path), name));
  const candidates = folder ? (await findRecordings(path, ignore)).files.filter(isIndexName) : beside;
  const found = await Promise.all(candidates.map(exists));
  return candidates.filter((_, at) => found[at]);
}

function provenanceList(file: string, index: unknown): Provenance[] {
  const list = isFields(index) ? index['recordings'] : undefined;
  const another = ['http_interactions', 'interactions'].find((name) => isFields(index) && name in index);
  if (another !== undefined)
    throw new RecordingError(file, `is an index of recordings and a cassette at once: it has ${another}`);
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

/** What `simulate` puts into `log.creator.name` of the HAR files that it writes. */
export const SIMULATOR_CREATOR = 'exa-enrichments simulator';

/** What the simulator answers as `server`. Written out here, for the contract run imports nothing of what it judges. */
const SIMULATOR_SERVER = 'exa-enrichments-simulator';

export function isSimulated({ headers }: ExchangeResponse): boolean {
  return headers['server']?.[0] === SIMULATOR_SERVER;
}

/** A creator stands before the entries, and so within the first bytes of any HAR of ours. */
const HEAD_BYTES = 1_024;
const CREATOR = /"creator"\s*:\s*\{[^{}]*"name"\s*:\s*"([^"\\]*)"/;

/** Whether a file is a HAR that `simulate` wrote, gzipped or not. What can't be read again is not: a pipe, say. */
export async function isHarOfSimulator(file: string): Promise<boolean> {
  try {
    // Asked before: to open a pipe that is read already lasts until somebody writes to it again.
    if (!(await stat(file)).isFile()) return false;
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return CREATOR.exec(textOf(buffer.subarray(0, bytesRead)))?.[1] === SIMULATOR_CREATOR;
    } finally {
      await handle.close();
    }
  } catch {
    return false;
  }
}

function textOf(head: Buffer): string {
  // Only the start of the zipped text is here: it is unzipped as far as it goes.
  return String(isGzip(head) ? gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH }) : head);
}
