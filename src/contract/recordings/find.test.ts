import { mkdir, symlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { findRecordings } from './find.ts';
import { inFolder } from './source.test-support.ts';

describe('findRecordings', () => {
  it('lists a folder and the folders below by name, recordings only', async () => {
    const names = ['b.json', 'a/z.har', 'a/y.yaml.gz', 'B.YML', 'c.ndjson', 'd.jsonl', 'a.json'];
    const others = ['README.md', 'LICENSE', '.hidden.json', '.git/x.json', 'json', 'x.json.txt', 'x.gz'];
    const files = Object.fromEntries([...names, ...others].map((name) => [name, '']));
    await inFolder(files, async (folder) => {
      const found = (await findRecordings(folder)).map((file) => relative(folder, file));
      expect(found).toEqual(['B.YML', 'a/y.yaml.gz', 'a/z.har', 'a.json', 'b.json', 'c.ndjson', 'd.jsonl']);
    });
  });

  it('takes a file that is named, whatever it is called', async () => {
    await inFolder({ '.hidden': '' }, async (folder) => {
      expect(await findRecordings(`${folder}/.hidden`)).toEqual([`${folder}/.hidden`]);
    });
  });

  it('reads a folder once, however many links lead there or round', async () => {
    await inFolder({ 'a/x.json': '' }, async (folder) => {
      await symlink(folder, join(folder, 'a/up'));
      await symlink(join(folder, 'a'), join(folder, 'b'));
      await symlink(join(folder, 'a/x.json'), join(folder, 'y.json'));
      const found = (await findRecordings(folder)).map((file) => relative(folder, file));
      expect(found).toEqual(['a/x.json', 'y.json']);
    });
  });

  it('refuses a folder without a recording, and says what it looked for', async () => {
    await inFolder({ 'README.md': '', 'deep/LICENSE': '' }, async (folder) => {
      await expect(findRecordings(folder)).rejects.toThrow(`${folder}: holds no recording (*.json, *.har`);
    });
  });

  it('refuses a link that leads nowhere, where it is named as a recording', async () => {
    await inFolder({ 'a.json': '' }, async (folder) => {
      await symlink('nowhere', join(folder, 'lock'));
      await expect(findRecordings(folder)).resolves.toHaveLength(1);
      await symlink('nowhere', join(folder, 'z.json'));
      await expect(findRecordings(folder)).rejects.toThrow('z.json: is a symbolic link that leads nowhere');
    });
  });

  it('refuses a link to itself', async () => {
    await inFolder({}, async (folder) => {
      await symlink('x.json', join(folder, 'x.json'));
      await expect(findRecordings(folder)).rejects.toThrow('x.json: is a symbolic link to itself');
    });
  });

  it('goes into a folder that is named as a file is', async () => {
    await inFolder({ 'x.json/y.json': '' }, async (folder) => {
      await mkdir(join(folder, 'z.json'));
      expect((await findRecordings(folder)).map((file) => relative(folder, file))).toEqual(['x.json/y.json']);
    });
  });

  it.each([
    ['no such path', '/no/such/path', '/no/such/path: does not exist'],
    ['a path with a NUL', 'a\0b', 'a\\u{0}b: is not a path'],
  ])('refuses %s', async (_, path, message) => {
    await expect(findRecordings(path)).rejects.toThrow(message);
  });
});
