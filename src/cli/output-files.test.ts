import { link, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { inFolder } from '../contract/recordings/source.test-support.ts';
import { refuseToReplace } from './output-files.ts';

/** Two names, from the folder: of a file that is there (`a`), or of one that is yet to be written (`new`). */
const SAME: readonly (readonly [string, string, string])[] = [
  ['the same name', 'a', 'a'],
  ['another spelling', 'a', 'sub/../a'],
  ['a symbolic link', 'a', 'link-to-a'],
  ['a link to a link', 'a', 'link-to-link'],
  ['a hard link', 'a', 'hard'],
  ['a folder that is a link', 'sub/b', 'link-to-sub/b'],
  ['another spelling of what is not there', 'new', 'sub/../new'],
  ['what is not there, in a folder that is a link', 'sub/new', 'link-to-sub/new'],
  ['folders that are not there', 'new/deep/x', 'new/other/../deep/x'],
  ['folders that are not there, behind a link', 'sub/deep/x', 'link-to-sub/deep/x'],
  ['a link that leads to what is not there', 'sub/later', 'dangling'],
  ['a folder that is a link to what is not there', 'sub/later/x', 'dangling/x'],
];

const OTHER: readonly (readonly [string, string, string])[] = [
  ['files of equal content', 'a', 'sub/a'],
  ['one name in two folders that are not there', 'new/x', 'other/x'],
  ['a device', '/dev/null', '/dev/null'],
];

async function inTree(test: (folder: string) => Promise<void>): Promise<void> {
  await inFolder({ a: 'a' }, async (folder) => {
    const at = (name: string): string => join(folder, name);
    await mkdir(at('sub'));
    await writeFile(at('sub/a'), 'a');
    await writeFile(at('sub/b'), 'b');
    await link(at('a'), at('hard'));
    await symlink('a', at('link-to-a'));
    await symlink(at('link-to-a'), at('link-to-link'));
    await symlink('sub', at('link-to-sub'));
    await symlink('link-to-sub/later', at('dangling'));
    await test(folder);
  });
}

const paths = (folder: string, names: readonly string[]): string[] =>
  names.map((name) => (name.startsWith('/') ? name : `${folder}/${name}`));

describe('what is written', () => {
  describe.each([
    ['as it is', (path: string) => path],
    ['from where the command runs', (path: string) => `./${relative('', path)}`],
  ])('named %s', (_, spelled) => {
    it.each(SAME)('is refused where it is what is read, by %s', async (_, one, other) => {
      await inTree(async (folder) => {
        const [read = '', written = ''] = paths(folder, [one, other]);
        const before = await readdir(folder, { recursive: true });
        for (const [from, to] of [
          [read, spelled(written)],
          [written, spelled(read)],
        ] as const)
          await expect(
            refuseToReplace([{ file: to, what: 'a report' }], [{ file: from, what: 'the recording' }]),
          ).rejects.toThrow(`can't write ${to}: it is the recording`);
        expect(await readdir(folder, { recursive: true })).toEqual(before);
      });
    });
  });

  it.each(SAME)('is refused where something else goes there, by %s', async (_, one, other) => {
    await inTree(async (folder) => {
      const written = paths(folder, [one, other]).map((file) => ({
        file,
        what: 'where the json report goes',
      }));
      await expect(refuseToReplace(written)).rejects.toThrow('it is where the json report goes');
    });
  });

  it.each(OTHER)('may be %s', async (_, one, other) => {
    await inTree(async (folder) => {
      const [first = '', second = ''] = paths(folder, [one, other]);
      const what = 'x';
      await refuseToReplace([{ file: first, what }], [{ file: second, what }]);
      await refuseToReplace([
        { file: first, what },
        { file: second, what },
      ]);
    });
  });
});
