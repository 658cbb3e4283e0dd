import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { recordingFiles } from '../recordings/index.ts';
import { inFolder } from '../recordings/source.test-support.ts';
import { recordingsDigest } from './plan-digest.ts';

/** The digest of the recordings that arguments stand for, in a folder that holds these files. */
async function digestOf(files: readonly string[], ...args: readonly string[]): Promise<string> {
  let digest = '';
  await inFolder({}, async (folder) => {
    for (const name of files) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), name.slice(name.lastIndexOf('/')));
    }
    const paths = args.map((arg) => join(folder, arg));
    const found: string[] = [];
    for await (const file of recordingFiles(paths)) found.push(file);
    digest = await recordingsDigest(paths, found);
  });
  return digest;
}

describe('the digest of recordings', () => {
  it.each<[string, [string[], ...string[]], [string[], ...string[]]]>([
    ['a folder of another name', [['a/x/1.json', 'a/2.json'], 'a'], [['b/x/1.json', 'b/2.json'], 'b']],
    ['a folder of another depth', [['a/x/1.json'], 'a'], [['c/b/a/x/1.json'], 'c/b/a']],
    ['a slash at the end', [['a/1.json'], 'a'], [['a/1.json'], 'a/']],
    [
      'files named one by one',
      [['a/1.json', 'a/2.json'], 'a/1.json', 'a/2.json'],
      [['x/1.json', 'y/2.json'], 'x/1.json', 'y/2.json'],
    ],
    ['a pattern in another folder', [['a/x/1.json'], 'a/**/*.json'], [['b/c/x/1.json'], 'b/c/**/*.json']],
    ['a pattern and the folder', [['a/x/1.json'], 'a/**/*.json'], [['a/x/1.json'], 'a']],
  ])('is one for %s', async (_, one, other) => {
    expect(await digestOf(...other)).toBe(await digestOf(...one));
  });

  it.each<[string, [string[], ...string[]], [string[], ...string[]]]>([
    ['a file moved below', [['a/1.json'], 'a'], [['a/x/1.json'], 'a']],
    ['a folder renamed', [['a/x/1.json'], 'a'], [['a/y/1.json'], 'a']],
    ['a folder renamed, in a pattern', [['a/x/1.json'], 'a/**/*.json'], [['a/y/1.json'], 'a/**/*.json']],
    [
      'another order',
      [['a/1.json', 'a/2.json'], 'a/1.json', 'a/2.json'],
      [['a/1.json', 'a/2.json'], 'a/2.json', 'a/1.json'],
    ],
    ['a file given twice', [['a/1.json'], 'a/1.json'], [['a/1.json'], 'a/1.json', 'a/1.json']],
  ])('is another for %s', async (_, one, other) => {
    expect(await digestOf(...other)).not.toBe(await digestOf(...one));
  });
});
