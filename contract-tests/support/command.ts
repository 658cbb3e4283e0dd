import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import manifest from 'exa-enrichments/package.json' with { type: 'json' };

const BIN = fileURLToPath(new URL(`../../${manifest.bin['exa-enrichments']}`, import.meta.url));

export interface CommandResult {
  readonly code: number | string | null | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command in a process of its own, in `cwd`, for at most 20 s. */
export function exaEnrichments(args: readonly string[], cwd?: string): Promise<CommandResult> {
  const env = { PATH: process.env['PATH'], NO_COLOR: '1' };
  return new Promise((resolve) => {
    execFile(process.execPath, [BIN, ...args], { cwd, env, timeout: 20_000 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : error.code, stdout, stderr });
    });
  });
}
