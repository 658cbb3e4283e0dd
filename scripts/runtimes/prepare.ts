import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { installPackage, packPackage, run } from '../check-package/steps.ts';

const here = fileURLToPath(new URL('binaries/', import.meta.url));
/** Out of the way of every tool that looks through the sources. */
const cache = fileURLToPath(new URL('../../node_modules/.cache/runtimes', import.meta.url));
const MANIFESTS = ['package.json', 'package-lock.json'];

/** Installs the packages of `binaries/`, if that has not been done. The first time takes a while. */
export async function installBinaries(): Promise<void> {
  const wanted = await Promise.all(MANIFESTS.map((name) => readFile(here + name, 'utf8')));
  const done = join(cache, 'done.json');
  if ((await readFile(done, 'utf8').catch(() => '')) === JSON.stringify(wanted)) return;
  await mkdir(cache, { recursive: true });
  await Promise.all(MANIFESTS.map((name, at) => writeFile(join(cache, name), wanted[at] ?? '')));
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], cache);
  await writeFile(done, JSON.stringify(wanted));
}

/**
 * The path of a binary within an installed package.
 *
 * @throws Error where it is not there: npm leaves out what is not for this platform.
 */
export async function binary(path: string): Promise<string> {
  const full = join(cache, 'node_modules', path);
  await access(full).catch(() => {
    throw new Error(`there is no ${path.split('/bin/')[0]} for ${process.platform} on ${process.arch}`);
  });
  return full;
}

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The files to run, made of the packed package. */
export interface Prepared {
  /** Imports the package by name, as it was installed: for runtimes that know `node_modules`. */
  readonly process: string;
  /** One file with everything in it. */
  readonly page: string;
  readonly worker: string;
}

/** Packs the package, installs it into `folder`, and bundles the entries against that. */
export async function prepare(folder: string): Promise<Prepared> {
  const packed = join(folder, 'packed');
  await mkdir(packed);
  const consumer = await installPackage(await packPackage(repository, packed), folder);
  const installed = join(consumer, 'node_modules/exa-enrichments/dist/index.js');
  const bundle = async (entry: string, options: object): Promise<string> => {
    const outfile = join(consumer, `${entry}.mjs`);
    const entryPoint = fileURLToPath(new URL(`entries/${entry}.ts`, import.meta.url));
    await build({
      entryPoints: [entryPoint],
      outfile,
      bundle: true,
      format: 'esm',
      target: 'es2022',
      ...options,
    });
    return outfile;
  };
  return {
    process: await bundle('process', { external: ['exa-enrichments'] }),
    page: await bundle('page', { alias: { 'exa-enrichments': installed } }),
    worker: await bundle('worker', { alias: { 'exa-enrichments': installed } }),
  };
}
