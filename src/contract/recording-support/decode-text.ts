import { isAscii, isUtf8 } from 'node:buffer';
import { RecordingError } from './recording-error.ts';

/** @throws RecordingError if the bytes are not UTF-8 */
export function decodeText(file: string, bytes: Buffer): string {
  // Several times as fast as decoding, and what most recordings are.
  if (isAscii(bytes)) return bytes.toString('latin1');
  if (!isUtf8(bytes)) throw new RecordingError(file, 'is not UTF-8 text');
  return bytes.toString('utf8');
}
