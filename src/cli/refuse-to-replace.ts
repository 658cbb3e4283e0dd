import { fstat } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { printable } from '../contract/printable.ts';
import { leadsTo } from '../contract/recordings/index.ts';
import { UsageError } from './usage-error.ts';

/** Descriptors of this process, which may be files as well. */
export const STDIN = 0;
export const STDOUT = 1;

/** A file that a command reads or writes. */
export interface UsedFile {
  /** Its path, or a descriptor. */
  readonly file: string | number;
  /** What it is to the command, after "it is": `the waivers`. */
  readonly what: string;
}

/**
 * Makes sure that nothing that is written takes the place of what is read, or of something else that is written. Files are
 * told apart by what they are, and not by how they are called: other spellings, symbolic and hard links are the same file.
 *
 * @throws UsageError
 */
export async function refuseToReplace(
  written: readonly UsedFile[],
  read: readonly UsedFile[] = [],
): Promise<void> {
  if (written.every(({ file }) => typeof file === 'number')) return;
  const found = await Promise.all(
    read.map(async ({ file, what }) => [await identityOf(file), what] as const),
  );
  const taken = new Map<string | undefined, string>(found);
  for (const { file, what } of written) {
    const identity = await identityOf(file);
    if (identity === undefined) continue;
    const other = taken.get(identity);
    if (other !== undefined) throw new UsageError(`can't write ${nameOf(file)}: it is ${other}`);
    taken.set(identity, what);
  }
}

/** Whether two paths are one file. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  const identity = await identityOf(one);
  return identity !== undefined && identity === (await identityOf(other));
}

const statOpen = promisify(fstat);

/** Equal for one file. Undefined for what can't be replaced: a pipe, a device, a folder. */
async function identityOf(file: string | number): Promise<string | undefined> {
  // Exact: of a large file system the numbers of two files may be one as a double.
  const exact = { bigint: true } as const;
  const found = await (typeof file === 'number' ? statOpen(file, exact) : stat(file, exact)).catch(
    () => undefined,
  );
  if (found !== undefined) return found.isFile() ? `${found.dev}:${found.ino}` : undefined;
  return typeof file === 'number' ? undefined : whereItWillBe(await leadsTo(file).catch(() => file));
}

/** The path of a file that is not there yet, as the file system names it. */
async function whereItWillBe(path: string): Promise<string> {
  const folder = dirname(resolve(path));
  const real = await realpath(folder).catch(() => undefined);
  if (real !== undefined) return join(real, basename(path));
  if (folder === dirname(folder)) return resolve(path);
  return join(await whereItWillBe(await leadsTo(folder).catch(() => folder)), basename(path));
}

function nameOf(file: string | number): string {
  return typeof file === 'number' ? 'to stdout' : printable(file);
}
