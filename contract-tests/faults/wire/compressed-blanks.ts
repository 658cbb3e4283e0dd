import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { constants, createBrotliCompress, createDeflate, createGzip } from 'node:zlib';

export type Encoding = 'gzip' | 'deflate' | 'br' | 'gzip, gzip';

const BLOCK = ' '.repeat(2 ** 20);

/** So many bytes of blanks, and then `text`, compressed: as a stream, so that this process never holds them itself. */
export function compressedBlanks(bytes: number, text: string, encoding: Encoding): Promise<Uint8Array> {
  const source = Readable.from(blocks(bytes, text));
  switch (encoding) {
    case 'gzip':
      return buffer(source.pipe(createGzip()));
    case 'deflate':
      return buffer(source.pipe(createDeflate()));
    case 'br':
      return buffer(source.pipe(createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })));
    case 'gzip, gzip':
      return buffer(source.pipe(createGzip()).pipe(createGzip()));
  }
}

function* blocks(bytes: number, text: string): Generator<string> {
  for (let left = bytes; left > 0; left -= BLOCK.length) yield BLOCK;
  yield text;
}
