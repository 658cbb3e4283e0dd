import { symlink } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { bundledContract } from '../../contract/bundled-contract.ts';
import { verifyRecordings } from '../../contract/index.ts';
import { readRecordings } from '../../contract/recordings/index.ts';
import { inFolder } from '../../contract/recordings/source.test-support.ts';
import { nockCancel } from '../nock-cancel.test-support.ts';
import { run } from '../terminal.test-support.ts';

const RECORDING = JSON.stringify([nockCancel()]);

describe('what is not there', () => {
  it('is told of a link that leads nowhere, in a folder and by name', async () => {
    await inFolder({ 'a.json': RECORDING }, async (folder) => {
      await symlink('gone.json', `${folder}/b.json`);
      for (const path of [folder, `${folder}/b.json`]) {
        const { code, out, err } = await run(['verify', path]);
        expect(code).toBe(2);
        expect(out).toContain(`Not read ${folder}/b.json: is a symbolic link that leads nowhere\n`);
        expect(err).toBe(`exa-enrichments: ${folder}/b.json: is a symbolic link that leads nowhere\n`);
      }
    });
  });

  it('is told of a recording that an index names', async () => {
    const entry = (file: string): string => `- {file: ${file}, source: live, date: 2026-01-02, shows: x}\n`;
    const index = `recordings:\n${entry('a.json')}${entry('gone.json')}`;
    await inFolder({ 'a.json': RECORDING, 'index.yaml': index }, async (folder) => {
      const { code, err } = await run(['verify', folder]);
      expect(code).toBe(2);
      expect(err).toMatch(
        /^exa-enrichments: \S+gone\.json: is named by the index of its folder, and is not there\n$/,
      );
    });
  });

  it.each(['/some/file', undefined, [1]])('is not guessed from %j', async (paths) => {
    const wrong = paths as unknown as string[];
    const message =
      'Failed to read recordings: the paths are not a list of texts. Give [path], and not path.';
    await expect(readRecordings(wrong).next()).rejects.toThrow(new TypeError(message));
    await expect(verifyRecordings(bundledContract, wrong)).rejects.toThrow(new TypeError(message));
  });
});
