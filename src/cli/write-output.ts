import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { printable } from '../contract/recording-support/printable.ts';
import { tryAtomic, writeAtomic } from '../contract/recording-support/write-atomic.ts';
import { UsageError } from './usage-error.ts';

/**
 * Makes the folder of a file that will be written at the end, and tries to write there, so that one learns at the start
 * if that can't be.
 *
 * @throws UsageError if it can't be
 */
export async function prepareOutput(file: string): Promise<void> {
  if (file.trim() === '') throw new UsageError('the name of the file to write is empty');
  try {
    await mkdir(dirname(file), { recursive: true });
    const found = await stat(file).catch(() => undefined);
    if (found?.isDirectory() || /[/\\]$/.test(file))
      throw new UsageError(`can't write ${printable(file)}: it is a folder`);
    // What is written takes the place of what is there, which nobody means of a device.
    if (found !== undefined && !found.isFile())
      throw new UsageError(`can't write ${printable(file)}: it is not a regular file`);
    await tryAtomic(file);
  } catch (error) {
    throw unwritable(file, error);
  }
}

/** Writes the whole file or leaves the old one. @throws UsageError if it can't be written */
export async function writeOutput(file: string, text: string): Promise<void> {
  await writeAtomic(file, text).catch((error: unknown) => {
    throw unwritable(file, error);
  });
}

function unwritable(file: string, error: unknown): unknown {
  if (error instanceof UsageError) return error;
  const { code } = error as NodeJS.ErrnoException;
  return new UsageError(`can't write ${printable(file)} (${code ?? error})`);
}
