import { spawn } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface Ran {
  /** The exit code; null where a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Step extends Ran {
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

export interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: {
    readonly steps: readonly {
      readonly id: string;
      readonly run: string;
      readonly env: Readonly<Record<string, string>>;
    }[];
  };
}

export async function readYaml<T>(repository: string, file: string): Promise<T> {
  return parse(await readFile(join(repository, file), 'utf8')) as T;
}

/** Runs a command to its end, of two minutes at most. Nothing of the CI that this may itself run in gets through. */
export function execute(
  command: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(?:GITHUB|INPUT|GIT|NODE_OPTIONS|FORCE_COLOR)/.test(name),
    ),
  );
  const [file = '', ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd,
      env: { ...inherited, npm_config_prefer_offline: 'true', ...env },
      timeout: 120_000,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    child.stdin.end();
    child.on('error', reject).on('close', (status) => resolve({ status, stdout, stderr }));
  });
}

/** Runs the one step of a composite action as a runner of GitHub does: inputs as variables, outputs and summary as files. */
export async function runAction(
  action: Action,
  repository: string,
  cwd: string,
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<Step> {
  const runner = await mkdtemp(join(tmpdir(), 'runner-'));
  const [step, ...others] = action.runs.steps;
  if (step === undefined || others.length > 0) throw new Error('The action is not of one step: run them all');
  const given = Object.fromEntries(
    Object.entries(step.env).map(([name, value]) => [
      name,
      value.replace(/\$\{\{ inputs\.(\w+) \}\}/g, (_, input: string) => {
        const known = action.inputs[input];
        if (known === undefined) throw new Error(`The action has no input ${input}`);
        return inputs[input] ?? known.default;
      }),
    ]),
  );
  const [script, output, summary] = ['script.sh', 'output', 'summary.md'].map((name) =>
    join(runner, name),
  ) as [string, string, string];
  await Promise.all([writeFile(script, step.run), writeFile(output, ''), writeFile(summary, '')]);
  const ran = await execute(['bash', '--noprofile', '--norc', '-eo', 'pipefail', script], cwd, {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION_PATH: repository,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    ...given,
    ...env,
  });
  const lines = (await readFile(output, 'utf8')).split('\n').filter((line) => line !== '');
  return {
    ...ran,
    outputs: Object.fromEntries(lines.map((line) => line.split(/=(.*)/s, 2) as [string, string])),
    summary: await readFile(summary, 'utf8'),
  };
}
