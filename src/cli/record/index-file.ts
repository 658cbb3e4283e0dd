import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isMap, isScalar, isSeq, parseDocument, stringify, type YAMLMap } from 'yaml';
import { printable } from '../../contract/printable.ts';
import { type Provenance, parseYaml } from '../../contract/recordings/index.ts';
import { UsageError, unreadable } from '../cli-errors.ts';
import { writeOutput } from '../output-files.ts';

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
  const text = await textIn(path);
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

async function textIn(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw unreadable(path, error);
  }
}

/** The text of an index, as far as one recording goes. */
export interface IndexText {
  readonly entry: Partial<Provenance> | undefined;
  /** The text with this entry instead, or in addition; not a character of the rest is another. */
  put(entry: Provenance): string;
}

/** Reads an index; undefined if the text is none. */
export function parseIndex(text: string, file: string): IndexText | undefined {
  const document = parseDocument(text);
  const list = document.get('recordings', true);
  const empty = isScalar(list) && list.value === null;
  if (document.errors.length > 0 || !(empty || (isSeq(list) && !list.flow))) return undefined;
  const items = isSeq(list) ? list.items.filter(isMap) : [];
  const found = items.find((item) => item.get('file') === file);
  return {
    entry: found?.toJS(document) as Partial<Provenance> | undefined,
    put: (entry) =>
      found === undefined ? appended(text, items.at(-1), entry) : replaced(text, found, entry),
  };
}

function replaced(text: string, item: YAMLMap, entry: Provenance): string {
  const [start, , end] = rangeOf(item);
  const indent = ' '.repeat(start - lineStart(text, start));
  return text.slice(0, start) + textOf(entry, indent) + text.slice(end);
}

function appended(text: string, last: YAMLMap | undefined, entry: Provenance): string {
  const [start, , end] = last === undefined ? [0, 0, text.length] : rangeOf(last);
  const dash = last === undefined ? '  - ' : text.slice(lineStart(text, start), start);
  const before = text.slice(0, end);
  return `${before}${before.endsWith('\n') ? '' : '\n'}${dash}${textOf(entry, ' '.repeat(dash.length))}${text.slice(end)}`;
}

/** The members of an entry, of which the first one stands behind what is there already. */
function textOf({ file, source, date, shows }: Provenance, indent: string): string {
  const lines = stringify({ file, source, date, shows }, { lineWidth: 110 }).trimEnd().split('\n');
  return `${lines.join(`\n${indent}`)}\n`;
}

function rangeOf({ range }: YAMLMap): readonly [number, number, number] {
  return range ?? [0, 0, 0];
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}
