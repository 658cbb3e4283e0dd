import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve, sep } from 'node:path';
import { shorten } from '../printable.ts';
import { STDIN } from './find.ts';
import type { Undecodable } from './formats/shared/bodies.ts';

/** Reads a file that a recording names as the holder of a body; what can't be read is told of that body alone. */
export type Attached = (name: string) => Uint8Array | Undecodable;

/** A body that is larger is taken for an attack on the memory. */
export const MAX_ATTACHED_BYTES: number = 64 * 1024 * 1024;

/** The files of a recording's own folder. */
export function besideRecording(file: string): Attached {
  return file === STDIN
    ? () => ({ fault: { reason: 'it is a file beside a recording that came from standard input' } })
    : filesIn(dirname(file));
}

/** The files of WireMock's folder `__files`, which lies beside the folder `mappings`, in which there may be folders. */
export function besideMapping(file: string): Attached {
  for (let folder = dirname(resolve(file)); dirname(folder) !== folder; folder = dirname(folder))
    if (basename(folder) === 'mappings') return wireMockFiles(dirname(folder));
  return wireMockFiles(dirname(file));
}

/** WireMock takes a slash at the start of a name for nothing. */
function wireMockFiles(folder: string): Attached {
  const attached = filesIn(join(folder, '__files'));
  return (name) => attached(name.replace(/^\/+/, ''));
}

/** The files of a folder and below, and no others: the name comes from whoever made the recording. */
function filesIn(folder: string): Attached {
  return (name) => {
    if (leadsOut(name)) return { fault: { reason: `its file ${shorten(name)} is not within the folder` } };
    try {
      const within = realpathSync(folder);
      const path = realpathSync(join(within, name));
      if (!path.startsWith(within.endsWith(sep) ? within : within + sep))
        return { fault: { reason: `its file ${shorten(name)} is a link that leads out of the folder` } };
      return readRegular(path) ?? { fault: { reason: `its file ${shorten(name)} is too large, or is none` } };
    } catch {
      return { fault: { reason: `its file ${shorten(name)} is not there, or can't be read` } };
    }
  };
}

/** Undefined for what is no regular file, such as a pipe, which would be waited for. */
function readRegular(path: string): Uint8Array | undefined {
  const handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = fstatSync(handle);
    return found.isFile() && found.size <= MAX_ATTACHED_BYTES ? readFileSync(handle) : undefined;
  } finally {
    closeSync(handle);
  }
}

/** Also by the rules of the other kind of file system. */
function leadsOut(name: string): boolean {
  return (
    isAbsolute(name) || /[\0\\:]/.test(name) || name.split('/').some((part) => part === '..' || part === '')
  );
}
