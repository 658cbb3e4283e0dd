import * as zlib from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { codingsOf, decodeContent, responseWith } from './bodies.ts';

describe('decodeContent', () => {
  const gzipped = zlib.gzipSync('body');
  const badMember = Buffer.from(zlib.gzipSync('another')).fill(0x55, 12, 16);

  it('undoes several codings, the last first', () => {
    const bytes = zlib.brotliCompressSync(gzipped);
    expect(decodeContent(bytes, ['gzip', ' BR'])).toBe('body');
  });

  it('stops at a bomb instead of holding it', () => {
    const bomb = zlib.gzipSync(Buffer.alloc(100_000));
    expect(decodeContent(bomb, ['gzip'], 99_999)).toEqual({
      fault: { reason: 'it has more than 99999 bytes once decoded' },
    });
    expect(decodeContent(bomb, ['gzip'], 100_000)).toHaveLength(100_000);
  });

  it('takes identity and nothing for no coding', () => {
    expect(codingsOf(['identity', '', 'Gzip , br'])).toEqual(['gzip', 'br']);
  });

  it.each(['toString', '__proto__', 'lzma'])('does not know %s', (coding) => {
    expect(decodeContent(Buffer.from('x'), [coding])).toMatchObject({ fault: { isUnsupported: true } });
  });

  const zeros = Buffer.alloc(8);
  it.each([
    ['two members', 'gzip', [gzipped, gzipped], 'bodybody'],
    ['zeros behind it', 'gzip', [gzipped, zeros], 'body'],
    ['a second member that is broken', 'gzip', [gzipped, badMember], 'it is not gzip'],
    [
      'one that is broken behind zeros',
      'gzip',
      [gzipped, zeros, badMember],
      'it goes on after the end of what is gzip',
    ],
    [
      'something behind it',
      'deflate',
      [zlib.deflateSync('body'), Buffer.from('x')],
      'it goes on after the end of what is deflate',
    ],
    [
      'something behind it',
      'br',
      [zlib.brotliCompressSync('body'), Buffer.from('x')],
      /^it (?:goes on|is not br)/,
    ],
    ['no end', 'gzip', [gzipped.subarray(0, -1)], 'it is not gzip'],
    ['plain text', 'gzip', [Buffer.from('{}')], 'it is not gzip'],
  ])('takes all of a body or none of it: %s of %s', (_, coding, parts, expected) => {
    const decoded = decodeContent(Buffer.concat(parts), [coding]);
    expect(typeof decoded === 'object' && 'fault' in decoded ? decoded.fault.reason : decoded).toEqual(
      typeof expected === 'string' ? expected : expect.stringMatching(expected),
    );
  });

  const zstd = (zlib as { zstdCompressSync?: (text: string) => Uint8Array }).zstdCompressSync;
  (zstd === undefined ? it.skip : it)('undoes zstd where Node can', () => {
    expect(decodeContent(zstd?.('body') ?? new Uint8Array(), ['zstd'])).toBe('body');
  });
});

describe('a body that can not be decoded', () => {
  const fault = { reason: 'it is not gzip' };
  it('is a fault of the response, but of one that a cache answered', () => {
    expect(responseWith('GET', 200, { fault })).toEqual({ body: undefined, bodyFault: fault });
    expect(responseWith('GET', 304, { fault })).toEqual({ body: undefined });
  });
});
