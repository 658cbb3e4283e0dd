import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { installPackage, packPackage } from '../check-package/npm.ts';

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
