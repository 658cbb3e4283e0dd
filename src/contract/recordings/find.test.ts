import { execFileSync } from 'node:child_process';
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
      const found = (await findRecordings(folder)).files.map((file) => relative(folder, file));
      expect(found).toEqual(['B.YML', 'a/y.yaml.gz', 'a/z.har', 'a.json', 'b.json', 'c.ndjson', 'd.jsonl']);
    });
  });

  it('takes a file that is named, whatever it is called', async () => {
    await inFolder({ '.hidden': '' }, async (folder) => {
      expect(await findRecordings(`${folder}/.hidden`)).toMatchObject({
        files: [`${folder}/.hidden`],
        by: 'name',
      });
    });
  });

  it('reads a folder once, however many links lead there or round', async () => {
    await inFolder({ 'a/x.json': '' }, async (folder) => {
      await symlink(folder, join(folder, 'a/up'));
      await symlink(join(folder, 'a'), join(folder, 'b'));
      await symlink(join(folder, 'a/x.json'), join(folder, 'y.json'));
      const found = (await findRecordings(folder)).files.map((file) => relative(folder, file));
      expect(found).toEqual(['a/x.json', 'y.json']);
    });
  });

  it('tells of files that somebody may have meant for recordings', async () => {
    const names = ['a.har.bak', 'b.cassette', 'c.txt', 'd.json.br', 'e.yml.zst', '.f.json'];
    const others = ['README.md', 'LICENSE', '.git/x.json', 'x.ts', 'x.har'];
    await inFolder(Object.fromEntries([...names, ...others].map((name) => [name, ''])), async (folder) => {
      const { files, otherwiseNamed } = await findRecordings(folder);
      expect(files.map((file) => relative(folder, file))).toEqual(['x.har']);
      expect(otherwiseNamed.map((file) => relative(folder, file)).sort()).toEqual(names.sort());
    });
  });

  it('finds what a pattern matches, and refuses an alternative that matches nothing', async () => {
    await inFolder({ 'a.json': '', 'b.json': '', 'b1.har': '', 'c/d.json': '' }, async (folder) => {
      const found = async (pattern: string): Promise<readonly unknown[]> => {
        const refused: string[] = [];
        const { files, by } = await findRecordings(join(folder, pattern), ({ message }) =>
          refused.push(message),
        );
        expect(by).toBe('pattern');
        return [...files, ...refused].map((text) => text.replace(`${folder}/`, ''));
      };
      expect(await found('{b,a}.json')).toEqual(['a.json', 'b.json']);
      expect(await found('{a,missing}.json')).toEqual(['a.json', 'missing.json: matches no file']);
      expect(await found('{a,b{,1}}.{json,har}')).toEqual([
        'a.json',
        'b.json',
        'b1.har',
        'a.har: matches no file',
        'b.har: matches no file',
        'b1.json: matches no file',
      ]);
      expect(await found('b{1..3}.har')).toEqual(['b1.har']);
      expect(await found('**/*.json')).toEqual(['a.json', 'b.json', 'c/d.json']);
      expect(await found('x*')).toEqual(['x*: matches no file']);
    });
  });

  it('refuses what is no regular file, and goes on', async () => {
    await inFolder({ 'a.json': '' }, async (folder) => {
      execFileSync('mkfifo', [join(folder, 'b.json')]);
      const refused: string[] = [];
      const { files } = await findRecordings(folder, ({ message }) => refused.push(message));
      expect(files).toEqual([join(folder, 'a.json')]);
      expect(refused).toEqual([`${folder}/b.json: is not a regular file`]);
      expect(await findRecordings(join(folder, '*.json'))).toMatchObject({ files });
    });
  });

  it('refuses a link that leads nowhere, where it is named as a recording', async () => {
    await inFolder({ 'a.json': '' }, async (folder) => {
      await symlink('nowhere', join(folder, 'lock'));
      await expect(findRecordings(folder)).resolves.toMatchObject({ files: [expect.any(String)] });
      await symlink('nowhere', join(folder, 'z.json'));
      await expect(findRecordings(folder)).rejects.toMatchObject({
        message: expect.stringContaining('z.json: is a symbolic link that leads nowhere'),
        cause: { code: 'ENOENT' },
      });
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
      expect((await findRecordings(folder)).files.map((file) => relative(folder, file))).toEqual([
        'x.json/y.json',
      ]);
    });
  });

  it.each([
    ['no such path', '/no/such/path', '/no/such/path: does not exist'],
    ['a path with a NUL', 'a\0b', 'a\\u{0}b: is not a path'],
  ])('refuses %s', async (_, path, message) => {
    await expect(findRecordings(path)).rejects.toThrow(message);
  });
});
