import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Finds out whether a report could be written there, and leaves nothing behind. @throws the error of the file system */
export async function tryReport(path: string): Promise<void> {
  const file = resolve(root, path);
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'a');
  const { size } = await handle.stat();
  await handle.close();
  if (size === 0) await rm(file);
}

/** Writes a report; a path that is not absolute is below the project. */
export async function writeReport(path: string, text: string): Promise<void> {
  const file = resolve(root, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
