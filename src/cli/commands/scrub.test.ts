import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, lstat, readdir, readFile, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { inFolder } from '../../contract/recordings/source.test-support.ts';
import { run } from '../terminal.test-support.ts';

const KEY = `${randomUUID()}${randomUUID()}`.replaceAll('-', '');

/** A recording in which a key was sent, with something that no reader knows. */
function recording(key: string): string {
  const definition = {
    scope: 'https://api.exa.ai',
    method: 'GET',
    path: '/websets/v0/websets/webset_1/enrichments/wenrich_1',
    status: 404,
    response: { error: `no such thing for ${key}` },
    reqheaders: { 'x-api-key': key },
    unknown: 1.0,
  };
  return JSON.stringify([definition], null, 3);
}
const CLEAN = recording('<API_KEY>');

async function scrub(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const result = await run(['scrub', ...args]);
  expect(result.err).not.toContain(KEY);
  return result;
}

const read = (file: string): Promise<string> => readFile(file, 'utf8');

describe('scrub', () => {
  it('writes one recording to stdout, or to a file', () =>
    inFolder({ 'a.json': recording(KEY) }, async (folder) => {
      const file = join(folder, 'a.json');
      const expected = `${file}: took out <API_KEY> 2\n1 recording, 1 with credentials\n`;
      expect(await scrub(file)).toEqual({ code: 0, out: CLEAN, err: expected });
      const output = join(folder, 'new', 'b.json');
      expect(await scrub(file, '--output', output)).toEqual({ code: 0, out: '', err: expected });
      expect(await read(output)).toBe(CLEAN);
      expect(await read(file)).toBe(recording(KEY));
    }));

  it('reads stdin', () => {
    const command = ['--import', 'tsx', 'src/cli/bin.ts', 'scrub', '-'];
    const options = { input: recording(KEY), encoding: 'utf8', stdio: 'pipe' } as const;
    expect(execFileSync(process.execPath, command, options)).toBe(CLEAN);
  }, 60_000);

  it('writes all of a folder to another, those without credentials too', () =>
    inFolder(
      {
        'in/a.json': recording(KEY),
        'in/b/c.json': CLEAN,
        'in/b/d.json.gz': gzipSync(recording(KEY)),
        'in/x.json': '{}',
      },
      async (folder) => {
        const result = await scrub(join(folder, 'in'), '--output', join(folder, 'out'));
        expect(result).toMatchObject({ code: 0, out: '' });
        expect(result.err).toMatch(/x\.json: passed over: .*\n3 recordings, 2 with credentials\n$/s);
        const files = await readdir(join(folder, 'out'), { recursive: true });
        expect(files.sort()).toEqual(['a.json', 'b', 'b/c.json', 'b/d.json.gz']);
        expect(await read(join(folder, 'out/a.json'))).toBe(CLEAN);
        expect(await read(join(folder, 'out/b/c.json'))).toBe(CLEAN);
        expect(String(gunzipSync(await readFile(join(folder, 'out/b/d.json.gz'))))).toBe(CLEAN);
      },
    ));

  it('writes each where it is, with its mode, and leaves links and what is clean', () =>
    inFolder({ 'real/a.json': recording(KEY), 'in/c.json': CLEAN }, async (folder) => {
      const [real, link, clean] = ['real/a.json', 'in/a.json', 'in/c.json'].map((name) =>
        join(folder, name),
      ) as [string, string, string];
      await chmod(real, 0o640);
      await symlink(real, link);
      await symlink(real, join(folder, 'in/again.json'));
      const before = await stat(clean);
      expect(await scrub(join(folder, 'in'), '--write')).toMatchObject({ code: 0, out: '' });
      expect(await read(real)).toBe(CLEAN);
      expect((await stat(real)).mode & 0o777).toBe(0o640);
      expect((await lstat(link)).isSymbolicLink()).toBe(true);
      const { ino, mtimeMs } = before;
      expect(await stat(clean)).toMatchObject({ ino, mtimeMs });
      expect(await readdir(join(folder, 'real'))).toEqual(['a.json']);
      expect(await scrub(join(folder, 'in'), '--write')).toMatchObject({ code: 0 });
      expect(await read(real)).toBe(CLEAN);
    }));

  it('tells by its exit, with --check, what there is', () =>
    inFolder(
      { 'a.json': recording(KEY), 'b.json': CLEAN, 'c.har': '{"log": {"entries": [' },
      async (folder) => {
        const file = (name: string): string => join(folder, name);
        expect(await scrub(file('b.json'), '--check')).toMatchObject({ code: 0, out: '' });
        const found = await scrub(file('a.json'), '--check');
        expect(found).toMatchObject({
          code: 1,
          out: '',
          err: expect.stringContaining('a.json: holds <API_KEY> 2\n'),
        });
        const unread = await scrub(folder, '--check');
        expect(unread).toMatchObject({ code: 2, err: expect.stringContaining('a.json: holds') });
        expect(unread.err).toMatch(/c\.har: .*\n3 recordings, 1 with credentials, 1 could not be read\n$/);
        expect(await read(file('a.json'))).toBe(recording(KEY));
      },
    ));

  it('scrubs the others where one can not be read, and exits with 2', () =>
    inFolder({ 'in/a.json': recording(KEY), 'in/c.har': `{"log": {"entries": [{"${KEY}` }, async (folder) => {
      expect(await scrub(join(folder, 'in'), '--output', join(folder, 'out'))).toMatchObject({ code: 2 });
      expect(await readdir(join(folder, 'out'))).toEqual(['a.json']);
      expect(await scrub(join(folder, 'none'), '--check')).toMatchObject({ code: 2 });
    }));

  it('makes of a recording that verify refuses one that it does not', () =>
    inFolder({ 'a.json': recording(KEY) }, async (folder) => {
      const file = join(folder, 'a.json');
      const before = await run(['verify', file, '--format', 'json']);
      expect(before.out).toContain('`exa-enrichments scrub FILE --write`');
      await scrub(file, '--write');
      const after = await run(['verify', file, '--format', 'json']);
      const others = ({ out }: { out: string }): unknown =>
        JSON.parse(out).findings.filter(({ check }: { check: string }) => check !== 'recorded-credential');
      expect(before.code).toBe(1);
      expect(after.out).not.toContain('recorded-credential');
      expect(others(after)).toEqual(others(before));
    }));

  it.each<[string, string[], RegExp]>([
    ['no path', [], /needs a path/],
    ['two ways at once', ['a', '--write', '--check'], /give one of them/],
    ['a folder without a place to write to', ['in'], /needs --output DIR, --write or --check/],
    ['two without a place', ['in/a.json', 'in/b.json'], /needs --output DIR/],
    ['stdin as a place to write to', ['-', '--write'], /--write needs a file/],
    [
      'a recording that would take the place of one',
      ['in/a.json', '--output', 'in/b.json/../a.json'],
      /--write scrubs it/,
    ],
    [
      'two of one name',
      ['in/a.json', 'other/a.json', '--output', 'out'],
      /another recording that is written/,
    ],
    ['a zipped one for stdout', ['in/z.json.gz'], /is gzipped: give --output FILE/],
  ])('refuses %s', (_, args, message) =>
    inFolder(
      {
        'in/a.json': recording(KEY),
        'in/b.json': CLEAN,
        'other/a.json': CLEAN,
        'in/z.json.gz': gzipSync(recording(KEY)),
      },
      async (folder) => {
        const paths = args.map((arg) => (/^(?:in|other|out)/.test(arg) ? join(folder, arg) : arg));
        expect(await scrub(...paths)).toMatchObject({ code: 2, err: expect.stringMatching(message) });
        expect(await read(join(folder, 'in/a.json'))).toBe(recording(KEY));
      },
    ),
  );
});
