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
  const options = { cwd: root, stdio: 'inherit', shell: true } as const;
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], options);
  if (status === 0) return;
  // What was generated is built as well; a wrong edit there is mended by another command than one in src/.
  const { status: inStep } = spawnSync('npm', ['run', '--silent', 'check:generated'], options);
  if (inStep === 0) console.error('The package can not be built: src/ does not compile.');
  process.exit(2);
}
