import { execFileSync } from 'node:child_process';
import {
  chmod,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { inFolder } from './source.test-support.ts';
import { tryAtomic, whyUnwritten, writeAtomic } from './write-atomic.ts';

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

  it.each([0o600, 0o640, 0o664, 0o755])('keeps the mode %o of a file', async (mode) => {
    await inFolder({ 'x.json': 'old' }, async (folder) => {
      const file = join(folder, 'x.json');
      await chmod(file, mode);
      await writeAtomic(file, 'new');
      expect((await stat(file)).mode & 0o7777).toBe(mode);
    });
  });

  it('gives a new file the mode that any new file has', async () => {
    await inFolder({}, async (folder) => {
      await writeFile(join(folder, 'usual'), '');
      await writeAtomic(join(folder, 'x.json'), 'new');
      const [usual, own] = await Promise.all(['usual', 'x.json'].map((name) => stat(join(folder, name))));
      expect(own?.mode).toBe(usual?.mode);
    });
  });

  it.each([
    ['a file', 'real/x.json'],
    ['a file that is not there yet', 'real/new.json'],
    ['another link', 'other'],
  ])('writes what a link to %s leads to, and leaves the link', async (_, target) => {
    await inFolder({}, async (folder) => {
      await mkdir(join(folder, 'real'));
      await writeFile(join(folder, 'real/x.json'), 'old');
      await symlink(join(folder, 'real/x.json'), join(folder, 'other'));
      const file = join(folder, 'link');
      await symlink(target, file);
      await tryAtomic(file);
      await writeAtomic(file, 'new');
      expect([await readlink(file), await readFile(file, 'utf8')]).toEqual([target, 'new']);
      expect((await lstat(join(folder, 'other'))).isSymbolicLink()).toBe(true);
      expect((await readdir(folder)).sort()).toEqual(['link', 'other', 'real']);
    });
  });

  it('takes a hard-linked file its name alone: under the other the old text stays', async () => {
    await inFolder({ 'x.json': 'old' }, async (folder) => {
      await link(join(folder, 'x.json'), join(folder, 'other'));
      await writeAtomic(join(folder, 'x.json'), 'new');
      expect(await readFile(join(folder, 'other'), 'utf8')).toBe('old');
    });
  });

  it('writes straight into a device and a pipe, which stay what they are', async () => {
    await inFolder({}, async (folder) => {
      await tryAtomic('/dev/null');
      await writeAtomic('/dev/null', 'text');
      expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
      const pipe = join(folder, 'pipe');
      execFileSync('mkfifo', [pipe]);
      await tryAtomic(pipe);
      const [text] = await Promise.all([readFile(pipe, 'utf8'), writeAtomic(pipe, 'text')]);
      expect(text).toBe('text');
      expect((await stat(pipe)).isFIFO()).toBe(true);
    });
  });

  it('says of a full device that it is full', async () => {
    const error: unknown = await writeAtomic('/dev/full', 'text').catch((thrown: unknown) => thrown);
    expect(whyUnwritten(error)).toBe('no space left on the device');
    expect(whyUnwritten(Object.assign(new Error('x'), { code: 'EWHAT' }))).toBe('EWHAT');
  });
});
