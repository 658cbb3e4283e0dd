import { stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { Exchange } from '../exchange.ts';
import { ALL_FORMATS, formatOf, showsRecording } from './detect.ts';
import { findRecordings, KINDS } from './find.ts';
import type { RecordingFormat } from './formats/format.ts';
import { lookalike } from './lookalikes.ts';
import { isIndexName, isProvenanceIndex, readProvenance } from './provenance.ts';
import { RecordingError } from './recording-error.ts';
import { EMPTY, openRecording, openText, type RecordingSource, readText } from './source.ts';
import { parseJson } from './text/parse-json.ts';
import { parseYaml } from './text/yaml.ts';

/** A path that can't be read as recordings, at all or from somewhere on. */
export interface Unread {
  readonly file: string;
  /** What is wrong, never an excerpt of the file. */
  readonly reason: string;
  /** The format that it was taken for: nock, vcr, har, ndjson, newman, postman, wiremock or pact. */
  readonly format?: string;
}

/** A file that was found in a folder or by a pattern, and is no recording. */
export interface PassedOver {
  readonly file: string;
  readonly reason: string;
}

export interface ReadRecordingsOptions {
  /** Told of each path that can't be read; all else is read. Without it the first of them is thrown. */
  readonly onUnread?: ((unread: Unread) => void) | undefined;
  /**
   * Told of each file that a folder or a pattern holds, that no index names and that is no recording, nor was one before it
   * was cut off. Without it such a file is read as any other, and can't be.
   */
  readonly onPassedOver?: ((passedOver: PassedOver) => void) | undefined;
}

/**
 * The exchanges of files, folders, patterns and standard input (`-`), in the order given; the files of a folder or a
 * pattern are sorted by name. Formats: nock definitions, VCR (YAML, JSON), HAR 1.2, NDJSON of HAR entries, Newman's
 * reports, Postman collections, WireMock mappings and Pact files, each also gzipped, and a HAR zipped with its bodies; told
 * apart by what they hold.
 *
 * @throws RecordingError while iterating, at the first path that can't be read, is no recording or holds no exchange,
 *   unless the options say what to do of it. What came before it is valid.
 * @throws TypeError if `paths` is no list of paths
 */
export async function* readRecordings(
  paths: readonly string[],
  options: ReadRecordingsOptions = {},
): AsyncGenerator<Exchange, void, undefined> {
  const refuse = refuser(options);
  for await (const file of recordingFiles(paths, options)) {
    try {
      for await (const batch of readRecordingFile(file)) yield* batch;
    } catch (error) {
      refuse(error);
    }
  }
}

/** The files of recordings that paths stand for, without the indexes of folders; else as `readRecordings`. */
export async function* recordingFiles(
  paths: readonly string[],
  options: ReadRecordingsOptions = {},
): AsyncGenerator<string, void, undefined> {
  refuseOther(paths);
  if (paths.length === 0) throw new RecordingError('recordings', 'no path was given');
  const { onPassedOver } = options;
  for (const path of paths) {
    let isRefused = false;
    const refuse = (error: unknown): void => {
      isRefused = true;
      refuser(options)(error);
    };
    let hasAny = false;
    let hasIndex = false;
    try {
      const found = await findRecordings(path, refuse);
      for (const file of found.otherwiseNamed)
        onPassedOver?.({ file, reason: `is not named as a recording is (${KINDS})` });
      const named = found.by === 'name' || !onPassedOver ? NONE : await namedByIndexes(found.files);
      for (const file of found.by === 'folder' ? inOrder(found.files, named) : found.files) {
        if (found.by !== 'name') {
          const kind = await kindOf(file, named.has(resolve(file)) ? undefined : onPassedOver, refuse);
          hasIndex ||= kind === 'index';
          if (kind !== 'recording') continue;
        }
        hasAny = true;
        yield file;
      }
    } catch (error) {
      refuse(error);
    }
    if (!hasAny && !isRefused) refuse(new RecordingError(path, holdsNone(hasIndex)));
  }
}

function holdsNone(hasIndex: boolean): string {
  return hasIndex ? 'holds no recording, only an index of recordings' : `holds no recording (${KINDS})`;
}

function refuser({ onUnread }: ReadRecordingsOptions): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof RecordingError) || onUnread === undefined) throw error;
    const { file, reason, format } = error;
    onUnread({ file, reason, ...(format !== undefined && { format }) });
  };
}

/** From JavaScript one path may come as it is: its characters would be read one by one, and `/` is a folder. */
function refuseOther(paths: unknown): void {
  if (!Array.isArray(paths) || !paths.every((path) => typeof path === 'string'))
    throw new TypeError(
      'Failed to read recordings: the paths are not a list of texts. Give [path], and not path.',
    );
}

/** The files that the indexes among those found name: as good as named by the user. What is wrong with an index is told where it is read as one. */
async function namedByIndexes(found: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const named = new Map<string, string>();
  for (const index of found.filter(isIndexName)) {
    const entries = await readProvenance(index).catch(() => NONE);
    for (const absolute of entries.keys()) {
      const isThere = await stat(absolute).then(
        (it) => it.isFile(),
        () => false,
      );
      if (isThere) named.set(absolute, join(dirname(index), relative(resolve(dirname(index)), absolute)));
    }
  }
  return named;
}

const NONE: ReadonlyMap<string, never> = new Map<string, never>();

function inOrder(found: readonly string[], named: ReadonlyMap<string, string>): readonly string[] {
  const met = new Set(found.map((file) => resolve(file)));
  const others = [...named].filter(([absolute]) => !met.has(absolute)).map(([, file]) => file);
  return others.length === 0 ? found : [...found, ...others].sort();
}

type FoundKind = 'recording' | 'index' | 'other';

/** What a file is that was found; what can't be looked at is refused. */
async function kindOf(
  file: string,
  onPassedOver: ReadRecordingsOptions['onPassedOver'],
  refuse: (error: unknown) => void,
): Promise<FoundKind> {
  if (onPassedOver === undefined && !isIndexName(file)) return 'recording';
  let head = '';
  try {
    const source = await openRecording(file);
    await source.close();
    head = source.head;
  } catch (error) {
    if (onPassedOver === undefined) return 'recording';
    if (!(error instanceof RecordingError && error.reason === EMPTY) || HAR_NAME.test(file)) {
      refuse(error);
      return 'other';
    }
  }
  // One that is a recording as well is refused where it is read.
  if (isProvenanceIndex(file, head) && formatOf(head) === undefined) return 'index';
  // A description of an API of recordings has the words of one.
  const known = formatOf(head) === undefined ? lookalike(head) : undefined;
  const isOurs = HAR_NAME.test(file) || (known === undefined && showsRecording(head));
  if (onPassedOver === undefined || isOurs) return 'recording';
  onPassedOver({ file, reason: head === '' ? EMPTY : (known ?? NO_RECORDING) });
  return 'other';
}

const HAR_NAME = /\.har(?:\.gz|\.zip)?$/i;
const NO_RECORDING = `is not a recording: no ${ALL_FORMATS}`;

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

/** The exchanges of a text that stands, or is to stand, in a file; else as `readRecordingFile`. */
export async function* readRecordingText(
  file: string,
  text: string,
): AsyncGenerator<Iterable<Exchange>, void, undefined> {
  yield* readSource(await openText(file, text));
}

async function* readSource(source: RecordingSource): AsyncGenerator<Iterable<Exchange>, void, undefined> {
  const format = formatOf(source.head);
  if (format === undefined) throw await unknownFormat(source);
  if (isProvenanceIndex(source.file, source.head))
    throw new RecordingError(source.file, `is an index of recordings and ${format.called} at once`);
  let hasAny = false;

  function* told(batch: Iterable<Exchange>): Generator<Exchange> {
    try {
      for (const exchange of batch) {
        hasAny = true;
        yield exchange;
      }
    } catch (error) {
      throw takenFor(format as RecordingFormat, source.file, error);
    }
  }

  try {
    for await (const batch of format.read(source)) yield told(batch);
  } catch (error) {
    throw takenFor(format, source.file, error);
  }
  if (!hasAny) throw takenFor(format, source.file, new RecordingError(source.file, 'holds no exchange'));
}

/** Says for what a file was taken: what is wrong with it may be that it is something else. */
function takenFor({ name, called }: RecordingFormat, file: string, error: unknown): unknown {
  if (error instanceof RecordingError && error.format !== undefined) return error;
  const what = error instanceof RecordingError ? error.reason : whatJavaScriptRefuses(error);
  if (what === undefined) return error;
  return new RecordingError(file, `${what} (taken for ${called})`, { format: name, cause: error });
}

/** What JSON lets through, and JavaScript does not write as text, or as a part of an address. */
function whatJavaScriptRefuses(error: unknown): string | undefined {
  if (error instanceof RangeError) return 'nests too deeply to be read';
  return error instanceof URIError ? 'has half of a character in an address' : undefined;
}

/** A file that meant to be JSON or YAML is better told where it breaks than that it is unknown. */
async function unknownFormat(source: RecordingSource): Promise<RecordingError> {
  const { file, head } = source;
  if (isProvenanceIndex(file, head))
    return new RecordingError(file, 'is an index of recordings, not a recording');
  const known = lookalike(head);
  if (known !== undefined) return new RecordingError(file, known);
  if (/\.ya?ml(?:\.gz)?$/i.test(file)) await parseYaml(file, await readText(source));
  else if (mayBeJson(file, head)) parseJson(file, await readText(source));
  return new RecordingError(file, NO_RECORDING);
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
