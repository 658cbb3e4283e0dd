import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { codingsOf, decodeContent } from './bodies.ts';

describe('decodeContent', () => {
  it('undoes several codings, the last first', () => {
    const bytes = brotliCompressSync(gzipSync('body'));
    expect(Buffer.from(decodeContent(bytes, ['gzip', ' BR']) as Uint8Array).toString()).toBe('body');
  });

  it('stops at a bomb instead of holding it', () => {
    const bomb = gzipSync(Buffer.alloc(100_000));
    expect(decodeContent(bomb, ['gzip'], 99_999)).toEqual({
      failure: 'the body has more than 99999 bytes once decoded',
    });
    expect(decodeContent(bomb, ['gzip'], 100_000)).toHaveLength(100_000);
  });

  it('takes identity and nothing for no coding', () => {
    expect(codingsOf(['identity', '', 'Gzip , br'])).toEqual(['gzip', 'br']);
  });

  it.each(['toString', '__proto__', 'zstd'])('does not know %s', (coding) => {
    expect(decodeContent(Buffer.from('x'), [coding])).toHaveProperty('failure');
  });
});
