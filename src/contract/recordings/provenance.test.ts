import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { isProvenanceIndex, readProvenance } from './provenance.ts';
import { inFolder } from './source.test-support.ts';

const INDEX = `# What these show
recordings:
  - file: a.json
    source: live
    date: 2026-01-02
    shows: A cancel that answers pending.
  - {file: deep/b.har, source: simulator, date: '2026-02-28', shows: x}
`;

const entry = { file: 'a.json', source: 'live', date: '2026-01-02', shows: 'A cancel that answers pending.' };

describe('readProvenance', () => {
  it('says of each recording of a folder where it comes from', async () => {
    await inFolder({ 'index.yaml': INDEX, 'a.json': '' }, async (folder) => {
      const provenance = await readProvenance(folder);
      expect(provenance.get(resolve(folder, 'a.json'))).toEqual(entry);
      expect(provenance.get(resolve(folder, 'deep/b.har'))).toMatchObject({
        source: 'simulator',
        date: '2026-02-28',
      });
      expect(provenance.size).toBe(2);
    });
  });

  it('reads the index beside a recording, an index itself, and those of the folders below', async () => {
    await inFolder({ 'deep/index.yml': INDEX, 'deep/a.json': '' }, async (folder) => {
      const file = resolve(folder, 'deep/a.json');
      for (const path of [folder, file, join(folder, 'deep/index.yml')]) {
        expect((await readProvenance(path)).get(file)).toEqual(entry);
      }
    });
  });

  it('is empty without an index', async () => {
    await inFolder({ 'a.json': '', 'deep/index.yaml': 'http_interactions:\n' }, async (folder) => {
      expect((await readProvenance(folder)).size).toBe(0);
      expect((await readProvenance(join(folder, 'a.json'))).size).toBe(0);
    });
  });

  it.each([
    [
      'a source of its own',
      { source: 'guessed' },
      'recordings[0].source is none of live, simulator, transcribed',
    ],
    ['no date', { date: undefined }, 'recordings[0].date is not a text'],
    ['a day that never was', { date: '2026-02-30' }, 'recordings[0].date is not a day as YYYY-MM-DD'],
    ['a date with a time', { date: '2026-02-03T00:00:00Z' }, 'recordings[0].date is not a day as YYYY-MM-DD'],
    ['no words', { shows: '' }, 'recordings[0].shows is not a text'],
  ])('refuses %s', async (_, part, reason) => {
    await inFolder(
      { 'index.yaml': `recordings:\n  - ${JSON.stringify({ ...entry, ...part })}` },
      async (folder) => {
        await expect(readProvenance(folder)).rejects.toThrow(`${folder}/index.yaml: ${reason}`);
      },
    );
  });

  it.each([
    ['no list', 'recordings: yes', 'recordings is not a list'],
    [
      'a list that stands twice',
      'recordings: []\nrecordings: []\n',
      'broken YAML at 2:1: duplicate key recordings',
    ],
    [
      'a member that stands twice',
      'recordings:\n  - {source: live, source: simulator}\n',
      'broken YAML at 2:20: duplicate key source',
    ],
    ['broken YAML', 'recordings:\n  - "a', 'broken YAML at 2:7: missing char'],
  ])('refuses %s', async (_, text, reason) => {
    await inFolder({ 'index.yaml': text }, async (folder) => {
      await expect(readProvenance(folder)).rejects.toThrow(`${folder}/index.yaml: ${reason}`);
    });
  });

  it('refuses a path that is not there', async () => {
    await expect(readProvenance('/no/such/folder')).rejects.toThrow('/no/such/folder: does not exist');
  });
});

describe('isProvenanceIndex', () => {
  it.each([
    ['a/index.yaml', INDEX, true],
    ['index.yml', INDEX, true],
    ['other.yaml', INDEX, false],
    ['index.yaml', 'http_interactions:\n  recordings: 1\n', false],
  ])('%s', (file, head, want) => {
    expect(isProvenanceIndex(file, head)).toBe(want);
  });
});
