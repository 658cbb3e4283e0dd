import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** A body larger than this once decoded is taken for a bomb. */
const MAX_BODY_BYTES = 256 * 1024 * 1024;
const LIMIT = { maxOutputLength: MAX_BODY_BYTES };

/** Undoing a content coding failed; the reader that called adds the place. */
export type DecodeFailure = { readonly failure: string };

/**
 * Undoes the codings of a `content-encoding` field (`gzip`, `br`, `deflate`, also several).
 */
export function decodeContent(bytes: Uint8Array, encodings: readonly string[]): Uint8Array | DecodeFailure {
  let decoded = bytes;
  for (const coding of codingsOf(encodings).reverse()) {
    const undo = CODINGS[coding];
    if (undo === undefined) return { failure: `content-encoding ${coding} is not supported` };
    try {
      decoded = undo(decoded);
    } catch (error) {
      const bomb = error instanceof RangeError;
      return {
        failure: bomb
          ? `the body is larger than ${MAX_BODY_BYTES} bytes once decoded`
          : `the body is not ${coding}`,
      };
    }
  }
  return decoded;
}

export function codingsOf(encodings: readonly string[]): string[] {
  const names = encodings.flatMap((value) => value.toLowerCase().split(','));
  return names.map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity');
}

const CODINGS: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  gzip: (bytes) => gunzipSync(bytes, LIMIT),
  'x-gzip': (bytes) => gunzipSync(bytes, LIMIT),
  br: (bytes) => brotliDecompressSync(bytes, LIMIT),
  deflate: inflate,
};

/** Some servers send raw deflate under the name that RFC 9110 gives to zlib's format; browsers take both. */
function inflate(bytes: Uint8Array): Uint8Array {
  return ((bytes[0] ?? 0) & 0x0f) === 8 ? inflateSync(bytes, LIMIT) : inflateRawSync(bytes, LIMIT);
}
