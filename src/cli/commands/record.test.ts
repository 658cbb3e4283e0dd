import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { run } from '../terminal.test-support.ts';
import { definitions, file, folder, index, simulated } from './record.test-support.ts';

describe('record --simulator', () => {
  it('keeps a cancel and the reads that follow as nock definitions, and writes down where they come from', async () => {
    const { code, out, err } = await simulated();
    expect({ code, out, err }).toEqual({
      code: 0,
      out: '',
      err: `Wrote 4 exchanges to ${file} (simulator).\n`,
    });
    const said = (await definitions()).map(({ method, response }) => [method, response.status]);
    expect(said).toEqual([
      ['POST', 'pending'],
      ['GET', 'pending'],
      ['GET', 'pending'],
      ['GET', 'canceled'],
    ]);
    expect(await index()).toEqual([
      {
        file: 'cancel.json',
        source: 'simulator',
        date: new Date().toISOString().slice(0, 10),
        shows: 'A cancel answered 200 pending; 3 reads, the last 200 canceled.',
      },
    ]);
    expect(await run(['verify', file])).toMatchObject({ code: 0 });
  });

  it('uses the ids that it is given', async () => {
    await run(['record', 'w/ü', 'e1', '--simulator', '--output', file]);
    expect((await definitions())[0]?.path).toBe('/websets/v0/websets/w%2F%C3%BC/enrichments/e1/cancel');
  });

  it('writes HAR for a file of that name', async () => {
    const har = join(folder, 'cancel.har');
    await run(['record', '--simulator', '--output', har]);
    const { log } = JSON.parse(await readFile(har, 'utf8'));
    expect(log.comment).toBe('source: simulator. It proves the tool chain, never the API.');
    expect(log.entries).toHaveLength(4);
    expect(await run(['verify', har])).toMatchObject({ code: 0 });
  });

  it('keeps a refusal too, for that is what the API said', async () => {
    const { code, err } = await simulated('--scenario', 'not-found', '--shows', 'It is not there.');
    expect(code).toBe(0);
    expect(err).toContain('The client said: Failed to cancel the enrichment: the server answered 404');
    expect(await index()).toMatchObject([{ shows: 'It is not there.' }]);
  });

  it('stops at the budget, and does not pass off what it has as a recording', async () => {
    const { code, err } = await simulated('--scenario', 'never-confirms', '--max-calls', '3');
    expect(code).toBe(1);
    expect(err).toContain('The calls are spent');
    expect(await readdir(folder)).toEqual(['cancel.json.partial']);
    expect(JSON.parse(await readFile(`${file}.partial`, 'utf8'))).toHaveLength(3);
  });

  it('keeps what people wrote about a recording when it makes it anew', async () => {
    await simulated('--shows', 'What I saw.');
    await simulated('--scenario', 'instant');
    expect(await index()).toMatchObject([{ shows: 'What I saw.' }]);
    expect(await definitions()).toHaveLength(1);
  });

  it.each(['live', 'transcribed'])('does not replace what is %s', async (source) => {
    await simulated();
    const before = await readFile(file, 'utf8');
    const entry = { file: 'cancel.json', source, date: '2026-01-01', shows: 'x' };
    await writeFile(join(folder, 'index.yaml'), `recordings:\n  - ${JSON.stringify(entry)}\n`);
    const { code, err } = await simulated('--scenario', 'instant');
    expect({ code, after: await readFile(file, 'utf8') }).toEqual({ code: 2, after: before });
    expect(err).toContain(
      `cancel.json is there, and is ${source}: a recording of the simulator does not replace it`,
    );
  });

  it('does not replace what no index names, and no simulator said', async () => {
    await simulated();
    const live = (await readFile(file, 'utf8')).replaceAll('exa-enrichments-simulator', 'cloudflare');
    await writeFile(file, live);
    await rm(join(folder, 'index.yaml'));
    const { code, err } = await simulated();
    expect({ code, after: await readFile(file, 'utf8') }).toEqual({ code: 2, after: live });
    expect(err).toContain('cancel.json is there, and is live');
  });

  it.each([
    ['a file that is no recording', 'cancel.json', '{"name":"my-package"}', 'is there, and is no recording'],
    ['a file that is broken', 'cancel.json', 'oops', 'is there, and is no recording: broken JSON at 1:1'],
    ['an index that is none', 'index.yaml', 'a: 1\n', 'is no index of recordings'],
    [
      'an index with a list that stands twice',
      'index.yaml',
      'recordings: []\nrecordings: []\n',
      'index.yaml: broken YAML at 2:1: duplicate key recordings',
    ],
  ])('leaves %s alone', async (_, name, text, message) => {
    await writeFile(join(folder, name), text);
    const { code, err } = await simulated();
    expect({ code, text: await readFile(join(folder, name), 'utf8') }).toEqual({ code: 2, text });
    expect(err).toContain(message);
  });

  describe('--check', () => {
    it('is content with the same, and writes nothing', async () => {
      await simulated();
      const before = await readFile(file, 'utf8');
      const { code, out, err } = await run(['record', 'w', 'e', '--simulator', '--output', file, '--check']);
      expect({ code, out, after: await readFile(file, 'utf8') }).toEqual({ code: 0, out: '', after: before });
      expect(err).toBe(`As stored in ${file}; ids, dates and free texts were not compared.\n`);
    });

    it('shows what differs, exits 1, and writes nothing', async () => {
      await simulated();
      const before = await readFile(file, 'utf8');
      const files = await readdir(folder);
      const { code, out } = await simulated('--scenario', 'completes-first', '--check');
      expect(code).toBe(1);
      expect(out).toContain('-    "status": "pending",\n+    "status": "completed",\n');
      expect(await readFile(file, 'utf8')).toBe(before);
      expect(await readdir(folder)).toEqual(files);
    });

    it('has nothing to check where nothing is stored', async () => {
      expect(await simulated('--check')).toMatchObject({
        code: 2,
        err: expect.stringContaining("does not exist, and so can't be checked"),
      });
    });
  });
});

describe('record', () => {
  it.each([
    ['no output', ['record', 'w', 'e'], 'record needs --output FILE'],
    ['one id', ['record', 'w', '--output', 'f'], 'record needs two ids'],
    ['no ids, live', ['record', '--output', 'f'], 'record needs two ids'],
    ['one id for the simulator', ['record', 'w', '--simulator', '--output', 'f'], 'record needs two ids'],
    [
      'a scenario, live',
      ['record', 'w', 'e', '--output', 'f', '--scenario', 'instant'],
      '--scenario goes with --simulator',
    ],
    [
      'an unknown scenario',
      ['record', '--simulator', '--output', 'f', '--scenario', 'x'],
      'unknown --scenario "x"',
    ],
    [
      'an unknown format',
      ['record', '--simulator', '--output', 'f', '--format', 'vcr'],
      '--format must be one of nock, har',
    ],
    [
      'no calls',
      ['record', '--simulator', '--output', 'f', '--max-calls', '0'],
      '--max-calls must be a whole number',
    ],
  ])('refuses %s, with exit 2', async (_, args, message) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`exa-enrichments: ${message}`);
  });
});
