import { sha1 } from './sha1.ts';

/**
 * The weak ETag of a body: its length in bytes as hex, and 27 characters of its SHA-1 in base 64. This is how
 * the observed ETags are made, so equal bodies get equal ones.
 */
export function etag(body: string, byteLength: number): string {
  const hash = btoa(String.fromCharCode(...sha1(body))).slice(0, 27);
  return `W/"${byteLength.toString(16)}-${hash}"`;
}
