import { appendFile, cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ENRICHMENT } from '../../contract/exchange.test-support.ts';
import type { Report } from '../../contract/report.ts';
import { run } from '../terminal.test-support.ts';

const call = (response: object, path = '/cancel', recordedAt = '2026-01-02T03:04:05.678Z') => ({
  scope: 'https://api.exa.ai',
  method: path === '' ? 'GET' : 'POST',
  path: `/websets/v0/websets/webset_1/enrichments/wenrich_1${path}`,
  status: 200,
  response: { ...ENRICHMENT, ...response },
  rawHeaders: { 'content-type': 'application/json' },
  requestHeaders: { 'x-api-key': '<redacted>' },
  recordedAt,
});

/** Of the options in reverse order, names before values again. */
const swapped = (_: string, at: number, all: readonly string[]): string =>
  all[at % 2 === 0 ? at + 1 : at - 1] ?? '';

/** A waiver of an unknown status. */
const waiver = (fingerprint: string): string =>
  `- { fingerprint: "${fingerprint}", reason: known, owner: ada, expires: 2999-01-01 }\n`;

const timeless = (text: string): string => text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z|\d\d:\d\d UTC/g, 'now');

/** A report as it stands in its file. */
type Shown = Pick<Report, 'shard'>;

/** A report that was edited, and what of it is no longer true. */
const CONTRADICTIONS: readonly (readonly [string, (report: Report) => unknown, RegExp])[] = [
  [
    'a report without its findings',
    (report) => ({ ...report, findings: [] }),
    /contradicts itself: summary\.findings\.error is 1, and by what it counts it is 0\. Make it again/,
  ],
  [
    'a report with fewer errors than it lists',
    ({ summary, ...rest }) => ({
      ...rest,
      summary: { ...summary, findings: { ...summary.findings, error: 0 } },
    }),
    /summary\.findings\.error is 0, and by what it counts it is 1/,
  ],
  [
    'a finding that somebody waived by hand',
    ({ findings, ...rest }) => ({ ...rest, findings: findings.map((each) => ({ ...each, waivedBy: 'me' })) }),
    /summary\.findings\.error is 1, and by what it counts it is 0/,
  ],
  [
    'a count of the waived that is none',
    ({ summary, ...rest }) => ({ ...rest, summary: { ...summary, waived: 3 } }),
    /summary\.waived is 3, and by what it counts it is 0/,
  ],
  [
    'no counts of findings',
    ({ summary: { findings: _, ...summary }, ...rest }) => ({ ...rest, summary }),
    /is not a report of `verify`: summary\.findings/,
  ],
  [
    'more exchanges than were judged',
    ({ summary, ...rest }) => ({ ...rest, summary: { ...summary, verified: summary.verified + 5 } }),
    /summary\.verified and summary\.undocumented count \d, of \d/,
  ],
  [
    'more bodies than were verified',
    ({ summary, ...rest }) => ({ ...rest, summary: { ...summary, bodies: { documented: 99, kept: 0 } } }),
    /summary\.bodies\.documented count 99, of \d/,
  ],
  [
    'hosts that nothing went to',
    (report) => ({ ...report, elsewhere: [{ host: 'a.test', exchanges: 7 }] }),
    /elsewhere count 7, of 0/,
  ],
  [
    'a recording that was taken out',
    (report) => ({ ...report, recordings: [] }),
    /summary\.exchanges is \d, and by what it counts it is 0/,
  ],
  [
    'coverage without what is missing',
    ({ coverage, ...rest }) => ({ ...rest, coverage: { ...coverage, missing: [] } }),
    /coverage\.covered is/,
  ],
  [
    'a percentage of its own',
    ({ coverage, ...rest }) => ({ ...rest, coverage: { ...coverage, percent: 100 } }),
    /coverage\.percent is 100/,
  ],
  [
    'a kind of coverage of its own',
    ({ coverage, ...rest }) => ({
      ...rest,
      coverage: { ...coverage, kinds: { ...coverage.kinds, status: { covered: 0, eligible: 0 } } },
    }),
    /coverage\.(?:eligible|kinds\.status)/,
  ],
];

describe('merge-reports', () => {
  let folder: string;
  const path = (name: string): string => join(folder, name);
  const json = async (name: string) => JSON.parse(await readFile(path(name), 'utf8'));

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'merge-'));
    await mkdir(path('recordings'));
    const files = {
      'a.json': [call({}), call({ status: 'stopped' })],
      'b.json': [call({ status: 'canceled' }, ''), call({ status: 'halted' })],
      'c.json': [call({ title: 'A', priority: 1 }, '', '2025-01-02T00:00:00Z')],
      'd.json': [call({ status: 'completed' }), call({ status: 'stopped' }, '')],
    };
    for (const [name, calls] of Object.entries(files))
      await writeFile(path(`recordings/${name}`), JSON.stringify(calls));
  });

  afterEach(() => rm(folder, { recursive: true }));

  async function runShards(of: number, ...args: string[]): Promise<number[]> {
    const codes: number[] = [];
    // Not in their order, as they come from several machines.
    for (let index = of; index >= 1; index -= 1) {
      const output = path(`reports/${(index * 7) % of}/report.json`);
      const shard = ['--shard', `${index}/${of}`, '--format', 'json', '--output', output];
      codes[index - 1] = (await run(['verify', path('recordings'), ...shard, ...args])).code;
    }
    return codes;
  }

  it.each([1, 2, 3, 4, 5])('makes of %d shards the report of the whole', async (of) => {
    const codes = await runShards(of);
    expect(codes).toHaveLength(of);
    for (const format of ['json', 'html', 'pretty', 'sarif', 'junit', 'markdown', 'github']) {
      const whole = await run(['verify', path('recordings'), '--format', format]);
      const merged = await run(['merge-reports', path('reports'), '--format', format]);
      expect(merged.err).toBe('');
      expect(merged.code).toBe(1);
      expect(timeless(merged.out)).toBe(timeless(whole.out));
    }
  });

  it('leaves to itself what a shard can not judge', async () => {
    await writeFile(path('recordings/c.json'), JSON.stringify([call({})]));
    for (const name of ['a', 'b', 'd'])
      await writeFile(path(`recordings/${name}.json`), JSON.stringify([call({}, '/elsewhere')]));
    expect(await runShards(4)).toEqual([0, 0, 0, 0]);
    expect((await run(['merge-reports', path('reports')])).code).toBe(0);
    expect((await run(['merge-reports', path('reports'), '--min-coverage', '99'])).code).toBe(4);
    const aged = await run(['merge-reports', path('reports'), '--max-age', '1:error']);
    expect(aged.code).toBe(1);
    expect(aged.out).toContain('outdated-recording');
    await rm(path('recordings/c.json'));
    await runShards(4);
    expect((await run(['merge-reports', path('reports')])).code).toBe(3);
  });

  it('applies waivers to all findings at once', async () => {
    await runShards(2);
    await run(['merge-reports', path('reports'), '--format', 'json', '--output', path('all.json')]);
    const { findings } = await json('all.json');
    const errors = new Set(
      findings
        .filter(({ severity }: { severity: string }) => severity === 'error')
        .map(({ fingerprint }: { fingerprint: string }) => fingerprint),
    );
    const waivers = [...errors].map((each) => waiver(String(each))).join('');
    await writeFile(path('waivers.yaml'), waivers);

    // In a shard a waiver may cover nothing, and is not told off for it.
    const codes = await runShards(2, '--waivers', path('waivers.yaml'));
    expect(codes).toEqual([0, 0]);
    const merged = await run(['merge-reports', path('reports'), '--waivers', path('waivers.yaml')]);
    expect(merged).toMatchObject({ code: 0, err: '' });
    expect(merged.out).not.toContain('unused-waiver');
    await writeFile(path('waivers.yaml'), waivers + waiver('0123456789abcdef'));
    const again = await run(['merge-reports', path('reports'), '--waivers', path('waivers.yaml')]);
    expect(again.out).toContain('unused-waiver');
    // Without the file the waivers that the shards were given hold.
    expect((await run(['merge-reports', path('reports')])).code).toBe(0);
  });

  it.each([2, 3])('says of the waivers of %d shards what the whole run says', async (of) => {
    await runShards(1);
    const { findings } = await json('reports/0/report.json');
    const errors = findings.filter(({ severity }: { severity: string }) => severity === 'error');
    const [expired, held] = [
      ...new Set<string>(errors.map((each: { fingerprint: string }) => each.fingerprint)),
    ];
    const waivers = [
      waiver('0123456789abcdef'),
      waiver(String(expired)).replace('2999', '2020'),
      waiver(String(held)),
    ].join('');
    await writeFile(path('waivers.yaml'), waivers);
    await rm(path('reports'), { recursive: true });
    await runShards(of, '--waivers', path('waivers.yaml'));
    const options = ['--format', 'json', '--max-age', '1'];
    const whole = await run(['verify', path('recordings'), '--waivers', path('waivers.yaml'), ...options]);
    const merged = await run(['merge-reports', path('reports'), ...options]);
    expect(whole.out).toContain('expired-waiver');
    expect(whole.out).toContain('unused-waiver');
    expect(JSON.parse(merged.out)).toEqual(JSON.parse(whole.out));
    expect(merged.code).toBe(whole.code);
    // Why and until when: the merged report is made without the file.
    for (const format of ['pretty', 'sarif']) {
      const args = ['--format', format, '--max-age', '1'];
      const shown = await run(['verify', path('recordings'), '--waivers', path('waivers.yaml'), ...args]);
      expect(shown.out).toContain('known');
      const merged = await run(['merge-reports', path('reports'), ...args]);
      expect(timeless(merged.out)).toBe(timeless(shown.out));
    }
  });

  it('counts as the whole run does where shards have more kinds of findings than they list', async () => {
    const elsewhere = (from: number, to: number): object[] =>
      Array.from({ length: to - from }, (_, at) => call({}, `/elsewhere/${from + at}`));
    await writeFile(path('recordings/a.json'), JSON.stringify(elsewhere(0, 1_200)));
    await writeFile(
      path('recordings/b.json'),
      JSON.stringify([...elsewhere(2_000, 3_200), ...elsewhere(0, 300)]),
    );
    for (const name of ['c', 'd']) await rm(path(`recordings/${name}.json`));
    await runShards(2);
    const summary = async (...args: string[]): Promise<unknown> =>
      JSON.parse((await run([...args, '--format', 'json'])).out).summary;
    const merged = await summary('merge-reports', path('reports'));
    expect(merged).toEqual(await summary('verify', path('recordings')));
    expect(merged).toMatchObject({ findings: { warning: 2_700 }, unlisted: { warning: 1_400 } });
  });

  it('puts reports of different runs together, in the order given', async () => {
    for (const name of ['b', 'a'])
      await run([
        'verify',
        path(`recordings/${name}.json`),
        '--format',
        'json',
        '--output',
        path(`${name}.json`),
      ]);
    const { code, out } = await run(['merge-reports', path('b.json'), path('a.json'), '--format', 'json']);
    expect(code).toBe(1);
    const report = JSON.parse(out);
    expect(report.summary.exchanges).toBe(4);
    expect(report.recordings.map(({ file }: { file: string }) => file)).toEqual([
      path('recordings/b.json'),
      path('recordings/a.json'),
    ]);
  });

  it.each([
    ['a shard that is missing', (reports: object[]) => reports.slice(1), /shard 1\/3: its report is missing/],
    ['a shard twice', ([a, b]: object[]) => [a, b, b], /is of shard 2\/3, as .*1\.json is/],
    [
      'shards of another run',
      ([a, b, c]: Shown[]) => [a, b, { ...c, shard: { ...c?.shard, index: 2, of: 2 } }],
      /is one of 2 shards, and others of 3/,
    ],
    [
      'a whole among shards',
      ([a, b, c]: object[]) => [a, b, { ...c, shard: undefined }],
      /is the report of no shard/,
    ],
    [
      'a report of another description',
      ([a, b, c]: object[]) => [a, b, { ...c, contract: { title: '', version: '', sha256: '0'.repeat(64) } }],
      /2\.json: is of another description: give it with --api/,
    ],
    ['a report of another version', ([a]: object[]) => [{ ...a, version: 1 }], /is a report of version 1/],
    ['what is no report', () => [{ hello: 1 }], /0\.json: is not a JSON report of `verify`/],
    ['a finding that is none', ([a]: object[]) => [{ ...a, findings: [{}] }], /findings\[0\]\.check/],
    ['a waiver that is none', ([a]: Shown[]) => [{ ...a, shard: { ...a?.shard, waivers: [{}] } }], /: shard/],
    [
      'counts that are none',
      ([a]: Shown[]) => [{ ...a, shard: { ...a?.shard, unlistedKinds: { error: { a: 'b' } } } }],
      /: shard/,
    ],
    [
      'a shard of another version of this package',
      ([a, b, c]: Shown[]) => [
        a,
        b,
        { ...c, shard: { ...c?.shard, plan: { ...c?.shard?.plan, toolVersion: '0.0.1' } } },
      ],
      /2\.json: was made by version 0\.0\.1, and \S+0\.json by \S+: run all shards with one/,
    ],
    ['a shard without a plan', ([a]: Shown[]) => [{ ...a, shard: { ...a?.shard, plan: {} } }], /: shard/],
    ...CONTRADICTIONS.map(
      ([name, change, reason]) =>
        [name, ([a]: Shown[]) => [change(structuredClone(a) as Report)], reason] as const,
    ),
    ['broken coverage', ([a]: object[]) => [{ ...a, coverage: {} }], /: coverage/],
  ])('refuses %s', async (_, change, reason) => {
    await runShards(3);
    const reports: Shown[] = [];
    for (const at of [1, 2, 0]) reports.push(await json(`reports/${at}/report.json`));
    await rm(path('reports'), { recursive: true });
    await mkdir(path('reports'));
    for (const [at, report] of change(reports).entries())
      await writeFile(path(`reports/${at}.json`), JSON.stringify(report));
    const { code, out, err } = await run(['merge-reports', path('reports')]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(reason);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('does not count a report twice', async () => {
    await run(['verify', path('recordings'), '--format', `json=${path('reports/all.json')}`]);
    const { code, err } = await run(['merge-reports', path('reports'), path('reports/../reports/all.json')]);
    expect(code).toBe(2);
    expect(err).toContain('all.json is given twice');
  });

  describe('the shards of two runs', () => {
    /** Shards 1 and 2 of two, each of a machine of its own. */
    async function shardsOf(one: readonly string[], other: readonly string[]): Promise<void> {
      for (const [at, args] of [one, other].entries()) {
        const output = ['--format', `json=${path(`reports/${at}.json`)}`];
        const { code, err } = await run(['verify', ...args, '--shard', `${at + 1}/2`, ...output]);
        expect({ code: code < 2, err }).toEqual({ code: true, err: expect.stringContaining('written') });
      }
    }

    async function copied(change: (folder: string) => Promise<unknown>): Promise<string> {
      await cp(path('recordings'), path('elsewhere/copy'), { recursive: true });
      await change(path('elsewhere/copy'));
      return path('elsewhere/copy');
    }

    it.each<[string, (folder: string) => Promise<unknown>]>([
      ['one more', (folder) => writeFile(join(folder, 'e.json'), JSON.stringify([call({})]))],
      ['one less', (folder) => rm(join(folder, 'd.json'))],
      ['another name', (folder) => rename(join(folder, 'a.json'), join(folder, '0.json'))],
      ['another content', (folder) => appendFile(join(folder, 'a.json'), '\n')],
    ])('are no run where one has %s', async (_, change) => {
      await shardsOf([path('recordings')], [await copied(change)]);
      const { code, out, err } = await run(['merge-reports', path('reports')]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(
        /1\.json: is of other recordings than \S+0\.json, .+: run all shards over the same/,
      );
    });

    it.each<[string[], string[], RegExp]>([
      [
        ['--undocumented', 'error'],
        [],
        /made with --undocumented warn, and \S+ with --undocumented error: run/,
      ],
      [[], ['--ignore-property', 'X.*'], /made with --undocumented warn --ignore-property X\.\*, and/],
      [[], ['--waivers', 'waivers.yaml'], /made with --undocumented warn --waivers [0-9a-f]{64}, and/],
    ])('are no run where one has the options %j and the other %j', async (one, other, reason) => {
      await writeFile(path('waivers.yaml'), waiver('0123456789abcdef'));
      const args = (own: string[]): string[] => [
        path('recordings'),
        ...own.map((each) => (each === 'waivers.yaml' ? path(each) : each)),
      ];
      await shardsOf(args(one), args(other));
      const { code, err } = await run(['merge-reports', path('reports')]);
      expect(code).toBe(2);
      expect(err).toMatch(reason);
    });

    it('are one where the same files lie elsewhere, and options differ that change no verdict', async () => {
      const copy = await copied(async () => undefined);
      const [one, other] = [path('recordings'), copy];
      const ignore = ['--ignore-property', 'X.a', '--ignore-property', 'X.b'];
      await shardsOf([`${one}/`, ...ignore], [other, ...ignore.toReversed().map(swapped), '--workers', '2']);
      expect(await run(['merge-reports', path('reports')])).toMatchObject({ code: 1, err: '' });
      await shardsOf(
        [join(one, '*.json')],
        [`${other}/*.json`, '--fail-on', 'warning', '--format', 'pretty'],
      );
      expect(await run(['merge-reports', path('reports')])).toMatchObject({ code: 1, err: '' });
    });

    it('are made of files alone, for each is read twice', async () => {
      const { code, err } = await run(['verify', '/dev/null', '--shard', '1/2']);
      expect(code).toBe(2);
      expect(err).toContain('/dev/null: is not a regular file');
    });
  });

  it.each([
    [[], 'merge-reports needs a path'],
    [['/no/such/file.json'], '/no/such/file.json: does not exist'],
    [['/no/such/*.json'], '/no/such/*.json: matches no file'],
  ])('refuses %j', async (args, reason) => {
    const { code, err } = await run(['merge-reports', ...args]);
    expect(code).toBe(2);
    expect(err).toContain(reason);
  });
});
