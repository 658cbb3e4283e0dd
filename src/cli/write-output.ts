import { appendFile, mkdir, stat, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { printable } from '../contract/printable.ts';
import { tryAtomic, whyUnwritten, writeAtomic } from '../contract/recordings/index.ts';
import { UsageError } from './usage-error.ts';

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
export async function writeOutput(file: string, text: string): Promise<void> {
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
