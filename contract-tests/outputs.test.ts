import { execFile } from 'node:child_process';
import { link, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { toHar, toNockDefinitions } from 'exa-enrichments/contract';
import manifest from 'exa-enrichments/package.json' with { type: 'json' };
import { recordedAt } from './support/recordings.ts';

const BIN = fileURLToPath(new URL(`../${manifest.bin['exa-enrichments']}`, import.meta.url));
const API = `openapi: 3.1.1
info: { title: t, version: "1" }
servers: [{ url: https://api.exa.ai }]
paths:
  /a: { get: { operationId: a, responses: { "200": { $ref: "parts/ok.yaml" } } } }
`;

const ANY = { name: 'any', version: '1' };

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outputs-'));
  const texts: Readonly<Record<string, string>> = {
    'recordings/a.json': toNockDefinitions([recordedAt('cancel.json', 0)]),
    'recordings/deep/b.json': toNockDefinitions([recordedAt('cancel.json', 0)]),
    'recordings/index.yaml':
      'recordings:\n  - { file: a.json, source: live, date: 2026-01-01, shows: a cancel }\n',
    'above/x/y/c.json': toNockDefinitions([recordedAt('cancel.json', 0)]),
    'above/index.yaml':
      'recordings:\n  - { file: x/y/c.json, source: live, date: 2026-01-01, shows: a cancel }\n',
    'api.yaml': API,
    'one-file.yaml': API.replace('$ref: "parts/ok.yaml"', 'description: ok'),
    'parts/ok.yaml': 'description: ok\n',
    'waivers.yaml': '[]\n',
    'refs.ndjson': '{"webset":"w","enrichment":"e"}\n',
    'key.txt': 'a-key-of-nobody\n',
    'old.html': 'the report of yesterday',
  };
  for (const [name, text] of Object.entries(texts)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  await link(join(folder, 'recordings/a.json'), join(folder, 'hard.json'));
  await symlink('recordings', join(folder, 'linked'));
});
afterEach(() => rm(folder, { recursive: true }));

interface Ended {
  readonly code: unknown;
  readonly out: string;
  readonly err: string;
}

/** Runs a line of bash, in which `exa` is the command. */
function bash(line: string, env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const script = `node='${process.execPath}'\nbin='${BIN}'\nexa() { "$node" "$bin" "$@"; }\n${line}`;
  const options = { cwd: folder, env: { PATH: process.env['PATH'], NO_COLOR: '1', ...env }, timeout: 20_000 };
  return new Promise((resolve) => {
    execFile('bash', ['--norc', '-c', script], options, (error, out, err) =>
      resolve({ code: error === null ? 0 : error.code, out, err }),
    );
  });
}

async function contents(): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const)),
  );
}

describe('what a command writes never replaces what it reads', () => {
  it.each([
    ['verify recordings/a.json --output recordings/a.json', 'the recording a.json'],
    ['verify recordings --output ./recordings/deep/b.json', 'the recording b.json'],
    ['verify recordings --format html=hard.json', 'the recording a.json'],
    ['verify recordings --format json --output linked/a.json', 'the recording a.json'],
    ['verify linked --format pretty --format json=recordings/a.json', 'the recording a.json'],
    ["verify 'recordings/*.json' --output hard.json", 'the recording a.json'],
    ['verify recordings --shard 1/2 --format json=hard.json', 'the recording a.json'],
    ['verify - --output hard.json < recordings/a.json', 'the recording on stdin'],
    ['verify recordings/a.json --output recordings/index.yaml', 'the index of recordings'],
    ['verify above --output ./above/index.yaml', 'the index of recordings'],
    ['verify recordings --api api.yaml --output api.yaml', 'a file of the description'],
    ['verify recordings --api api.yaml --output parts/ok.yaml', 'a file of the description'],
    ['verify recordings --waivers waivers.yaml --output ./waivers.yaml', 'the file of waivers'],
    [
      'verify recordings --waivers new.yaml --update-waivers --format json=parts/../new.yaml',
      'the file of waivers',
    ],
    ['verify recordings --format json=x --format html=./x', 'where the json report goes'],
    ['verify recordings --format json=new/x --format html=new/y/../x', 'where the json report goes'],
    [
      'verify recordings --format html=old.html >> old.html',
      'where the pretty report goes',
      '--format pretty',
    ],
    ['compare api.yaml --output api.yaml', 'a file of a description'],
    ['compare api.yaml --output parts/ok.yaml', 'a file of a description'],
    ['compare api.yaml --api api.yaml --output parts/../api.yaml', 'a file of a description'],
    ['record --simulator --output recordings/index.yaml', 'the index of recordings'],
    ['record w e --yes --api-key-file key.txt --output ./key.txt', 'the file of the key'],
    ['cancel --from refs.ndjson --journal linked/../refs.ndjson --dry-run', 'the list of what to cancel'],
    ['cancel --from - --journal refs.ndjson --dry-run < refs.ndjson', 'the list of what to cancel'],
    ['cancel --from refs.ndjson --api-key-file key.txt --journal ./key.txt', 'the file of the key'],
  ])('%s', async (line, what, more = '') => {
    const before = await contents();
    const { code, out, err } = await bash(`exa ${more === '' ? line : line.replace(' --', ` ${more} --`)}`);
    expect({ code, out, after: await contents() }).toEqual({ code: 2, out: '', after: before });
    expect(err).toMatch(/^exa-enrichments: can't write [^\n]+\n$/);
    expect(err).toContain(`: it is ${what}`);
  });

  it('merge-reports replaces none of the reports that it puts together', async () => {
    await bash('exa verify recordings --format json=reports/1.json');
    const before = await contents();
    const { code, err } = await bash('exa merge-reports reports --output reports/../reports/1.json');
    expect({ code, after: await contents() }).toEqual({ code: 2, after: before });
    expect(err).toContain('it is a report that is merged');
  });

  it('a report may replace an older one, and stand beside what is read', async () => {
    const { code } = await bash(
      'exa verify recordings --format html=old.html --format json=recordings/r.txt',
    );
    expect(code).toBe(0);
    expect(await readFile(join(folder, 'old.html'), 'utf8')).toMatch(/^<!doctype html>/i);
  });
});

describe('where there is no room', () => {
  const full = 'no space left on the device';

  /** What commands below read: made once, for each process takes longer than all else here. */
  const made = { 'reports/1.json': '', 'rec.json': '' };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'outputs-'));
    await bash(`exa record --simulator --output rec.json; exa verify rec.json --format json=reports/1.json`);
    for (const name of ['reports/1.json', 'rec.json'] as const)
      made[name] = await readFile(join(folder, name), 'utf8');
    await rm(folder, { recursive: true });
  });

  beforeEach(async () => {
    await mkdir(join(folder, 'reports'));
    for (const [name, text] of Object.entries(made)) await writeFile(join(folder, name), text);
  });

  it.each([
    ['verify recordings --format html=old.html', 'old.html'],
    ['verify recordings --format json --output old.html', 'old.html'],
    ['verify recordings --format pretty --format html=new.html', 'new.html'],
    ['compare api.yaml --format json --output old.html', 'old.html'],
    ['merge-reports reports --format html=old.html', 'old.html'],
    ['record --simulator --output new.json', 'new.json'],
  ])('%s leaves what was there, and says so in a line', async (line, file) => {
    const before = await contents();
    const { code, err } = await bash(`ulimit -f 1; exa ${line}`);
    expect({ code, after: await contents() }).toEqual({ code: 2, after: before });
    expect(err).toBe(`exa-enrichments: can't write ${file}: it would be larger than a file may be\n`);
  });

  it.each([
    ['--help'],
    ['verify --help'],
    ['verify recordings'],
    ['verify recordings --format json'],
    ['verify recordings --api api.yaml'],
    ['compare api.yaml'],
    ['merge-reports reports'],
    ['cancel w e --dry-run'],
    ['cancel --from refs.ndjson --dry-run'],
    ['get w e --json --timeout 1ms --base-url http://127.0.0.1:1'],
    ['cancel w e --json --timeout 1ms --base-url http://127.0.0.1:1'],
    ['record --simulator --scenario instant --output rec.json --check'],
  ])('behind stdout %s ends with 2 and says so in a line', async (line) => {
    const { code, err } = await bash(`exa ${line} > /dev/full`, { EXA_API_KEY: 'a-key-of-nobody' });
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringContaining(`exa-enrichments: can't write to stdout: ${full}\n`),
    });
    expect(err).not.toMatch(/unexpected|\bat .*:\d+:\d+/);
  });

  it('behind stdout the other reports are written all the same', async () => {
    const { code } = await bash('exa verify recordings --format pretty --format json=r.json > /dev/full');
    expect(code).toBe(2);
    expect(JSON.parse(await readFile(join(folder, 'r.json'), 'utf8'))).toMatchObject({ version: 2 });
  });

  it('stdout into a file that takes a part of it alone is told as well', async () => {
    const { code, err } = await bash('ulimit -f 1; exa verify recordings --format json > part.json');
    expect({ code, err }).toEqual({
      code: 2,
      err: "exa-enrichments: can't write to stdout: it would be larger than a file may be\n",
    });
  });

  it('simulate serves until it is stopped, and ends with 2', async () => {
    const { code, err } = await bash(`
      "$node" "$bin" simulate > /dev/full 2> told.txt &
      until grep -q stdout told.txt; do sleep 0.1; done
      kill -TERM $!; wait $!; code=$?
      cat told.txt >&2; exit $code`);
    expect(code).toBe(2);
    expect(err).toContain(`can't write to stdout: ${full}\n`);
  });
});

describe('a target that is no regular file', () => {
  it.each([
    ['--format json --output /dev/stdout | cat'],
    ['--format json=/dev/stdout --output /dev/null | cat', '--format pretty'],
    ['--format json=/dev/fd/3 3>&1 >/dev/null | cat', '--format pretty'],
    ['--format json=>(cat) --output /dev/null', '--format pretty'],
  ])('is written straight: %s', async (line, more = '') => {
    const { out } = await bash(`exa verify recordings ${more} ${line}`);
    expect(JSON.parse(out)).toMatchObject({ version: 2 });
  });

  it('a file behind /dev/stdout keeps what others wrote to it', async () => {
    await bash('{ echo first; exa verify recordings --format json --output /dev/stdout; } > all.txt');
    expect(await readFile(join(folder, 'all.txt'), 'utf8')).toMatch(/^first\n\{/);
  });
});

describe('what is read from a pipe', () => {
  it.each([
    ['verify <(cat recordings/a.json)', 0, '1 exchange verified: 0 errors'],
    ['verify <(gzip -c recordings/a.json) <(cat recordings/a.json)', 0, '2 exchanges verified: 0 errors'],
    ['verify - < <(cat recordings/a.json)', 0, '1 exchange verified: 0 errors'],
    ['verify pipe & cat recordings/a.json > pipe; wait $!', 0, '1 exchange verified: 0 errors'],
    ['verify <(true)', 2, 'is empty'],
    ['verify recordings --api <(cat one-file.yaml)', 3, 'Nothing was verified'],
    [
      'verify recordings --api one-file.yaml --api <(cat one-file.yaml)',
      2,
      'is given twice, as one-file.yaml',
    ],
    ['verify recordings --waivers <(cat waivers.yaml)', 0, '2 exchanges verified: 0 errors'],
    ['verify recordings --config <(echo \'{"strict": true}\')', 0, 'options of /dev/fd/'],
    ['compare <(cat one-file.yaml)', 3, 'Nothing was compared'],
    ['compare one-file.yaml --api <(cat one-file.yaml)', 0, '0 breaking'],
    ['merge-reports <(exa verify recordings --format json)', 0, '2 exchanges verified: 0 errors'],
    ['cancel --from <(cat refs.ndjson) --dry-run', 0, '1 would be canceled'],
    ['verify recordings --format json --output pipe & cat pipe; wait $!', 0, '"version": 2'],
    ['verify recordings --format json --output /dev/full', 2, "can't write /dev/full: no space left"],
  ])('%s ends with %i', async (line, code, told) => {
    const ended = await bash(`mkfifo pipe; exa ${line}`);
    expect(ended).toMatchObject({ code });
    expect(ended.out + ended.err).toContain(told);
    expect(ended.err).not.toContain('unexpected error');
  });
});

describe('Ctrl-C in a contract run', () => {
  // Job control, for bash gives a command in the background no Ctrl-C else. Who writes to a pipe goes on once it is read:
  // from then on the command listens.
  const interrupted = (args: string, read: string): string => `
    mkfifo pipe description; set -m
    "$node" "$bin" verify ${args} --format html=old.html &
    child=$!; ${read}; sleep 0.3; kill -INT $child; wait $child`;

  it.each([
    [
      'while it waits for who writes',
      interrupted('pipe --api description', 'cat one-file.yaml > description'),
    ],
    ['while it reads', interrupted('pipe', 'exec 5> pipe; head -c 100 recordings/a.json >&5')],
    [
      'while threads judge',
      `yes "$(cat line)" | head -20000 > many.ndjson
      ${interrupted('pipe many.ndjson --workers 2', 'cat recordings/a.json > pipe')}`,
    ],
  ])('%s ends it with 130, and leaves what was there', async (_, script) => {
    const har = JSON.parse(toHar([{ ...recordedAt('cancel.json', 0), recordedAt: 0 }], { creator: ANY }));
    await writeFile(join(folder, 'line'), JSON.stringify(har.log.entries[0]));
    const { code, out, err } = await bash(script);
    expect({ code, out }).toEqual({ code: 130, out: '' });
    expect(err).toContain('exa-enrichments: interrupted, and no report was written\n');
    expect(await readFile(join(folder, 'old.html'), 'utf8')).toBe('the report of yesterday');
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('while it writes ends it with 130, and what it writes is whole', async () => {
    const { code } = await bash(`
      mkfifo pipe; set -m
      "$node" "$bin" verify recordings --format json=first.json --format html=pipe &
      child=$!; until [ -s first.json ]; do sleep 0.05; done
      sleep 0.3; kill -INT $child; cat pipe > old.html; wait $child`);
    expect(code).toBe(130);
    expect(await readFile(join(folder, 'old.html'), 'utf8')).toMatch(/<\/html>\s*$/);
  });
});

describe('a reader that leaves', () => {
  it.each([
    ['verify recordings --format html', 0],
    ['--help', 0],
    ['verify recordings --format json', 0],
  ])('%s ends as it would have ended, in silence', async (line, want) => {
    const { code, err } = await bash(`exa ${line} | head -c 1 > /dev/null; exit \${PIPESTATUS[0]}`);
    expect({ code, err }).toEqual({ code: want, err: '' });
  });
});
