import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const bench = fileURLToPath(new URL('.', import.meta.url));

/** Installs what the benchmarks compare with, if that has not been done. */
export function installPeers(): void {
  const { dependencies } = JSON.parse(readFileSync(`${bench}package.json`, 'utf8'));
  if (Object.keys(dependencies).every((name) => existsSync(`${bench}node_modules/${name}`))) return;
  const { status } = spawnSync(
    'npm',
    ['ci', '--ignore-scripts', '--engine-strict=false', '--no-audit', '--no-fund'],
    {
      cwd: bench,
      stdio: 'inherit',
      timeout: 300_000,
    },
  );
  if (status !== 0)
    throw new Error('Failed to install the peers. Run `npm ci --ignore-scripts` in scripts/bench.');
}
