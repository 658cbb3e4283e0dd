import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { configSchema, withConfig } from './config.ts';
import { VERIFY_OPTIONS } from './options.ts';
import { FORMATS } from './targets.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'config-'));
  await mkdir(join(folder, 'ci'));
});
afterEach(() => rm(folder, { recursive: true }));

const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);
const read = (...args: string[]) => withConfig(args, VERIFY_OPTIONS, folder);

const JSON_FILE = 'exa-enrichments.config.json';

describe('a file of options', () => {
  it('is no option where there is none', async () => {
    expect(await read('a.har')).toEqual({ args: ['a.har'], file: undefined });
  });

  it.each([
    [JSON_FILE, '{"$schema": "x", "paths": ["rec"], "strict": true, "failOn": "warning", "minCoverage": 80}'],
    [
      'exa-enrichments.config.mjs',
      'export default {paths: ["rec"], strict: true, failOn: "warning", minCoverage: 40 * 2}',
    ],
  ])('is found as %s', async (name, text) => {
    await write(name, text);
    const args = ['--strict', '--fail-on=warning', '--min-coverage=80', '--', 'rec'];
    expect(await read()).toEqual({ args, file: name });
    expect(await read('--no-config')).toEqual({ args: ['--no-config'], file: undefined });
  });

  it('gives way to what is typed, a list as a whole', async () => {
    await write(JSON_FILE, '{"paths": ["rec"], "ignoreHost": ["a", "b"], "failOn": "warning"}');
    expect((await read('x.har', '--ignore-host', 'c')).args).toEqual([
      '--fail-on=warning',
      'x.har',
      '--ignore-host',
      'c',
    ]);
  });

  it('takes paths from its own folder', async () => {
    const text = { paths: ['rec', '-', '/r'], api: ['a.yaml'], format: ['pretty', 'json=r.json'] };
    await write(
      'ci/verify.json',
      JSON.stringify({ ...text, server: ['a.yaml=https://a.test', 'https://b.test'] }),
    );
    const at = (path: string): string => join(folder, 'ci', path);
    expect((await read('--config', 'ci/verify.json')).args).toEqual([
      `--api=${at('a.yaml')}`,
      '--format=pretty',
      `--format=json=${at('r.json')}`,
      `--server=${at('a.yaml')}=https://a.test`,
      '--server=https://b.test',
      '--config',
      'ci/verify.json',
      '--',
      at('rec'),
      '-',
      '/r',
    ]);
  });

  it.each([
    ['{"minCoverge": 3}', 'exa-enrichments.config.json: unknown member "minCoverge"'],
    ['{"config": "x"}', 'exa-enrichments.config.json: unknown member "config"'],
    ['{"strict": "yes"}', 'exa-enrichments.config.json: strict has to be true or false'],
    ['{"server": [1, {}]}', 'exa-enrichments.config.json: server has to be a list of texts'],
    ['{"output": ["a"]}', 'exa-enrichments.config.json: output has to be a text or a number'],
    ['[]', 'exa-enrichments.config.json: has to hold an object of options'],
  ])('is refused as %s', async (text, message) => {
    await write(JSON_FILE, text);
    await expect(read()).rejects.toThrow(message);
  });

  it('is refused where it is no JSON, is not there, or is there twice', async () => {
    await write(JSON_FILE, '{');
    await expect(read()).rejects.toThrow(/config\.json: can't be used: .*JSON/);
    await expect(read('--config', 'none.json')).rejects.toThrow('none.json: does not exist');
    await write('exa-enrichments.config.mjs', 'export default {}');
    await expect(read()).rejects.toThrow('are both there: name one by --config');
    await expect(read('--config', 'a', '--no-config')).rejects.toThrow('exclude each other');
  });

  it('is known to editors by the table that the help is made from', async () => {
    const schema = configSchema(VERIFY_OPTIONS);
    expect(JSON.parse(await readFile('docs/config.schema.json', 'utf8'))).toEqual(schema);
    expect(VERIFY_OPTIONS['format']?.words).toEqual(FORMATS);
  });
});
