import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { inFolder } from './source.test-support.ts';
import { openRecording, readText } from './source.ts';
import { linePieces, textPieces } from './text/text-pieces.ts';

const withFile = (content: string | Uint8Array, test: (file: string) => Promise<void>): Promise<void> =>
  inFolder({ x: content }, (folder) => test(`${folder}/x`));

const long = `${'é'.repeat(1000)}\n`.repeat(500);

describe('openRecording', () => {
  it.each([
    ['plain', Buffer.from(long)],
    ['gzipped', gzipSync(long)],
    ['gzipped in two members', Buffer.concat([gzipSync(long.slice(0, 1000)), gzipSync(long.slice(1000))])],
    ['gzipped, with zeros behind it', Buffer.concat([gzipSync(long), Buffer.alloc(3_000_000)])],
    ['with a byte order mark', Buffer.from(`\ufeff${long}`)],
  ])('reads a text of a megabyte: %s', async (_, bytes) => {
    await withFile(bytes, async (file) => {
      const source = await openRecording(file);
      expect(source.head.startsWith('éé')).toBe(true);
      expect(await readText(source)).toBe(long);
      await source.close();
    });
  });

  it.each([
    ['characters', textPieces],
    ['lines', linePieces],
  ])('reads the same in pieces of whole %s', async (_, piecesOf) => {
    await withFile(long.trimEnd(), async (file) => {
      const pieces: string[] = [];
      for await (const batch of piecesOf(await openRecording(file))) pieces.push(...batch);
      expect(pieces.join('')).toBe(long.trimEnd());
      expect(pieces.length).toBeGreaterThan(10);
    });
  });

  it.each([
    ['nothing', '', 'is empty'],
    ['white space', ' \n\t', 'is empty'],
    ['a gzip file of nothing', gzipSync(''), 'is empty'],
    ['a gzip file cut off', gzipSync(long).subarray(0, 100), 'is not a whole gzip file'],
    [
      'a gzip file with something behind its zeros',
      Buffer.concat([gzipSync(long), Buffer.alloc(20), gzipSync(long)]),
      'goes on after the end of its gzip',
    ],
    [
      'a gzip file with something far behind its zeros',
      Buffer.concat([gzipSync(long), Buffer.alloc(3_000_000), Buffer.from('x')]),
      'goes on after the end of its gzip',
    ],
    ['a gzip file that is broken', Uint8Array.of(0x1f, 0x8b, 9, 9, 9, 9), 'is not a whole gzip file'],
  ])('refuses %s', async (_, content, reason) => {
    await withFile(content, async (file) => {
      const read = openRecording(file).then(readText);
      await expect(read).rejects.toMatchObject({ name: 'RecordingError', file, reason });
    });
  });

  it('reads a pipe, and does not wait for ever for one that nobody writes to', async () => {
    await inFolder({}, async (folder) => {
      const pipe = `${folder}/pipe`;
      execFileSync('mkfifo', [pipe]);
      const [text] = await Promise.all([openRecording(pipe).then(readText), writeFile(pipe, 'from a pipe')]);
      expect(text).toBe('from a pipe');
      await expect(openRecording(pipe)).rejects.toThrow(`${pipe}: is a pipe that nobody writes to`);
    });
  }, 30_000);

  it('refuses what is not UTF-8', async () => {
    await withFile(Buffer.from('caf\u00e9', 'latin1'), async (file) => {
      await expect(readText(await openRecording(file))).rejects.toThrow(`${file}: is not UTF-8 text`);
    });
  });

  it('refuses what is not there, or a folder', async () => {
    await inFolder({}, async (folder) => {
      await expect(openRecording(`${folder}/x`)).rejects.toThrow('x: does not exist');
      await expect(openRecording(folder)).rejects.toThrow(`${folder}: is a folder`);
    });
  });

  it.each([
    ['plain', Buffer.from(long)],
    ['gzipped', gzipSync(long)],
  ])('gives the file back, whether read or not: %s', async (_, content) => {
    await withFile(content, async (file) => {
      const before = openFiles();
      for (let run = 0; run < 5; run++) {
        await (await openRecording(file)).close();
        const source = await openRecording(file);
        for await (const _batch of textPieces(source)) break;
        await source.close();
      }
      expect(openFiles()).toBeLessThanOrEqual(before);
    });
  });
});

/** Only Linux tells; elsewhere the test holds of itself. */
function openFiles(): number {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return 0;
  }
}
