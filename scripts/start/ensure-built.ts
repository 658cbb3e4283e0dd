import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isStale } from './is-stale.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What `dist/` is made from: it holds parts of `generated/` too. */
const SOURCES = [
  'src',
  'generated',
  'tsconfig.json',
  'scripts/tsconfig.build.json',
  'scripts/bundle.ts',
  'scripts/bundle',
];

/** Builds `dist/` where a source is newer: `npm ci` has built it, and a second build would only cost time. */
export function ensureBuilt(): void {
  if (
    !isStale(
      `${root}dist/.built`,
      SOURCES.map((name) => root + name),
    )
  )
    return;
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: 'inherit',
    shell: true,
  });
  if (status === 0) return;
  console.error('The package can not be built: src/ does not compile.');
  process.exit(2);
}
