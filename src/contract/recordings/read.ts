import type { Exchange } from '../exchange.ts';
import { ALL_FORMATS, formatOf } from './detect.ts';
import { findRecordings } from './find.ts';
import type { RecordingFormat } from './formats/format.ts';
import { parseJson } from './parse-json.ts';
import { isIndexName, isProvenanceIndex } from './provenance.ts';
import { RecordingError } from './recording-error.ts';
import { openRecording, type RecordingSource, readText } from './source.ts';
import { parseYaml } from './yaml.ts';

/**
 * The exchanges of files, folders, patterns and standard input (`-`), in the order given; the files of a folder or a
 * pattern are sorted by name. Formats: nock definitions, VCR (YAML, JSON), HAR 1.2, NDJSON of HAR entries, each also
 * gzipped, told apart by what they hold.
 *
 * @throws RecordingError while iterating, at the first path that can't be read, is no recording or holds no exchange.
 *   What came before it is valid.
 * @throws TypeError if `paths` is no list of paths
 */
export async function* readRecordings(paths: readonly string[]): AsyncGenerator<Exchange, void, undefined> {
  for await (const file of recordingFiles(paths)) {
    for await (const batch of readRecordingFile(file)) yield* batch;
  }
}

/** The files of recordings that paths stand for, without the indexes of folders; else as `readRecordings`. */
export async function* recordingFiles(paths: readonly string[]): AsyncGenerator<string, void, undefined> {
  refuseOther(paths);
  if (paths.length === 0) throw new RecordingError('recordings', 'no path was given');
  for (const path of paths) {
    let found = 0;
    for (const file of await findRecordings(path)) {
      if (file !== path && isIndexName(file) && (await isIndex(file))) continue;
      found += 1;
      yield file;
    }
    if (found === 0) throw new RecordingError(path, 'holds no recording, only an index of recordings');
  }
}

/** From JavaScript one path may come as it is: its characters would be read one by one, and `/` is a folder. */
function refuseOther(paths: unknown): void {
  if (!Array.isArray(paths) || !paths.every((path) => typeof path === 'string'))
    throw new TypeError(
      'Failed to read recordings: the paths are not a list of texts. Give [path], and not path.',
    );
}

async function isIndex(file: string): Promise<boolean> {
  const source = await openRecording(file);
  await source.close();
  return isProvenanceIndex(file, source.head);
}

/** The exchanges of one file, in batches. `onRead` is told how many bytes of the file were read. */
export async function* readRecordingFile(
  file: string,
  onRead?: (bytes: number) => void,
): AsyncGenerator<Iterable<Exchange>, void, undefined> {
  const source = await openRecording(file, onRead);
  try {
    yield* readSource(source);
  } finally {
    await source.close();
  }
}

async function* readSource(source: RecordingSource): AsyncGenerator<Iterable<Exchange>, void, undefined> {
  const format = formatOf(source.head);
  if (format === undefined) throw await unknownFormat(source);
  let hasAny = false;

  function* told(batch: Iterable<Exchange>): Generator<Exchange> {
    try {
      for (const exchange of batch) {
        hasAny = true;
        yield exchange;
      }
    } catch (error) {
      throw takenFor(format as RecordingFormat, error);
    }
  }

  try {
    for await (const batch of format.read(source)) yield told(batch);
  } catch (error) {
    throw takenFor(format, error);
  }
  if (!hasAny) throw takenFor(format, new RecordingError(source.file, 'holds no exchange'));
}

/** Says for what a file was taken: what is wrong with it may be that it is something else. */
function takenFor({ name, called }: RecordingFormat, error: unknown): unknown {
  if (!(error instanceof RecordingError) || error.format !== undefined) return error;
  const reason = `${error.reason} (taken for ${called})`;
  return new RecordingError(error.file, reason, { format: name, cause: error });
}

/** A file that meant to be JSON or YAML is better told where it breaks than that it is unknown. */
async function unknownFormat(source: RecordingSource): Promise<RecordingError> {
  const { file, head } = source;
  if (isProvenanceIndex(file, head))
    return new RecordingError(file, 'is an index of recordings, not a recording');
  if (/\.ya?ml(?:\.gz)?$/i.test(file)) await parseYaml(file, await readText(source));
  else if (mayBeJson(file, head)) parseJson(file, await readText(source));
  return new RecordingError(file, `is not a recording: no ${ALL_FORMATS}`);
}

/** Lines of JSON are no JSON, and broken only as such. */
function mayBeJson(file: string, head: string): boolean {
  if (!/^\s*[{[]/.test(head)) return /\.(?:json|har)(?:\.gz)?$/i.test(file);
  const line = head.slice(0, Math.max(head.indexOf('\n'), 0));
  try {
    JSON.parse(line);
    return false;
  } catch {
    return true;
  }
}
