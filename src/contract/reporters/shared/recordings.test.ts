import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { anExchange } from '../../exchange.test-support.ts';
import { addTallies, collectRecordings, findProvenance, recordingSummaries } from './recordings.ts';

const NOW = Date.parse('2026-11-23T22:00:00Z');

describe('the recordings of a run', () => {
  it('are counted by file, and as old as their oldest exchange', () => {
    const list = collectRecordings();
    list.add({ ...anExchange({ file: 'a.har' }), recordedAt: Date.parse('2026-11-20T23:59:00Z') });
    list.add({ ...anExchange({ file: 'a.har' }), recordedAt: Date.parse('2026-01-02T00:00:00Z') });
    list.add(anExchange({ file: 'b.json' }));
    expect(recordingSummaries(list.tallies, () => undefined, NOW)).toEqual([
      { file: 'a.har', exchanges: 2, recordedAt: '2026-01-02', ageDays: 325 },
      { file: 'b.json', exchanges: 1 },
    ]);
  });

  it('are the same when they were counted in two parts', () => {
    const [one, other] = [collectRecordings(), collectRecordings()];
    one.add({ ...anExchange({ file: 'a.har' }), recordedAt: NOW });
    other.add({ ...anExchange({ file: 'a.har' }), recordedAt: NOW - 1 });
    other.add(anExchange({ file: 'b.json' }));
    const both = new Map();
    addTallies(both, one.tallies);
    addTallies(both, other.tallies);
    expect([...both]).toEqual([
      ['a.har', { exchanges: 2, oldest: NOW - 1, simulated: false }],
      ['b.json', { exchanges: 1, oldest: undefined, simulated: false }],
    ]);
    expect(one.tallies.get('a.har')?.exchanges).toBe(1);
  });

  it('have the provenance of their index, whose date yields to the one in the recording', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'recordings-'));
    const entry = 'source: simulator\n    date: 2026-11-22\n    shows: a cancel';
    const index = `recordings:\n  - file: a.json\n    ${entry}\n  - file: b.json\n    ${entry}\n`;
    await writeFile(join(folder, 'index.yaml'), index);
    for (const name of ['a.json', 'b.json']) await writeFile(join(folder, name), '[]');
    const list = collectRecordings();
    list.add(anExchange({ file: join(folder, 'a.json') }));
    list.add({ ...anExchange({ file: join(folder, 'b.json') }), recordedAt: NOW });
    list.add(anExchange({ file: join(folder, 'c.json') }));
    for (const paths of [[folder], [join(folder, 'a.json'), '-']]) {
      const provenanceOf = await findProvenance(paths, [...list.tallies.keys()]);
      expect(recordingSummaries(list.tallies, provenanceOf, NOW)).toMatchObject([
        { source: 'simulator', recordedAt: '2026-11-22', ageDays: 1, shows: 'a cancel' },
        { source: 'simulator', recordedAt: '2026-11-23', ageDays: 0 },
        { exchanges: 1 },
      ]);
    }
  });

  it('are the simulator’s where it answered, in whichever part, and no index says otherwise', () => {
    const simulated = { file: 'a.json', headers: { server: 'exa-enrichments-simulator' } };
    const [one, other] = [collectRecordings(), collectRecordings()];
    one.add(anExchange({ file: 'a.json' }));
    other.add(anExchange(simulated));
    other.add(anExchange({ file: 'b.json' }));
    const both = new Map();
    addTallies(both, one.tallies);
    addTallies(both, other.tallies);
    expect(recordingSummaries(both, () => undefined, NOW)).toEqual([
      { file: 'a.json', exchanges: 2, source: 'simulator' },
      { file: 'b.json', exchanges: 1 },
    ]);
    expect(recordingSummaries(both, () => ({ source: 'transcribed' }), NOW)).toMatchObject([
      { source: 'transcribed' },
      { source: 'transcribed' },
    ]);
  });

  it('are the simulator’s where a HAR names it as its creator, zipped or not', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'recordings-'));
    const har = (name: string) => JSON.stringify({ log: { version: '1.2', creator: { name }, entries: [] } });
    const files = ['a.har', 'b.har.gz', 'c.har', 'gone.har'].map((name) => join(folder, name));
    await writeFile(files[0] ?? '', har('exa-enrichments simulator'));
    await writeFile(files[1] ?? '', gzipSync(har('exa-enrichments simulator') + ' '.repeat(100_000)));
    await writeFile(files[2] ?? '', har('a browser'));
    const provenanceOf = await findProvenance([folder], files);
    expect(files.map((file) => provenanceOf(file)?.source)).toEqual([
      'simulator',
      'simulator',
      undefined,
      undefined,
    ]);
  });

  it.each([
    [Number.NaN, undefined],
    [8.64e15 + 1, undefined],
    [NOW + 10 * 86_400_000, 0],
  ])('may claim any time: %d is %j days ago', (recordedAt, ageDays) => {
    const list = collectRecordings();
    list.add({ ...anExchange(), recordedAt });
    expect(recordingSummaries(list.tallies, () => undefined, NOW)[0]?.ageDays).toBe(ageDays);
  });
});
