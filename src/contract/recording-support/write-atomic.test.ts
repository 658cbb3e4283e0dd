import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { inFolder } from '../recording-source.test-support.ts';
import { writeAtomic } from './write-atomic.ts';

describe('writeAtomic', () => {
  it('writes a new file, and replaces an old one', async () => {
    await inFolder({}, async (folder) => {
      const file = join(folder, 'x.json');
      await writeAtomic(file, 'one');
      await writeAtomic(file, 'twö');
      expect(await readFile(file, 'utf8')).toBe('twö');
      expect(await readdir(folder)).toEqual(['x.json']);
    });
  });

  it('leaves nothing behind where it fails', async () => {
    await inFolder({}, async (folder) => {
      await mkdir(join(folder, 'x.json'));
      await expect(writeAtomic(join(folder, 'x.json'), 'text')).rejects.toMatchObject({ code: 'EISDIR' });
      expect(await readdir(folder)).toEqual(['x.json']);
      await expect(writeAtomic(join(folder, 'no/x.json'), 'text')).rejects.toMatchObject({ code: 'ENOENT' });
    });
  });
});
