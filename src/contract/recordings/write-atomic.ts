import { access, constants, open, readlink, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * Replaces a file wholly or not at all: the text goes to a new file in the same folder, reaches the disk, and takes
 * the old one's name, mode and, where it may, owner. On failure the old file stays, and the new one is removed. A symbolic
 * link stays one, and what it leads to is replaced. What is no regular file (a pipe, a device) is written straight.
 *
 * @throws the error of the file system
 */
export async function writeAtomic(file: string, text: string | Uint8Array): Promise<void> {
  const place = await placeOf(file);
  if (place === 'stream') return writeFile(file, text, { flag: 'a' });
  const { draft, target, old } = place;
  try {
    const handle = await open(draft, 'wx');
    try {
      await handle.writeFile(text);
      if (old !== undefined) {
        await handle.chown(old.uid, old.gid).catch(() => undefined);
        await handle.chmod(old.mode & 0o7777);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Finds out whether `writeAtomic` could write there, and leaves nothing behind. @throws the error of the file system */
export async function tryAtomic(file: string): Promise<void> {
  const place = await placeOf(file);
  if (place === 'stream') return;
  await (await open(place.draft, 'wx')).close();
  await rm(place.draft);
}

interface Place {
  readonly target: string;
  readonly draft: string;
  readonly old: { readonly uid: number; readonly gid: number; readonly mode: number } | undefined;
}

/** Whatever is behind it, a descriptor of this process is written to, never replaced. */
const DESCRIPTOR = /^\/(?:dev\/(?:stdout|stderr|fd\/\d+)|proc\/(?:self|\d+)\/fd\/\d+)$/;

async function placeOf(file: string): Promise<Place | 'stream'> {
  const old = await stat(file).catch(() => undefined);
  const isStream = old !== undefined && !old.isFile() && !old.isDirectory();
  if (isStream || DESCRIPTOR.test(resolve(file))) return 'stream';
  // Whoever took the right to write from a file means it, though to rename needs no such right.
  if (old !== undefined) await access(file, constants.W_OK);
  const target = await leadsTo(file);
  return { target, draft: draftOf(target), old };
}

const MOST_LINKS = 40;

/** What a path leads to over symbolic links, whether it is there or yet to be written. */
export async function leadsTo(path: string): Promise<string> {
  let at = path;
  for (let links = 0; links < MOST_LINKS; links++) {
    const next = await readlink(at).catch(() => undefined);
    if (next === undefined) return at;
    at = resolve(await realpath(dirname(at)), next);
  }
  return at;
}

/** A leading dot: a run that reads the folder meanwhile passes it over. */
function draftOf(file: string): string {
  return join(dirname(file), `.${basename(file)}.${crypto.randomUUID()}.tmp`);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'no space left on the device',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'it would be larger than a file may be',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  EISDIR: 'it is a folder',
  ENOENT: 'there is no such folder, or it takes no files',
  ENOTDIR: 'a part of the path is not a folder',
  // Of making its folder.
  EEXIST: 'a part of the path is not a folder',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'it is a symbolic link to itself',
};

/** Why the file system did not let something be written, in words. */
export function whyUnwritten(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === undefined ? message : (REASONS[code] ?? code);
}
