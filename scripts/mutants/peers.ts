import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Where the other judges are. */
interface Peers {
  readonly require: NodeJS.Require;
  /** The path of one of their commands. */
  bin(name: string): string;
}

const folder = fileURLToPath(new URL('../../node_modules/.cache/mutants/', import.meta.url));

/**
 * Installs the other judges, which are not among our dependencies, from a lockfile of their own, once. Undefined where
 * they can't be had.
 */
export function installPeers(): Peers | undefined {
  const lock = readFileSync(new URL('peers/package-lock.json', import.meta.url), 'utf8');
  const copy = `${folder}package-lock.json`;
  try {
    if (!existsSync(`${folder}node_modules/.package-lock.json`) || readFileSync(copy, 'utf8') !== lock) {
      mkdirSync(folder, { recursive: true });
      for (const file of ['package.json', 'package-lock.json'])
        copyFileSync(new URL(`peers/${file}`, import.meta.url), `${folder}${file}`);
      const args = ['ci', '--ignore-scripts', '--engine-strict=false', '--no-audit', '--no-fund'];
      execFileSync('npm', args, { cwd: folder, stdio: 'ignore', timeout: 180_000 });
    }
    return { require: createRequire(folder), bin: (name) => `${folder}node_modules/.bin/${name}` };
  } catch {
    return undefined;
  }
}
