import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../check-package/run.ts';

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
