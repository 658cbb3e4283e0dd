import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { installPackage, packPackage } from '../check-package/steps.ts';
import { exampleRepository, recordingOf } from './example-repository.ts';
import { type Action, execute, readYaml, runAction } from './run-steps.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const SARIF = createRequire(import.meta.url).resolve(
  '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
);

const made: string[] = [];
let tarball: string;
/** The folder in which the packed package is installed. */
let modules: string;
let action: Action;

beforeAll(async () => {
  const packed = await mkdtemp(join(tmpdir(), 'packed-'));
  made.push(packed);
  tarball = await packPackage(repository, packed);
  const consumer = await installPackage(tarball, packed);
  modules = join(consumer, 'node_modules');
  action = await readYaml<Action>(repository, 'action.yml');
});

afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))));

async function repositoryWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await exampleRepository(files);
  made.push(folder);
  await symlink(modules, join(folder, 'node_modules'), 'dir');
  return folder;
}

const CLEAN = { 'recordings/clean.har': recordingOf({ name: 'Ada' }) };
const DRIFT = { 'recordings/drift.har': recordingOf({ name: 7 }) };
const CUT_OFF = { 'recordings/cut-off.har': recordingOf({ name: 'Ada' }).slice(0, -40) };
/** The package that the example has installed: to have npx install the tarball takes its time. */
const GIVEN = { recordings: 'recordings', api: 'openapi.yaml', package: 'exa-enrichments' };

describe('action.yml', () => {
  const run = (folder: string, inputs: Readonly<Record<string, string>> = {}): ReturnType<typeof runAction> =>
    runAction(
      action,
      repository,
      folder,
      { ...GIVEN, ...inputs },
      {
        // But for the tarball the registry is not asked: what others have published is not run here.
        npm_config_offline: String(inputs['package'] !== tarball),
      },
    );

  it('passes where recordings are as described, with all reports and a summary', async () => {
    const folder = await repositoryWith(CLEAN);
    const { status, stdout, outputs, summary } = await run(folder, { package: tarball });
    expect({ status, outputs }).toEqual({
      status: 0,
      outputs: {
        'exit-code': '0',
        html: 'contract-report/report.html',
        sarif: 'contract-report/report.sarif',
        junit: 'contract-report/junit.xml',
        json: 'contract-report/report.json',
      },
    });
    expect(Object.keys(outputs).sort()).toEqual(Object.keys(action.outputs).sort());
    expect(stdout).not.toContain('::error');
    expect(summary).toMatch(/^## ✅ /);
  });

  it('fails where they drifted, with an annotation in the description, and hands on what it wrote', async () => {
    const folder = await repositoryWith({ ...CLEAN, ...DRIFT });
    const { status, stdout, outputs, summary } = await run(folder);
    expect({ status, code: outputs['exit-code'] }).toEqual({ status: 1, code: '1' });
    expect(stdout).toMatch(
      /^::error file=openapi\.yaml,line=17,col=\d+,title=response-schema-conformance::getUser 200: \/name must be string/m,
    );
    expect(summary).toMatch(/^## ❌ [\s\S]*\/name must be string/);
    const read = (output: string): Promise<string> => readFile(join(folder, outputs[output] ?? ''), 'utf8');
    expect(await read('html')).toMatch(/^<!doctype html>/i);
    expect(await read('junit')).toContain('<failure');
    expect(JSON.parse(await read('json'))).toMatchObject({ summary: { findings: { error: 1 } } });
    // Draft 4, of which it uses nothing that later drafts read otherwise.
    const { id: _, $schema: __, ...schema } = JSON.parse(await readFile(SARIF, 'utf8'));
    const ajv = new Ajv({ strict: false, unicodeRegExp: false });
    formats.default(ajv);
    expect(ajv.validate(schema, JSON.parse(await read('sarif'))) || ajv.errors).toBe(true);
  });

  it('ends with 2 where a recording was cut off, after all else was verified and reported', async () => {
    const { status, stdout, outputs } = await run(await repositoryWith({ ...DRIFT, ...CUT_OFF }));
    expect({ status, code: outputs['exit-code'] }).toEqual({ status: 2, code: '2' });
    expect(stdout).toContain('title=response-schema-conformance');
    expect(stdout).toMatch(/^::error .*cut-off\.har/m);
    expect(outputs).toHaveProperty('html');
  });

  it('ends with 2 where there is nothing to go by, names no report, and leaves none of an earlier run', async () => {
    const folder = await repositoryWith({
      ...CLEAN,
      'none.yaml': '[]',
      'contract-report/report.html': 'of an earlier run',
    });
    const { status, outputs } = await run(folder, { api: 'none.yaml' });
    expect({ status, outputs }).toEqual({ status: 2, outputs: { 'exit-code': '2' } });
    expect(await readdir(join(folder, 'contract-report'))).toEqual([]);
  });

  it.each([
    ['its value after a blank', '--min-coverage 100', 4],
    ['its value after =, lines of Windows, and blank ones', '\r\n  --min-coverage=100\r\n\r\n', 4],
    ['a value with = in it', '--server openapi.yaml=https://staging.example.com\n--fail-on warning', 0],
    ['a value with a blank in it', '--waivers my waivers.yaml', 0],
    ['one without value', '--strict', 0],
    ['one that there is not', '--colour', 2],
    ['a format more', '--format pretty=contract-report/report.txt', 0],
  ])('takes an option with %s', async (_, options, status) => {
    const folder = await repositoryWith({ ...CLEAN, 'my waivers.yaml': '[]' });
    expect(await run(folder, { options })).toMatchObject({ status });
  });

  it.each(['--', 'strict'])('takes no line for an option that is none: %s', async (options) => {
    const { status, stdout } = await run(await repositoryWith(CLEAN), { options });
    expect(status).toBe(2);
    expect(stdout).toContain(
      "Failed to verify: a line of the input 'options' is no option. Begin it with --.",
    );
  });

  it('takes several recordings and names with anything in them, and makes the folder of the reports', async () => {
    const name = `recordings/it's "mine" $(touch ran) \`touch ran\`.har`;
    const folder = await repositoryWith({ [name]: recordingOf({ name: 'Ada' }), ...CLEAN });
    const { status, outputs } = await run(folder, {
      recordings: `${name}\n  recordings/clean.har\n`,
      reports: 'out/$(touch ran)/a b',
    });
    expect({ status, html: outputs['html'] }).toEqual({
      status: 0,
      html: 'out/$(touch ran)/a b/report.html',
    });
    expect(existsSync(join(folder, 'ran'))).toBe(false);
    const { summary } = JSON.parse(await readFile(join(folder, outputs['json'] ?? ''), 'utf8'));
    expect(summary.exchanges).toBe(2);
  });

  const HOSTILE =
    '"; touch ran; $(touch ran) `touch ran` \' && touch ran\ntouch ran\nexit-code=0 | touch ran';
  it.each([
    // What can't be read is unread, and reported.
    ['recordings', HOSTILE],
    ['api', HOSTILE],
    ['options', HOSTILE],
    ['options', `--waivers ${HOSTILE}`],
    ['options', '--waivers $(touch ran)'],
    ['reports', HOSTILE],
    ['package', HOSTILE],
    ['package', '$(touch ran)'],
  ])('runs nothing of what %s says, and lets it set no output: %j', async (input, hostile) => {
    const folder = await repositoryWith(CLEAN);
    const { status, outputs, stdout } = await run(folder, { [input]: hostile });
    expect({ status, code: outputs['exit-code'] }).toEqual({ status: 2, code: '2' });
    if (input !== 'recordings') expect(Object.keys(outputs)).toEqual(['exit-code']);
    expect(await readdir(folder)).not.toContain('ran');
    expect(stdout).not.toMatch(/^touch|^exit-code/m);
  });

  it('runs by default the package of its own version, here the one that is installed', async () => {
    const { version } = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8'));
    const ran = await run(await repositoryWith(CLEAN), { package: '' });
    expect(ran).toMatchObject({ status: 0, stdout: expect.stringMatching(`^${version}\n`) });
  });

  it('ends with 2 where npx has no such package, and not with 1 as findings do', async () => {
    const ran = await run(await repositoryWith(CLEAN), { package: 'exa-enrichments@0.0.0-none' });
    expect(ran).toMatchObject({
      status: 2,
      outputs: { 'exit-code': '2' },
      stdout: expect.stringContaining(
        '::error title=exa-enrichments::Failed to run exa-enrichments@0.0.0-none:',
      ),
    });
  });
});

describe('docs/ci/github.yml', () => {
  it('gives the action inputs that it has, and takes outputs that it has', async () => {
    const text = await readFile(join(repository, 'docs/ci/github.yml'), 'utf8');
    const workflow = await readYaml<{
      jobs: { verify: { steps: { id?: string; with?: Record<string, string> }[] } };
    }>(repository, 'docs/ci/github.yml');
    const step = workflow.jobs.verify.steps.find(({ id }) => id === 'contract');
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(step?.with ?? {})));
    const taken = [...text.matchAll(/steps\.contract\.outputs\.([\w-]+)/g)].map(([, name]) => name);
    expect(taken.length).toBeGreaterThan(1);
    expect(Object.keys(action.outputs)).toEqual(expect.arrayContaining(taken));
    const folder = await repositoryWith(CLEAN);
    expect(await runAction(action, repository, folder, { ...GIVEN, ...step?.with })).toMatchObject({
      status: 0,
    });
  });
});

describe('docs/ci/gitlab.yml', () => {
  it.each([
    ['passes where recordings are as described', CLEAN, 0],
    ['fails where they drifted', DRIFT, 1],
    ['ends with 2 where one was cut off', CUT_OFF, 2],
  ])('%s, and leaves what it declares as artifacts', async (_, files, status) => {
    const { contract } = await readYaml<{
      contract: {
        variables: Record<string, string>;
        script: string[];
        artifacts: { paths: string[]; reports: { junit: string } };
      };
    }>(repository, 'docs/ci/gitlab.yml');
    const { version } = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8'));
    expect(contract.variables['EXA_ENRICHMENTS']).toBe(`exa-enrichments@${version}`);
    const folder = await repositoryWith(files);
    // As GitLab does: the lines are one script, which ends with the first that fails.
    const ran = await execute(['bash', '-eo', 'pipefail', '-c', contract.script.join('\n')], folder, {
      ...contract.variables,
      EXA_ENRICHMENTS: GIVEN.package,
      CI: 'true',
      GITLAB_CI: 'true',
    });
    expect(ran.status).toBe(status);
    const { paths, reports } = contract.artifacts;
    expect([...paths, reports.junit].filter((path) => !existsSync(join(folder, path)))).toEqual([]);
    expect(await readFile(join(folder, reports.junit), 'utf8')).toMatch(/^<\?xml[\s\S]*<testsuites/);
    expect(await readdir(join(folder, paths[0] ?? ''))).toContain('report.html');
  });
});

const hasPreCommit = spawnSync('pre-commit', ['--version']).status === 0;
const why = hasPreCommit ? '' : ' (skipped: pre-commit is not here, `apt-get install pre-commit`)';

describe(`.pre-commit-hooks.yaml${why}`, () => {
  /** What git would ask its user's configuration for. */
  const git = (folder: string, ...args: readonly string[]): ReturnType<typeof execute> =>
    execute(['git', '-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], folder, {
      PRE_COMMIT_HOME: join(folder, '.git', 'pre-commit'),
    });

  (hasPreCommit ? it : it.skip)('lets nobody commit a recording with a key in it', async () => {
    const hooks = await mkdtemp(join(tmpdir(), 'hooks-'));
    made.push(hooks);
    await copyFile(join(repository, '.pre-commit-hooks.yaml'), join(hooks, '.pre-commit-hooks.yaml'));
    await git(hooks, 'init', '--quiet');
    await git(hooks, 'add', '--all');
    await git(hooks, 'commit', '--quiet', '--message', 'hooks');
    const { stdout: rev } = await git(hooks, 'rev-parse', 'HEAD');

    const folder = await repositoryWith({
      ...CLEAN,
      '.gitignore': 'node_modules\n',
      'recordings/index.yaml': 'recordings: []\n',
      'package.json': '{ "name": "example", "private": true }\n',
      '.pre-commit-config.yaml': JSON.stringify({
        repos: [{ repo: hooks, rev: rev.trim(), hooks: [{ id: 'exa-enrichments-scrub' }] }],
      }),
    });
    await git(folder, 'init', '--quiet');
    expect(await execute(['pre-commit', 'install'], folder)).toMatchObject({ status: 0 });
    const commit = async (): Promise<{ status: number | null; said: string }> => {
      await git(folder, 'add', '--all');
      const { status, stdout, stderr } = await git(folder, 'commit', '--message', 'recordings');
      return { status, said: stdout + stderr };
    };
    expect(await commit()).toEqual({
      status: 0,
      said: expect.stringMatching(/^recordings without credentials\.+Passed$/m),
    });

    const key = [{ name: 'authorization', value: 'Bearer 8d1f0c5e9b7a4f6382d4c1e0a9b8f7e6' }];
    await writeFile(join(folder, 'recordings/with a key.har'), recordingOf({ name: 'Ada' }, key));
    const refused = await commit();
    expect(refused).toEqual({ status: 1, said: expect.stringMatching(/^- exit code: 1$/m) });
    expect(refused.said).toContain('recordings/with a key.har');
    expect(refused.said).not.toContain('8d1f0c5e');
    expect((await git(folder, 'log', '--oneline')).stdout.trim().split('\n')).toHaveLength(1);

    await writeFile(join(folder, 'recordings/with a key.har'), CUT_OFF['recordings/cut-off.har']);
    expect(await commit()).toEqual({ status: 1, said: expect.stringMatching(/^- exit code: 2$/m) });
  });
});
