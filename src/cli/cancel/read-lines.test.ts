import { describe, expect, it } from '@jest/globals';
import { type Line, readLines } from './read-lines.ts';

async function* inChunks(text: string | Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function linesOf(text: string | Uint8Array, size = 1024): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of readLines(inChunks(text, size))) lines.push(line);
  return lines;
}

describe('the lines of a text', () => {
  it.each([1, 2, 3, 7, 1024])('are the same in chunks of %i bytes', async (size) => {
    const lines = await linesOf('a\nbé€😀\r\n\nlast', size);
    expect(lines.map(({ text, number, ended }) => [number, text, ended])).toEqual([
      [1, 'a', true],
      [2, 'bé€😀', true],
      [3, '', true],
      [4, 'last', false],
    ]);
  });

  it('know where they end', async () => {
    expect((await linesOf('a\né\nb', 2)).map(({ end }) => end)).toEqual([2, 5, 6]);
  });

  it('do without a byte order mark at the start, and only there', async () => {
    expect((await linesOf('\ufeffa\n\ufeffb')).map(({ text }) => text)).toEqual(['a', '\ufeffb']);
  });

  it('are none in nothing', async () => {
    expect(await linesOf('')).toEqual([]);
  });

  it.each([
    ['is not UTF-8 text', Buffer.from([0x61, 0x0a, 0xff, 0x0a])],
    ['is longer than 65536 bytes', `a\n${'x'.repeat(65_537)}\n`],
    ['is longer than 65536 bytes', `a\n${'x'.repeat(10_000_000)}`],
  ])('are refused where one %s', async (reason, text) => {
    await expect(linesOf(text)).rejects.toMatchObject({ name: 'LineError', line: 2, message: reason });
  });
});
