import { execFile } from 'node:child_process';
import { access, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../message-of.ts';

/**
 * Runs a command and resolves with what it wrote to stdout.
 *
 * @throws Error with all its output where the command fails, or takes more than two minutes.
 */
export function run(command: string, args: readonly string[], cwd: string): Promise<string> {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
  return new Promise((resolve, reject) => {
    const options = { cwd, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, timeout: 120_000 } as const;
    const child = execFile(command, args, options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else
        reject(
          new Error(
            [`${command} ${args.join(' ')}`, stdout, stderr].filter((text) => text.trim() !== '').join('\n'),
          ),
        );
    });
    child.stdin?.end();
  });
}

/** Packs what was built; `--ignore-scripts`, because the build is the caller's. */
export async function packPackage(repository: string, folder: string): Promise<string> {
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], repository);
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error('npm pack left no tarball');
  return join(folder, tarball);
}

/** Bytes of the tarball: a quarter more than it is, so that only a file too many is noticed. */
const MOST_BYTES = 2_000_000;

/** @throws Error that says how large the tarball is. */
export async function noLarger(tarball: string): Promise<void> {
  const { size } = await stat(tarball);
  if (size > MOST_BYTES) throw new Error(`The tarball has ${size} bytes: more than ${MOST_BYTES}`);
}

/** Installs the tarball into a folder where nothing else is, and resolves with that folder. */
export async function installPackage(tarball: string, folder: string): Promise<string> {
  const consumer = join(folder, 'consumer');
  await mkdir(consumer);
  await writeFile(
    join(consumer, 'package.json'),
    JSON.stringify({ name: 'consumer', private: true, type: 'module' }),
  );
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'];
  await run('npm', ['install', tarball, ...quiet], consumer);
  return consumer;
}

/** Each command that the command line tells of is there, and loads: they are built one by one. */
export async function commandsRun(consumer: string, { version }: Manifest): Promise<void> {
  const command = (...args: readonly string[]): Promise<string> =>
    run(join(consumer, 'node_modules/.bin/exa-enrichments'), args, consumer);
  const told = await command('--version');
  if (told.trim() !== version) throw new Error(`--version says ${JSON.stringify(told)}`);
  const names = [...(await command('--help')).matchAll(/^ {2}([a-z-]+) {2}/gm)].map(([, name = '']) => name);
  if (names.length === 0) throw new Error('--help tells of no command');
  for (const name of names) {
    const help = await command(name, '--help');
    if (!help.includes(`exa-enrichments ${name}`))
      throw new Error(`${name} --help says ${JSON.stringify(help)}`);
  }
}

/** What an entry point is, by who asks for it. */
interface Conditions {
  readonly types: string;
  readonly import?: string;
  readonly require?: string;
}

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly exports: Readonly<Record<string, string | Conditions>>;
}

export async function manifestOf(consumer: string): Promise<Manifest> {
  const text = await readFile(join(consumer, 'node_modules/exa-enrichments/package.json'), 'utf8');
  return JSON.parse(text) as Manifest;
}

/** What an entry point is imported as: `exa-enrichments/contract`. */
export function specifier({ name }: Manifest, entry: string): string {
  return name + entry.slice(1);
}

/** The entry points that are JavaScript; the others are data, or types alone. */
export function moduleEntries({ exports }: Manifest): readonly string[] {
  return Object.entries(exports).flatMap(([entry, target]) =>
    typeof target === 'object' && target.import !== undefined ? [entry] : [],
  );
}

/** Each in a process of its own, each way: no entry point may lean on what another one has loaded. */
export async function entryPointsLoad(consumer: string, manifest: Manifest): Promise<void> {
  const evaluate = (script: string, type: 'module' | 'commonjs'): Promise<string> =>
    run(process.execPath, ['--no-warnings', `--input-type=${type}`, '--eval', script], consumer);
  for (const [entry, target] of Object.entries(manifest.exports)) {
    const name = specifier(manifest, entry);
    if (typeof target === 'string') await evaluate(dataScript(name, target), 'module');
    if (typeof target === 'string' || target.require === undefined) continue;
    await evaluate(
      `${EXPORTS}told(${JSON.stringify(name)}, await import(${JSON.stringify(name)}))`,
      'module',
    );
    for (const asked of [name, join(consumer, 'node_modules', manifest.name, target.require)])
      await evaluate(
        `${EXPORTS}told(${JSON.stringify(asked)}, require(${JSON.stringify(asked)}))`,
        'commonjs',
      );
  }
}

const EXPORTS =
  "const told = (name, entry) => { if (Object.keys(entry).length === 0) throw new Error(name + ' exports nothing') };";

function dataScript(name: string, target: string): string {
  const quoted = JSON.stringify(name);
  if (target.endsWith('.json')) return `await import(${quoted}, { with: { type: 'json' } })`;
  return `const { readFileSync } = await import('node:fs'); readFileSync(new URL(import.meta.resolve(${quoted})))`;
}

/**
 * The compiler never deletes: what was built from a file that is gone would be shipped.
 *
 * @throws Error that names the files of `dist/` with no source.
 */
export async function noStaleFiles(repository: string): Promise<void> {
  const built = await readdir(join(repository, 'dist'), { recursive: true });
  const modules = built.filter((file) => file.endsWith('.d.ts'));
  const gone: string[] = [];
  for (const file of modules) {
    const source = join(repository, 'src', file.replace(/\.d\.ts$/, '.ts'));
    await access(source).catch(() => gone.push(join('dist', file)));
  }
  if (gone.length > 0)
    throw new Error(`Run \`npm run clean && npm run build\`: no source for ${gone.join(', ')}`);
}

interface Steps {
  /** Runs one step and reports it in a line; a failed step resolves with undefined. */
  step<T>(name: string, action: () => Promise<T>): Promise<T | undefined>;
  failed(): boolean;
}

/** Reports steps as they end, so that steps side by side don't mix their output. */
export function createSteps(output: { write(text: string): unknown }): Steps {
  let failures = 0;
  return {
    failed: () => failures > 0,
    async step(name, action) {
      const started = performance.now();
      const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(1)} s`;
      try {
        const result = await action();
        output.write(`ok      ${name} (${seconds()})\n`);
        return result;
      } catch (error) {
        failures += 1;
        output.write(`FAILED  ${name} (${seconds()})\n${messageOf(error).replace(/^/gm, '        ')}\n`);
        return undefined;
      }
    },
  };
}
