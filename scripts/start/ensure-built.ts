import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = `${root}dist/.tsbuildinfo`;

/** Builds `dist/` where a source is newer: `npm ci` has built it, and a second build would only cost time. */
export function ensureBuilt(): void {
  if (existsSync(built) && newestSource() <= statSync(built).mtimeMs) return;
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: 'inherit',
    shell: true,
  });
  if (status !== 0) throw new Error('src/ does not compile');
}

function newestSource(): number {
  const files = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' });
  return Math.max(...files.map((file) => statSync(`${root}src/${file}`).mtimeMs));
}
