import { fstat } from 'node:fs';
import { appendFile, mkdir, realpath, stat, truncate } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { printable } from '../contract/printable.ts';
import {
  leadsTo,
  type ProvenanceSource,
  tryAtomic,
  whyUnwritten,
  writeAtomic,
} from '../contract/recordings/index.ts';
import { UsageError } from './cli-errors.ts';

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

/**
 * What the simulator says takes the place of nothing but what it said before: the traffic of the API is metered, and a
 * cancel can't be had again.
 *
 * @param source of the recording that is there; undefined where that is not known
 * @throws UsageError
 */
export function refuseUnlessSimulated(file: string, source: ProvenanceSource | undefined): void {
  if (source === 'simulator') return;
  throw new UsageError(
    `${printable(file)} is there, and is ${source ?? 'no recording of the simulator'}: a recording of the simulator does not replace it. Take another file`,
  );
}

/** What a command made could not be written: one line, exit 2. */
class OutputError extends Error {
  override readonly name = 'OutputError';
}

/**
 * Makes the folder of a file that will be written at the end, and tries to write there, so that one learns at the start
 * if that can't be.
 *
 * @throws UsageError, OutputError if it can't be
 */
export async function prepareOutput(file: string): Promise<void> {
  if (file.trim() === '') throw new UsageError('the name of the file to write is empty');
  await attempt(file, async () => {
    await mkdir(dirname(file), { recursive: true });
    const found = await stat(file).catch(() => undefined);
    if (found?.isDirectory() || /[/\\]$/.test(file))
      throw new UsageError(`can't write ${printable(file)}: it is a folder`);
    await tryAtomic(file);
  });
}

/** Writes the whole file, whose folder is made where it is missing, or leaves the old one. @throws OutputError */
export async function writeOutput(file: string, text: string | Uint8Array): Promise<void> {
  await attempt(file, async () => {
    await mkdir(dirname(file), { recursive: true });
    await writeAtomic(file, text);
  });
}

/** Adds the whole text to a file that others write to as well, or leaves it as it was. @throws OutputError */
export async function appendOutput(file: string, text: string): Promise<void> {
  await attempt(file, async () => {
    const before = await stat(file).catch(() => undefined);
    try {
      await appendFile(file, text);
    } catch (error) {
      if (before?.isFile()) await truncate(file, before.size).catch(() => undefined);
      throw error;
    }
  });
}

async function attempt(file: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new OutputError(`can't write ${printable(file)}: ${whyUnwritten(error)}`, { cause: error });
  }
}
