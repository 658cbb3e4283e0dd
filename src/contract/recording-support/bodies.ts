import type { Body } from '../exchange.ts';

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
