import * as zlib from 'node:zlib';
import type { Body, ExchangeRequest, ExchangeResponse } from '../../../exchange.ts';
import { errorCode } from '../../recording-error.ts';

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

/** A body as a recording holds it: decoded, not there, or one that can't be decoded. */
export type StoredBody = Body | Undecodable;

export interface Undecodable {
  readonly fault: NonNullable<ExchangeResponse['bodyFault']>;
}

function isUndecodable(stored: StoredBody): stored is Undecodable {
  return typeof stored === 'object' && 'fault' in stored;
}

/** What was read of a file that holds a body. */
export function attachedBody(read: Uint8Array | Undecodable): StoredBody {
  return isUndecodable(read) ? read : bodyFromBytes(read);
}

/** What an exchange holds of the body of a request. */
export function requestWith(stored: StoredBody): Pick<ExchangeRequest, 'body' | 'bodyUnknown'> {
  return isUndecodable(stored) ? { body: undefined, bodyUnknown: true } : { body: requestBody(stored) };
}

/** What an exchange holds of the body of a response. */
export function responseWith(
  method: string,
  status: number,
  stored: StoredBody,
): Pick<ExchangeResponse, 'body' | 'bodyFault'> {
  if (!isUndecodable(stored)) return { body: responseBody(method, status, stored) };
  return status === NOT_MODIFIED ? { body: undefined } : { body: undefined, bodyFault: stored.fault };
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

/** Undoes the codings of `content-encoding` fields (`gzip`, `br`, `deflate`, also several), up to `maxBytes`. */
export function decodeContent(
  bytes: Uint8Array,
  encodings: readonly string[],
  maxBytes: number = MAX_BODY_BYTES,
): string | Uint8Array | Undecodable {
  let decoded = bytes;
  for (const coding of codingsOf(encodings).reverse()) {
    const undo = CODINGS.get(coding);
    if (undo === undefined)
      return { fault: { reason: `its content-encoding ${coding} is not supported`, isUnsupported: true } };
    try {
      const { buffer, engine } = undo(decoded, maxBytes);
      // What pads a body to a size is nothing; anything else behind its end is a part that would not be judged.
      if (decoded.subarray(engine.bytesWritten).some((byte) => byte !== 0))
        return { fault: { reason: `it goes on after the end of what is ${coding}` } };
      decoded = buffer;
    } catch (error) {
      const isBomb = errorCode(error) === 'ERR_BUFFER_TOO_LARGE';
      return {
        fault: { reason: isBomb ? `it has more than ${maxBytes} bytes once decoded` : `it is not ${coding}` },
      };
    }
  }
  return bodyFromBytes(decoded);
}

/** The codings that `content-encoding` fields name, in the order in which they were applied. */
export function codingsOf(encodings: readonly string[]): string[] {
  const names = encodings.flatMap((value) => value.toLowerCase().split(','));
  return names.map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity');
}

/** What zlib gives with `info`: what came of the bytes, and how many of them it took. */
interface Undone {
  readonly buffer: Uint8Array;
  readonly engine: { readonly bytesWritten: number };
}

type Undo = (bytes: Uint8Array, maxBytes: number) => Undone;
type OfZlib = (bytes: Uint8Array, options: zlib.ZlibOptions) => unknown;

const undoing =
  (decode: OfZlib): Undo =>
  (bytes, maxOutputLength) =>
    decode(bytes, { maxOutputLength, info: true }) as Undone;

/** Some servers send raw deflate under the name that RFC 9110 gives to zlib's format; browsers take both. */
const inflateEither: OfZlib = (bytes, options) => {
  const isZlib = ((bytes[0] ?? 0) & 0x0f) === 8;
  return isZlib ? zlib.inflateSync(bytes, options) : zlib.inflateRawSync(bytes, options);
};

/** Node has it from 22.15 on. */
const { zstdDecompressSync: unzstd } = zlib as { readonly zstdDecompressSync?: OfZlib };

const CODINGS: ReadonlyMap<string, Undo> = new Map<string, Undo>([
  ['gzip', undoing(zlib.gunzipSync)],
  ['x-gzip', undoing(zlib.gunzipSync)],
  ['br', undoing(zlib.brotliDecompressSync)],
  ['deflate', undoing(inflateEither)],
  ...(unzstd === undefined ? [] : [['zstd', undoing(unzstd)] as const]),
]);
