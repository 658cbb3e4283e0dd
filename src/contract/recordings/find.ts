import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { errorCode, fileError, RecordingError } from './recording-error.ts';

const RECORDING_NAME = /\.(?:json|har|ya?ml|ndjson|jsonl)(?:\.gz)?$/i;
const KINDS = '*.json, *.har, *.yml, *.yaml, *.ndjson, *.jsonl, or one of these with .gz';

const NOWHERE = 'is a symbolic link that leads nowhere';

/** Stands for standard input. */
export const STDIN = '-';

/**
 * The files that a path stands for, in the order in which they are read: a file is itself, whatever its name, and so is
 * standard input; a pattern is every file that it matches, and a folder is every file in it and below whose name ends as a recording's does, sorted by code units, so that a run
 * is the same on every machine. Names that start with a dot are passed over. A folder that is met again through a
 * symbolic link is not read twice.
 *
 * @throws RecordingError if there is no such path, or nothing of the kind in it
 */
export async function findRecordings(path: string): Promise<readonly string[]> {
  if (path === STDIN) return [path];
  try {
    if (!(await stat(path)).isDirectory()) return [path];
  } catch (error) {
    const isMissing = errorCode(error) === 'ENOENT';
    if (isMissing && (await leadsNowhere(path))) throw new RecordingError(path, NOWHERE, { cause: error });
    if (isMissing && isPattern(path)) return expandPattern(path);
    throw fileError(path, error);
  }
  const files: string[] = [];
  await collect(path, new Set(), files);
  if (files.length === 0) throw new RecordingError(path, `holds no recording (${KINDS})`);
  return files;
}

async function collect(folder: string, seen: Set<string>, files: string[]): Promise<void> {
  try {
    const real = await realpath(folder);
    if (seen.has(real)) return;
    seen.add(real);
    for (const name of (await readdir(folder)).sort()) {
      if (name.startsWith('.')) continue;
      const path = join(folder, name);
      const named = RECORDING_NAME.test(name);
      const kind = await kindOf(path, named);
      if (kind === 'folder') await collect(path, seen, files);
      else if (named && kind === 'file') files.push(path);
      else if (named) throw new RecordingError(path, 'is not a regular file');
    }
  } catch (error) {
    throw fileError(folder, error);
  }
}

/**
 * A link that leads nowhere is an error only where a recording was to be expected: what it meant to show is not verified,
 * and that must not pass in silence.
 */
async function kindOf(path: string, named: boolean): Promise<'file' | 'folder' | 'other'> {
  try {
    const found = await stat(path);
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    if (named && errorCode(error) === 'ENOENT' && (await leadsNowhere(path)))
      throw new RecordingError(path, NOWHERE, { cause: error });
    if (named) throw fileError(path, error);
    return 'other';
  }
}

async function leadsNowhere(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
}

/** Whether a path that is no file may be a pattern that no shell has expanded: a quoted one, or one on Windows. */
export function isPattern(path: string): boolean {
  return /[*?[\]{}]/.test(path);
}

/**
 * The files that a pattern stands for in a folder, sorted by code units. A file that several names lead to, by symbolic
 * links, is read once.
 *
 * @throws RecordingError if there is none
 */
export async function expandPattern(pattern: string, folder = ''): Promise<readonly string[]> {
  const { glob } = await import('tinyglobby');
  const absolute = isAbsolute(pattern);
  const names = await glob(pattern, {
    absolute,
    expandDirectories: false,
    ...(folder !== '' && { cwd: folder }),
  });
  const files = new Map<string, string>();
  for (const name of names.map((each) => (absolute ? each : join(folder, each))).sort()) {
    const real = await realpath(name);
    if (!files.has(real)) files.set(real, name);
  }
  if (files.size === 0) throw new RecordingError(join(folder, pattern), 'matches no file');
  return [...files.values()];
}
