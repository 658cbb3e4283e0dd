import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Replaces a file wholly or not at all: the text goes to a new file in the same folder, reaches the disk, and takes
 * the old one's name. On failure the old file stays, and the new one is removed.
 *
 * @throws the error of the file system
 */
export async function writeAtomic(file: string, text: string): Promise<void> {
  const draft = draftOf(file);
  try {
    const handle = await open(draft, 'wx');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Finds out whether `writeAtomic` could write there, and leaves nothing behind. @throws the error of the file system */
export async function tryAtomic(file: string): Promise<void> {
  const draft = draftOf(file);
  await (await open(draft, 'wx')).close();
  await rm(draft);
}

/** A leading dot: a run that reads the folder meanwhile passes it over. */
function draftOf(file: string): string {
  return join(dirname(file), `.${basename(file)}.${crypto.randomUUID()}.tmp`);
}
