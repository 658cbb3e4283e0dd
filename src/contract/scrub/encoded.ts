import * as zlib from 'node:zlib';
import { bodyFromBytes, bytesFromHex, decodeContent } from '../recordings/index.ts';

/** Takes credentials out of a text; one without any comes back as it is. */
export type Strike = (text: string) => string;

/**
 * Takes credentials out of what a text is the base64 or the hexadecimal digits of, zipped or not, and writes it again alike.
 * Also of a list of such texts, which nock and Polly.JS keep of a body that came in chunks.
 *
 * @returns as many texts as were given; undefined where nothing was struck out, or where it is no such text
 */
export function strikeEncoded(chunks: readonly string[], strike: Strike): readonly string[] | undefined {
  const coding = chunks.every(isHex) ? 'hex' : chunks.every(isBase64) ? 'base64' : undefined;
  if (coding === undefined || chunks.length === 0) return undefined;
  const bytes = strikeBytes(Buffer.concat(chunks.map((chunk) => Buffer.from(chunk, coding))), strike);
  if (bytes === undefined) return undefined;
  const size = Math.ceil(bytes.length / chunks.length);
  return chunks.map((chunk, index) =>
    asWas(chunk, bytes.subarray(index * size, (index + 1) * size).toString(coding)),
  );
}

/** The same of Polly.JS' list of chunks, which is JSON in a text. */
export function strikeEncodedList(text: string, strike: Strike): string | undefined {
  if (!text.startsWith('["')) return undefined;
  try {
    const chunks: unknown = JSON.parse(text);
    if (!Array.isArray(chunks) || !chunks.every((chunk) => typeof chunk === 'string')) return undefined;
    const struck = strikeEncoded(chunks, strike);
    return struck && JSON.stringify(struck);
  } catch {
    return undefined;
  }
}

const isHex = (text: string): boolean => /^(?:[\da-f]{2})*$/i.test(text) && bytesFromHex(text) !== undefined;
const isBase64 = (text: string): boolean => /^[A-Za-z\d+/\r\n]*={0,2}[\r\n]*$/.test(text);

/** With capitals, lines and without padding, as it was. */
function asWas(before: string, encoded: string): string {
  if (isHex(before)) return /[A-F]/.test(before) ? encoded.toUpperCase() : encoded;
  const padded = /=[\r\n]*$/.test(before) || before.replace(/\s/g, '').length % 4 === 0;
  const text = padded ? encoded : encoded.replace(/=+$/, '');
  const [first = '', newline = ''] = /^(\S*)(\r?\n)/.exec(before)?.slice(1) ?? [];
  if (newline === '') return text;
  const lines = text.match(new RegExp(`.{1,${Math.max(first.length, 60)}}`, 'g')) ?? [];
  return lines.join(newline) + (/\n$/.test(before) ? newline : '');
}

/** Node has it from 22.15 on. */
const { zstdCompressSync: zstd } = zlib as { readonly zstdCompressSync?: (bytes: Uint8Array) => Buffer };

/** The codings of a body, of which the first that undoes it is its own: zipped bytes are no text, and none of another's. */
const CODINGS: readonly (readonly [
  name: string,
  encode: (bytes: Uint8Array, before: Uint8Array) => Uint8Array,
])[] = [
  ['gzip', (bytes) => zlib.gzipSync(bytes)],
  [
    'deflate',
    (bytes, [first = 0]) => ((first & 0x0f) === 8 ? zlib.deflateSync(bytes) : zlib.deflateRawSync(bytes)),
  ],
  ['br', (bytes) => zlib.brotliCompressSync(bytes)],
  ...(zstd === undefined ? [] : [['zstd', (bytes: Uint8Array) => zstd(bytes)] as const]),
];

/** A body of several codings has no more. */
const MOST_CODINGS = 3;

/** Undefined where nothing was struck out. */
export function strikeBytes(bytes: Uint8Array, strike: Strike, depth = 0): Buffer | undefined {
  const plain = bodyFromBytes(bytes);
  if (typeof plain === 'string') return changed(plain, strike, 'utf8');
  if (depth < MOST_CODINGS) {
    for (const [name, encode] of CODINGS) {
      const decoded = decodeContent(bytes, [name]);
      if (typeof decoded === 'object' && 'fault' in decoded) continue;
      const struck = strikeBytes(Buffer.from(decoded), strike, depth + 1);
      if (struck !== undefined) return Buffer.from(encode(struck, bytes));
    }
  }
  return changed(Buffer.from(bytes).toString('latin1'), strike, 'latin1');
}

function changed(text: string, strike: Strike, encoding: 'utf8' | 'latin1'): Buffer | undefined {
  const struck = strike(text);
  return struck === text ? undefined : Buffer.from(struck, encoding);
}
