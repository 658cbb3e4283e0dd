import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../check-package/steps.ts';

const projects = fileURLToPath(new URL('projects/', import.meta.url));
/** Peers are measured by what they do here, whatever Node they ask for. */
const QUIET = ['--ignore-scripts', '--engine-strict=false', '--prefer-offline', '--no-audit', '--no-fund'];

/**
 * Copies a project into `folder`, laying its parts one over the other, and installs what its lock says.
 *
 * @throws Error where that can't be had here.
 */
export async function installProject(parts: readonly string[], folder: string): Promise<void> {
  await mkdir(folder);
  for (const part of parts) {
    const filter = (path: string): boolean => !/[\\/](node_modules|\.next)$/.test(path);
    await cp(join(projects, part), folder, { recursive: true, filter });
  }
  await run('npm', ['ci', ...QUIET], folder);
}

/** Installs the package as its users do. */
export async function installTarball(tarball: string, folder: string): Promise<void> {
  await run('npm', ['install', '--no-save', ...QUIET, tarball], folder);
}

/** The version of what is installed under that name. */
export async function versionOf(name: string, folder: string): Promise<string> {
  return JSON.parse(await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version;
}

/**
 * Runs Node in a project, and resolves with all that it said. Ended with everything it started where the signal is
 * aborted, which rejects.
 */
export async function runNode(
  args: readonly string[],
  { cwd, env, signal }: { cwd: string; env: NodeJS.ProcessEnv; signal: AbortSignal },
): Promise<string> {
  signal.throwIfAborted();
  // A process group of its own, so that what a test starts ends with it.
  const child = spawn(process.execPath, args, {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  const end = (): void => endGroup(child);
  signal.addEventListener('abort', end);
  try {
    await new Promise((resolve, reject) => child.on('exit', resolve).on('error', reject));
  } finally {
    signal.removeEventListener('abort', end);
    end();
  }
  if (signal.aborted) throw new Error(`it took too long, or was interrupted:\n${said.slice(-2000)}`);
  return said;
}

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // All of them have ended.
  }
}
