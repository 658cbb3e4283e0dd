import { realpath } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { RecordingError } from './recording-error.ts';

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
