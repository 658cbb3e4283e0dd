import { realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';

/** Tells why a file that a description refers to is not read; undefined where it is. */
export type RefusesFile = (path: string) => Promise<string | undefined>;

const OUTSIDE = "is outside of the description's project, and not read without --allow-refs";

/**
 * A description may come from anywhere, and name any path. Read are regular files of its project (the nearest folder above it
 * with `.git` or `package.json`, else its own) and of the folders that are allowed: links that lead elsewhere are not
 * followed, and no pipe or device is waited for.
 */
export async function projectFiles(description: string, allowed: readonly string[]): Promise<RefusesFile> {
  const folders = [await projectOf(dirname(resolve(description))), ...allowed.map((path) => resolve(path))];
  const real = await Promise.all(folders.map((folder) => realpath(folder).catch(() => folder)));
  const isWithin = (path: string): boolean => [...folders, ...real].some((folder) => holds(folder, path));
  return async (path) => {
    if (!isWithin(path)) return OUTSIDE;
    const target = await realpath(path);
    if (!isWithin(target)) return OUTSIDE;
    return (await stat(target)).isFile() ? undefined : "can't be read (it is no regular file)";
  };
}

async function projectOf(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    for (const mark of ['.git', 'package.json']) {
      if (await stat(join(at, mark)).catch(() => undefined)) return at;
    }
    if (at === dirname(at)) return folder;
  }
}

function holds(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !/^\.\.[\\/]/.test(way) && way !== resolve(way);
}
