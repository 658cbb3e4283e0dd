import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ConnectionValues, connectionOf } from './connection.ts';
import { fakeTerminal } from './terminal.test-support.ts';
import type { Terminal } from './terminal.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exa-connection-'));
  await writeFile(join(folder, 'key'), 'key-of-the-file\n', { mode: 0o600 });
  await writeFile(join(folder, 'padded'), 'a2V5LW9mLXRoZS1maWxl==\n', { mode: 0o600 });
  await writeFile(join(folder, 'env'), '# Exa\nEXA_API_KEY=s3cret-of-the-file\n');
  await writeFile(join(folder, 'shell'), 'export EXA_API_KEY="s3cret-of-the-file"\n');
  await writeFile(join(folder, 'blank'), ' \n');
  await writeFile(join(folder, 'letter'), 'Dear Sir,\nthe key is s3cret.\n');
});
afterAll(() => rm(folder, { recursive: true }));

function inFolder({ 'api-key-file': file }: ConnectionValues): ConnectionValues {
  return file === undefined ? {} : { 'api-key-file': join(folder, file) };
}

describe('the connection', () => {
  it.each<[string, ConnectionValues, Terminal['env'], string]>([
    ['the environment', {}, { EXA_API_KEY: ' key-of-the-environment ' }, 'key-of-the-environment'],
    ['a file with padding', { 'api-key-file': 'padded' }, {}, 'a2V5LW9mLXRoZS1maWxl=='],
    ['a file, which wins', { 'api-key-file': 'key' }, { EXA_API_KEY: 'other' }, 'key-of-the-file'],
  ])('takes the key from %s', async (_, values, env, apiKey) => {
    expect(await connectionOf(inFolder(values), fakeTerminal({ env }))).toEqual({
      apiKey,
      baseUrl: undefined,
    });
  });

  it.each<[string, ConnectionValues, Terminal['env'], RegExp]>([
    ['there is none', {}, {}, /there is no API key: set EXA_API_KEY/],
    ['it is blank', {}, { EXA_API_KEY: ' ' }, /there is no API key/],
    ['the file is blank', { 'api-key-file': 'blank' }, {}, /blank holds no key/],
    ['the file is not there', { 'api-key-file': 'none' }, {}, /none: does not exist$/],
    [
      'the file is for a shell',
      { 'api-key-file': 'shell' },
      {},
      /^(?!.*s3cret).*shell holds NAME=value.*only the key/,
    ],
    [
      'the file sets variables',
      { 'api-key-file': 'env' },
      {},
      /^(?!.*s3cret).*env holds NAME=value.*EXA_API_KEY/,
    ],
    ['the file is no key', { 'api-key-file': 'letter' }, {}, /^(?!.*s3cret).*characters that no key has/],
  ])('refuses to start where %s', async (_, values, env, message) => {
    await expect(connectionOf(inFolder(values), fakeTerminal({ env }))).rejects.toThrow(message);
  });

  it.each([
    [0o600, ''],
    [0o400, ''],
    [0o640, 'others on this machine may read the key in'],
    [0o604, 'others on this machine may read the key in'],
  ])('warns of a file of mode %o with %j', async (mode, warning) => {
    const file = join(folder, `mode-${mode}`);
    await writeFile(file, 'key-of-the-file');
    await chmod(file, mode);
    const terminal = fakeTerminal({ env: {} });
    await connectionOf({ 'api-key-file': file }, terminal);
    if (warning === '') expect(terminal.text.err).toBe('');
    else expect(terminal.text.err).toContain(warning);
    expect(terminal.text).toMatchObject({ out: '', err: expect.not.stringContaining('key-of-the-file') });
  });
});
