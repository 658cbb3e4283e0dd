/**
 * The same bytes as a Buffer. A file of its own, since the types of what reads recordings are seen in browsers too, where
 * nobody knows a Buffer.
 */
export function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
