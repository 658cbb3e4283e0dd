import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Replaces a file wholly or not at all: the text goes to a new file in the same folder, reaches the disk, and takes
 * the old one's name. On failure the old file stays, and the new one is removed.
 *
 * @throws the error of the file system
 */
export async function writeAtomic(file: string, text: string): Promise<void> {
  // A leading dot: a run that reads the folder meanwhile passes it over.
  const draft = join(dirname(file), `.${basename(file)}.${randomUUID()}.tmp`);
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
