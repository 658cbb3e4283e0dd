import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Whether a file or a folder among `sources`, or anything below it, is newer than `stamp`, or `stamp` is not there.
 * Tests are passed over; a file that was removed shows by its folder.
 */
export function isStale(stamp: string, sources: readonly string[]): boolean {
  const built = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs;
  return built === undefined || sources.some((source) => newest(source) > built);
}

function newest(path: string): number {
  // A link that leads nowhere is the lock of some editors, and a file may go while this looks.
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !/\.test(-support)?\.ts$/.test(name),
  );
  return Math.max(
    stats.mtimeMs,
    ...files.map((file) => statSync(join(path, file), { throwIfNoEntry: false })?.mtimeMs ?? 0),
  );
}

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
