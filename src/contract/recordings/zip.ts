import { posix } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { shorten } from '../printable.ts';
import { type Attached, MAX_ATTACHED_BYTES } from './attached.ts';
import { zipLookalike } from './lookalikes.ts';
import { RecordingError } from './recording-error.ts';

/** A recording zips to a fiftieth where it is all alike; what zips better is made to fill memory or time. */
export const MAX_RATIO = 200;
/** What takes but a second to read needs no such doubt. */
export const FREE_BYTES: number = 64 * 1024 * 1024;

/** It lies in memory, as the HAR in it does. */
const MAX_ZIP_BYTES = 256 * 1024 * 1024;
/** What all bodies come to, one that many exchanges share as often as they do: a few bytes can stand for any time. */
const MOST_GIVEN = 2 * 1024 * 1024 * 1024;
/** No browser's session has as many bodies. */
const MAX_MEMBERS = 100_000;

/** Whether a file that starts like this is a zip of something. */
export function isZip(head: Uint8Array): boolean {
  // What an empty one starts with is the end of its list.
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5) && head[3] === head[2] + 1;
}

export interface ZippedHar {
  readonly har: Uint8Array;
  /** The files of the zip, by their names from the HAR's folder in it. */
  readonly attached: Attached;
}

/**
 * The one HAR in a zip, as Playwright writes it, with the bodies beside it.
 *
 * @throws RecordingError if it is not a whole zip, is too large, or has no HAR in it, or several
 */
export async function unzipHar(file: string, chunks: AsyncIterable<Uint8Array>): Promise<ZippedHar> {
  const zip = await gather(file, chunks);
  const members = await membersOf(file, zip);
  const hars = [...members.keys()].filter((name) => /\.har$/i.test(name));
  const [name] = hars;
  if (name === undefined) throw new RecordingError(file, zipLookalike([...members.keys()]) ?? NO_HAR);
  if (hars.length > 1)
    throw new RecordingError(file, 'is a zip of several HARs: unzip it, and name its folder');
  const har = inflate(zip, members.get(name) as Member, MAX_ZIP_BYTES);
  if (typeof har === 'string') throw new RecordingError(file, `is a zip whose HAR can't be read: it ${har}`);
  const folder = posix.dirname(name);
  let given = 0;
  return {
    har,
    attached: (attachment) => {
      const member = members.get(posix.join(folder, attachment));
      if (member === undefined)
        return { fault: { reason: `its file ${shorten(attachment)} is not in the zip` } };
      given += Math.min(member.entry.uncompressedSize, MAX_ATTACHED_BYTES);
      if (given > MOST_GIVEN)
        throw new RecordingError(file, `is a zip whose bodies come to more than ${MOST_GIVEN} bytes`);
      const bytes = inflate(zip, member, MAX_ATTACHED_BYTES);
      return typeof bytes === 'string' ? { fault: { reason: `its file in the zip ${bytes}` } } : bytes;
    },
  };
}

const NO_HAR = 'is a zip without a HAR (*.har) in it';

async function gather(file: string, chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    parts.push(Buffer.from(chunk));
    length += chunk.length;
    if (length > MAX_ZIP_BYTES)
      throw new RecordingError(
        file,
        `is a zip of more than ${MAX_ZIP_BYTES} bytes: unzip it, and name its folder`,
      );
  }
  return Buffer.concat(parts, length);
}

interface Member {
  readonly start: number;
  readonly entry: Entry;
}

async function membersOf(file: string, zip: Buffer): Promise<ReadonlyMap<string, Member>> {
  const { fromBufferPromise } = await import('yauzl');
  const members = new Map<string, Member>();
  let opened: ZipFile | undefined;
  try {
    opened = await fromBufferPromise(zip, { lazyEntries: true });
    for await (const entry of opened.eachEntry()) {
      if (members.size >= MAX_MEMBERS)
        throw new RecordingError(file, `is a zip of more than ${MAX_MEMBERS} files`);
      if (members.has(entry.fileName)) throw new RecordingError(file, 'is a zip with two files of one name');
      const { fileDataStart } = await opened.readLocalFileHeaderPromise(entry, { minimal: true });
      members.set(entry.fileName, { start: fileDataStart, entry });
    }
  } catch (error) {
    if (error instanceof RecordingError) throw error;
    throw new RecordingError(file, 'is not a whole zip file', { cause: error });
  } finally {
    opened?.close();
  }
  return members;
}

const STORED = 0;
const DEFLATED = 8;

/** The bytes of a member, or what is wrong with it. */
function inflate(zip: Buffer, { start, entry }: Member, most: number): Uint8Array | string {
  const { compressedSize, uncompressedSize: size, compressionMethod: method } = entry;
  if (entry.isEncrypted()) return 'is encrypted';
  if (method !== STORED && method !== DEFLATED) return 'is zipped in a way that is not supported';
  if (size > most) return `has more than ${most} bytes`;
  if (size > FREE_BYTES && size > MAX_RATIO * compressedSize)
    return `unzips to more than ${MAX_RATIO} times its size`;
  const zipped = zip.subarray(start, start + compressedSize);
  try {
    const bytes = method === STORED ? zipped : inflateRawSync(zipped, { maxOutputLength: Math.max(size, 1) });
    return bytes.length === size && crc32(bytes) === entry.crc32 ? bytes : 'is not what was zipped';
  } catch {
    return 'is not what was zipped';
  }
}
