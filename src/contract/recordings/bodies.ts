import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, type ZlibOptions } from 'node:zlib';
import type { Body } from '../exchange.ts';
import { errorCode } from './recording-error.ts';

/** Bytes as text where they are UTF-8 (byte order mark kept: it is a fact about the body), else as bytes. */
export function bodyFromBytes(bytes: Uint8Array): string | Uint8Array {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
}

/** Bytes from hex digits; undefined if it is anything else. */
export function bytesFromHex(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'hex');
  // Node stops at the first character that is no hex digit, without a word.
  return bytes.length * 2 === text.length ? bytes : undefined;
}

/** A request of length zero has no body: recorders write '' for every GET. */
export function requestBody(body: Body): Body {
  return body?.length === 0 ? undefined : body;
}

const NOT_MODIFIED = 304;

/**
 * An empty response body stays '', for "nothing came where something could have" is worth finding; it is undefined
 * where HTTP allows no body: RFC 9110, sections 9.3.2 (HEAD) and 15 (1xx, 204, 205, 304).
 *
 * What a recording holds of a 304 is the body that the client had in its cache: browsers write it into a HAR, beside a
 * bodySize of 0, and nothing of it came from the server.
 */
export function responseBody(method: string, status: number, body: Body): Body {
  if (status === NOT_MODIFIED) return undefined;
  return body?.length === 0 && !mayHaveBody(method, status) ? undefined : body;
}

function mayHaveBody(method: string, status: number): boolean {
  return method !== 'HEAD' && (status < 100 || status >= 200) && ![204, 205].includes(status);
}

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
