import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileError, isPattern, RecordingError } from '../recordings/index.ts';

/**
 * Hex SHA-256 of the recordings of a run: of their names, relative to the path that stands for them, of what each holds, and
 * of their order. Machines with the same value share the same work out, wherever it lies.
 *
 * A file that can't be read stands with the reason, and is told where it is read.
 *
 * @throws RecordingError where a file can be read only once
 */
export async function recordingsDigest(paths: readonly string[], files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${nameOf(file, paths)}\0${await digestIfRead(file)}\n`);
  return hash.digest('hex');
}

async function digestIfRead(file: string): Promise<string> {
  try {
    return await fileDigest(file);
  } catch (error) {
    // What can be read only once is refused, and is no fault of the file system's.
    if (error instanceof RecordingError && error.cause !== undefined) return error.reason;
    throw error;
  }
}

/** Hex SHA-256 of what a file holds, whatever its size. @throws RecordingError */
export async function fileDigest(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    if (!(await stat(file)).isFile()) throw new RecordingError(file, 'is not a regular file');
    await pipeline(createReadStream(file, { highWaterMark: 1024 * 1024 }), hash);
  } catch (error) {
    throw fileError(file, error);
  }
  return hash.digest('hex');
}

function nameOf(file: string, paths: readonly string[]): string {
  for (const path of paths) {
    if (file === path) return basename(file);
    for (const folder of [path, folderOf(path)]) {
      const name = relative(folder, file);
      if (name !== '' && !name.startsWith('..') && !isAbsolute(name)) return name.replaceAll('\\', '/');
    }
  }
  return basename(file);
}

/** The folder in which a pattern is looked for. */
function folderOf(path: string): string {
  return isPattern(path) ? dirname(path.slice(0, path.search(/[*?[\]{}]/)).concat('x')) : path;
}
