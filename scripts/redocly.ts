import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface RedoclyResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The box that Redocly 2.77 prints first on Node 20. Anchored, so that a box of anything else stays. */
const NODE_20_BANNER = /^\s*╔═+╗\n\s*║ +║\n\s*║ +Deprecation warning: Node\.js 20 [^╝]*╝\n\n?/u;

export function dropBanner(stderr: string): string {
  return stderr.replace(NODE_20_BANNER, '');
}

/**
 * Runs the Redocly of this package with telemetry and its look for updates off, so that nothing goes to the network.
 * Redocly exports no library, only its command.
 *
 * @throws where the command cannot be started; a lint that fails is no throw but a `code` other than 0.
 */
export function runRedocly(args: readonly string[], cwd: string = process.cwd()): Promise<RedoclyResult> {
  const manifest = createRequire(import.meta.url).resolve('@redocly/cli/package.json');
  const command = join(dirname(manifest), 'bin', 'cli.js');
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...args], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({
        code: code ?? 1,
        stdout: Buffer.concat(stdout).toString(),
        stderr: dropBanner(Buffer.concat(stderr).toString()),
      });
    });
  });
}

// By real path: a checkout behind a symlink would else lint nothing, and exit 0.
if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { code, stdout, stderr } = await runRedocly(process.argv.slice(2));
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = code;
}
