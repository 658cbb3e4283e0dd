import { access, constants, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { printable } from '../contract/recording-support/printable.ts';
import { writeAtomic } from '../contract/recording-support/write-atomic.ts';
import { UsageError } from './usage-error.ts';

/**
 * Makes the folder of a file that will be written at the end, so that one learns at the start if that can't be.
 *
 * @throws UsageError if it can't be
 */
export async function prepareOutput(file: string): Promise<void> {
  try {
    const folder = dirname(file);
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    const found = await stat(file).catch(() => undefined);
    if (found?.isDirectory()) throw new UsageError(`can't write ${printable(file)}: it is a folder`);
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
