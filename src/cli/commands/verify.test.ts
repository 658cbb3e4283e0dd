import { linkSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { main } from '../main.ts';
import { nockCancel } from '../nock-cancel.test-support.ts';
import { fakeTerminal, run } from '../terminal.test-support.ts';

const ENRICHMENT = {
  id: 'wenrich_1',
  object: 'webset_enrichment',
  status: 'pending',
  websetId: 'webset_1',
  title: null,
  description: 'Find the name of the CEO',
  format: 'text',
  options: null,
  instructions: null,
  createdAt: '2026-01-02T03:04:05.678Z',
  updatedAt: '2026-01-02T03:04:05.678Z',
};

/** A cancel as nock records it. */
function cancel(change: Record<string, unknown> = {}): unknown {
  return nockCancel({ body: '', response: { ...ENRICHMENT, ...change } });
}

describe('verify', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'verify-'));
    await writeFile(path('clean.json'), JSON.stringify([cancel()]));
    await writeFile(path('wrong.json'), JSON.stringify([cancel(), cancel({ status: 'cancelled' })]));
  });

  afterEach(() => rm(folder, { recursive: true }));

  const path = (name: string): string => join(folder, name);
  const read = (name: string): Promise<string> => readFile(path(name), 'utf8');

  it.each([
    [[], ['/_links', '/x-new']],
    [['/x-*'], ['/_links']],
    [['WebsetEnrichment._links'], ['/x-new']],
    [['/x-*', '**'], []],
  ])('passes over undocumented properties that %j name', async (globs, found) => {
    await writeFile(path('more.json'), JSON.stringify([cancel({ _links: {}, 'x-new': 1 })]));
    const ignored = globs.flatMap((glob) => ['--ignore-property', glob]);
    const { out } = await run(['verify', path('more.json'), '--format', 'json', ...ignored]);
    const { findings } = JSON.parse(out) as { findings: { dataPath: string }[] };
    expect(findings.map(({ dataPath }) => dataPath)).toEqual(found);
  });

  it.each(['x', '/', '.'])('refuses %j as the name of properties to pass over', async (glob) => {
    const { code, err } = await run(['verify', path('clean.json'), '--ignore-property', glob]);
    expect(code).toBe(2);
    expect(err).toContain(`--ignore-property must be as /a/*/b or Schema.x-*, not "${glob}"`);
  });

  it.each([
    ['pretty', 'Did you mean "canceled"?'],
    ['json', '"suggestion": "\\"canceled\\""'],
    ['junit', '<testsuites name='],
    ['sarif', '"version": "2.1.0"'],
    ['github', '::error file=openapi/'],
    ['markdown', '## ❌ 2 exchanges verified'],
    ['html', '<!doctype html>'],
  ])('reports as %s', async (format, text) => {
    const { code, out, err } = await run(['verify', path('wrong.json'), '--format', format]);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain(text);
  });

  it('writes several reports at once, and makes their folders', async () => {
    const files = ['--format', `html=${path('out/a.html')}`, '--format', `junit=${path('out/b/c.xml')}`];
    const { code, out, err } = await run(['verify', path('clean.json'), '--format', 'pretty', ...files]);
    expect(code).toBe(0);
    expect(out).toContain('1 exchange verified: 0 errors');
    expect(err).toBe(`report written to ${path('out/a.html')}\nreport written to ${path('out/b/c.xml')}\n`);
    expect(await read('out/a.html')).toContain('The recordings match the contract.');
    expect(await read('out/b/c.xml')).toContain('failures="0"');
  });

  it('adds to a job summary, and replaces any other file', async () => {
    for (const name of ['summary.md', 'other.md']) await writeFile(path(name), 'before\n');
    const env = { GITHUB_STEP_SUMMARY: path('summary.md') };
    for (const name of [`../${basename(folder)}/summary.md`, 'other.md']) {
      const args = ['verify', path('clean.json'), '--format', 'markdown', '--output', `${folder}/${name}`];
      expect((await run(args, { env })).code).toBe(0);
    }
    expect(await read('summary.md')).toMatch(/^before\n## ✅/);
    expect(await read('other.md')).toMatch(/^## ✅/);
  });

  it('sees when the second of two reports would replace the first, though neither was there', async () => {
    const terminal = fakeTerminal();
    const [first, second] = [path('Report.json'), path('report.json')];
    // As a file system does to which the two names are one.
    const err = {
      write(text: string) {
        if (text.includes('Report.json')) linkSync(first, second);
        terminal.err.write(text);
      },
    };
    const args = ['verify', path('clean.json'), '--format', `json=${first}`, '--format', `html=${second}`];
    expect(await main(args, { ...terminal, err })).toBe(2);
    expect(terminal.text.err).toContain('report.json: it is where the json report went');
    expect(JSON.parse(await read('Report.json'))).toMatchObject({ version: 2 });
  });

  it.each([
    ['--output', ['--output', 'c.json'], 'c.json', {}],
    ['a format', ['--format', 'json=c.json'], 'c.json', {}],
    ['what it says itself', [], 'c.json', { output: 'c.json' }],
    ['the waivers', ['--waivers', 'none.json', '--update-waivers'], 'none.json', {}],
  ])('writes over nothing that it read, by %s', async (_, args, file, members) => {
    const config = JSON.stringify({ paths: ['wrong.json', 'none.json'], ...members });
    await writeFile(path('c.json'), config);
    await writeFile(path('none.json'), '[]');
    const given = args.map((text) => text.replace(/\w+\.json$/, (name) => path(name)));
    const { code, err } = await run(['verify', '--config', path('c.json'), ...given]);
    const what = file === 'c.json' ? 'the file of options' : 'the recording none.json';
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(`${path(file)}: it is ${what}`) });
    expect(await read('c.json')).toBe(config);
    expect(await read('none.json')).toBe('[]');
  });

  it('says what of a file of options it passes over in a shard', async () => {
    await writeFile(path('c.json'), '{"paths": ["clean.json"], "minCoverage": 100}');
    const { code, err } = await run(['verify', '--config', path('c.json'), '--shard', '1/2']);
    expect(code).toBe(0);
    expect(err).toContain(
      'c.json, but for minCoverage: that needs all of the work, give it to merge-reports\n',
    );
    expect((await run(['verify', '--config', path('c.json')])).code).toBe(4);
  });

  it('names a file that can not be written in one line, with exit 2', async () => {
    const { code, err } = await run(['verify', path('clean.json'), '--output', path('clean.json/x')]);
    expect(code).toBe(2);
    expect(err).toMatch(/^exa-enrichments: can't write .*x: a part of the path is not a folder\n$/);
  });

  describe('with waivers', () => {
    const waivers = (...more: string[]): string[] => [
      'verify',
      path('wrong.json'),
      '--waivers',
      path('w.yaml'),
      ...more,
    ];

    it('is clean once somebody accepted what fails it, and says who', async () => {
      const updated = await run(waivers('--update-waivers'));
      expect(updated.code).toBe(1);
      expect(updated.err).toBe(`${path('w.yaml')}: 1 added, each needs a reason and an owner\n`);

      const unfinished = await run(waivers());
      expect({ code: unfinished.code, out: unfinished.out }).toEqual({ code: 2, out: '' });
      expect(unfinished.err).toContain('w.yaml:4:3: reason is still TODO');

      const text = await read('w.yaml');
      await writeFile(
        path('w.yaml'),
        text.replace('reason: TODO', 'reason: Known.').replace('owner: TODO', 'owner: ada'),
      );
      const accepted = await run(waivers());
      expect(accepted.code).toBe(0);
      expect(accepted.out).toContain('waived by   ada, until ');
      expect(accepted.out).toContain('0 errors, 0 warnings, 0 info, 1 waived.');
    });

    it('never writes on a plain run, and adds nothing twice', async () => {
      await run(waivers('--update-waivers'));
      const written = await read('w.yaml');
      const again = await run(waivers('--update-waivers'));
      expect(again.err).toContain('nothing to add');
      await run(waivers());
      expect(await read('w.yaml')).toBe(written);
    });

    it('fails again on the day after', async () => {
      await run(waivers('--update-waivers'));
      const text = (await read('w.yaml'))
        .replace('reason: TODO', 'reason: r')
        .replace('owner: TODO', 'owner: o');
      await writeFile(path('w.yaml'), text.replace(/expires: .*/, 'expires: 2020-01-01'));
      const { code, out } = await run(waivers('--format', 'json'));
      const report = JSON.parse(out) as { findings: { check: string }[]; summary: unknown };
      expect(code).toBe(1);
      expect(report.findings.map(({ check }) => check)).toEqual([
        'response-schema-conformance',
        'expired-waiver',
      ]);
      expect(report.summary).toMatchObject({ findings: { error: 1, warning: 1 }, waived: 0 });
    });

    it.each([
      ['a file that is not there', '', 'w.yaml: does not exist'],
      ['a file that is no list', 'a: 1\n', 'w.yaml:1:1: is not a list of waivers'],
    ])('names %s in one line, with exit 2', async (_, text, message) => {
      if (text !== '') await writeFile(path('w.yaml'), text);
      const { code, out, err } = await run(waivers());
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(/^exa-enrichments: [^\n]+\n$/);
      expect(err).toContain(message);
    });

    it('does not guess which file to write', async () => {
      const { code, err } = await run(['verify', path('wrong.json'), '--update-waivers']);
      expect(code).toBe(2);
      expect(err).toContain('--update-waivers needs --waivers FILE');
    });
  });

  it('tells where recordings come from', async () => {
    await writeFile(
      path('index.yaml'),
      'recordings:\n  - { file: clean.json, source: simulator, date: 2026-01-01, shows: a cancel }\n',
    );
    const { out } = await run(['verify', path('clean.json'), '--format', 'json']);
    expect(JSON.parse(out)).toMatchObject({
      recordings: [{ file: path('clean.json'), exchanges: 1, source: 'simulator', recordedAt: '2026-01-01' }],
    });
  });
});
