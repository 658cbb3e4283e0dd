import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { configSchema, withConfig } from './config.ts';
import { VERIFY_OPTIONS } from './verify-options.ts';

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
    expect(await read('a.har')).toEqual({ args: ['a.har'], file: undefined, passedOver: [] });
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
    expect(await read()).toEqual({ args, file: name, passedOver: [] });
    expect(await read('--no-config')).toMatchObject({ args: ['--no-config'], file: undefined });
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
    ['{"server": [{}]}', 'exa-enrichments.config.json: server has to be a text, or a list of them'],
    [
      '{"maxAge": [{}]}',
      'exa-enrichments.config.json: maxAge has to be a text or a number, or a list of them',
    ],
    ['{"output": ["a"]}', 'exa-enrichments.config.json: output has to be a text'],
    ['{"waivers": 3}', 'exa-enrichments.config.json: waivers has to be a text'],
    ['{"minCoverage": []}', 'exa-enrichments.config.json: minCoverage has to be a text or a number'],
    ['[]', 'exa-enrichments.config.json: has to hold a plain object of options'],
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

  it.each([
    ['new Map([["strict", true]])', 'has to export by default a plain object of options'],
    ['new (class { strict = true })()', 'has to export by default a plain object of options'],
    ['Promise.resolve({})', 'has to export by default a plain object of options'],
    ['{ get strict() { throw new Error("not now\\nnor then") } }', "can't be used: not now"],
  ])('is refused as a module with %s, in one line', async (code, message) => {
    await write('exa-enrichments.config.mjs', `export default ${code}`);
    const error = await read().catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      name: 'UsageError',
      message: `exa-enrichments.config.mjs: ${message}`,
    });
  });

  it('may begin with a byte order mark', async () => {
    await write(JSON_FILE, '\uFEFF{"strict": true}');
    expect((await read()).args).toEqual(['--strict']);
  });

  it('leaves out of a shard what needs all of the work, and says so', async () => {
    const gates = { minCoverage: 80, maxAge: [30], updateWaivers: true };
    await write(JSON_FILE, JSON.stringify({ ...gates, strict: true }));
    const shard = await read('--shard', '1/2', '--min-coverage', '5');
    expect(shard.args).toEqual(['--strict', '--shard', '1/2', '--min-coverage', '5']);
    expect(shard.passedOver).toEqual(['minCoverage', 'maxAge', 'updateWaivers']);
    await write(JSON_FILE, JSON.stringify({ ...gates, updateWaivers: false, shard: '1/2' }));
    expect(await read()).toMatchObject({ args: ['--shard=1/2'], passedOver: ['minCoverage', 'maxAge'] });
  });

  it('may be what its schema allows, and nothing else', async () => {
    const isValid = new Ajv2020({ strict: false }).compile(configSchema(VERIFY_OPTIONS));
    const members = Object.keys((configSchema(VERIFY_OPTIONS) as { properties: object }).properties);
    for (const member of members.filter((one) => one !== '$schema')) {
      for (const value of ['error', 3, true, {}, null, ['a'], [3], [true], [['a']]]) {
        await write(JSON_FILE, JSON.stringify({ [member]: value }));
        const isTaken = await read().then(
          () => true,
          () => false,
        );
        expect({ member, value, isTaken }).toEqual({ member, value, isTaken: isValid({ [member]: value }) });
      }
    }
  });

  it('is known to editors by the table that the help is made from', async () => {
    const [file, schema] = ['docs/config.schema.json', configSchema(VERIFY_OPTIONS)];
    // `npm run docs:config`
    if (process.env['UPDATE_DOCS'] === '1') await writeFile(file, JSON.stringify(schema));
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(schema);
  });
});
