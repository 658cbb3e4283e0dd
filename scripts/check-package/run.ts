import { execFile } from 'node:child_process';

/**
 * Runs a command and resolves with what it wrote to stdout.
 *
 * @throws Error with all its output where the command fails, or takes more than two minutes.
 */
export function run(command: string, args: readonly string[], cwd: string): Promise<string> {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
  return new Promise((resolve, reject) => {
    const options = { cwd, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, timeout: 120_000 } as const;
    const child = execFile(command, args, options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else
        reject(
          new Error(
            [`${command} ${args.join(' ')}`, stdout, stderr].filter((text) => text.trim() !== '').join('\n'),
          ),
        );
    });
    child.stdin?.end();
  });
}
