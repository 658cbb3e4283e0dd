import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, type ZlibOptions } from 'node:zlib';
import { errorCode } from './file-error.ts';

/** A body larger than this once decoded is taken for a bomb. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** Why a body could not be decoded; the caller knows whose it is. */
export interface DecodeFailure {
  readonly failure: string;
}

/** Undoes the codings of `content-encoding` fields (`gzip`, `br`, `deflate`, also several), up to `maxBytes`. */
export function decodeContent(
  bytes: Uint8Array,
  encodings: readonly string[],
  maxBytes: number = MAX_BODY_BYTES,
): Uint8Array | DecodeFailure {
  let decoded = bytes;
  for (const coding of codingsOf(encodings).reverse()) {
    const undo = CODINGS.get(coding);
    if (undo === undefined) return { failure: `content-encoding ${coding} is not supported` };
    try {
      decoded = undo(decoded, { maxOutputLength: maxBytes });
    } catch (error) {
      const isBomb = errorCode(error) === 'ERR_BUFFER_TOO_LARGE';
      return {
        failure: isBomb
          ? `the body has more than ${maxBytes} bytes once decoded`
          : `the body is not ${coding}`,
      };
    }
  }
  return decoded;
}

/** The codings that `content-encoding` fields name, in the order in which they were applied. */
export function codingsOf(encodings: readonly string[]): string[] {
  const names = encodings.flatMap((value) => value.toLowerCase().split(','));
  return names.map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity');
}

type Undo = (bytes: Uint8Array, options: Pick<ZlibOptions, 'maxOutputLength'>) => Uint8Array;

/** Some servers send raw deflate under the name that RFC 9110 gives to zlib's format; browsers take both. */
const inflateEither: Undo = (bytes, options) => {
  const isZlib = ((bytes[0] ?? 0) & 0x0f) === 8;
  return isZlib ? inflateSync(bytes, options) : inflateRawSync(bytes, options);
};

const CODINGS: ReadonlyMap<string, Undo> = new Map<string, Undo>([
  ['gzip', gunzipSync],
  ['x-gzip', gunzipSync],
  ['br', brotliDecompressSync],
  ['deflate', inflateEither],
]);
