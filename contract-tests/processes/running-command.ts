import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import manifest from 'exa-enrichments/package.json' with { type: 'json' };

const BIN: string = fileURLToPath(new URL(`../../${manifest.bin['exa-enrichments']}`, import.meta.url));

/** The built command in a process of its own. */
export interface RunningCommand {
  readonly process: ChildProcess;
  /** All that was written so far. */
  readonly text: { out: string; err: string };
  /** How it ended: the exit code, or the signal that killed it. */
  readonly end: Promise<number | string>;
}

const running = new Set<ChildProcess>();

/** @param stdout a file to write to instead */
export function startCommand(args: readonly string[], stdout?: string): RunningCommand {
  const fd = stdout === undefined ? undefined : openSync(stdout, 'w');
  const child = spawn(process.execPath, [BIN, ...args], {
    env: { PATH: process.env['PATH'], NO_COLOR: '1', EXA_API_KEY: 'k3y-that-nobody-may-see' },
    stdio: ['ignore', fd ?? 'pipe', 'pipe'],
  });
  if (fd !== undefined) closeSync(fd);
  running.add(child);
  const text = { out: '', err: '' };
  child.stdout?.on('data', (chunk) => {
    text.out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    text.err += chunk;
  });
  const end = once(child, 'close').then(([code, signal]) => {
    running.delete(child);
    return code ?? signal;
  });
  return { process: child, text, end };
}

/** Runs it to its end; with `stdout`, which writes to that file instead. */
export async function runCommand(
  args: readonly string[],
  stdout?: string,
): Promise<{ readonly code: number | string; readonly out: string; readonly err: string }> {
  const { end, text } = startCommand(args, stdout);
  return { code: await end, ...text };
}

/** For what a test that failed has left behind. */
export function killCommands(): void {
  for (const child of running) child.kill('SIGKILL');
}
