import { execFile } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../dist/cli/bin.js', import.meta.url));

/** What a command came to. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script with bash in `folder`, where `npx exa-enrichments` is what was built. */
export async function runScript(script: string, folder: string, env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const path = join(folder, '.bin');
  await mkdir(path, { recursive: true });
  const shim = `#!/bin/sh\n[ "$1" = exa-enrichments ] && shift || { echo "npx $1: not here" >&2; exit 127; }\nexec "${process.execPath}" "${bin}" "$@"\n`;
  await writeFile(join(path, 'npx'), shim);
  await chmod(join(path, 'npx'), 0o755);
  const options = {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', ...env, PATH: `${path}${delimiter}${process.env['PATH']}` },
    timeout: 60_000,
  };
  return new Promise((resolve) => {
    execFile('bash', ['-c', script], options, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

/** The blocks of a page in one language, in order. */
export function blocksOf(markdown: string, language: string): string[] {
  const fence = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms');
  return Array.from(markdown.matchAll(fence), ([, code = '']) => code);
}
