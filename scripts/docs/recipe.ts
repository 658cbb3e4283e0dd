import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const markdown = readFileSync(new URL('../../docs/simulator.md', import.meta.url), 'utf8');

/** The first block in JavaScript below a heading of docs/simulator.md. @throws Error where there is none */
export function recipe(heading: string): string {
  const section = markdown.split(/^#+ /m).find((text) => text.startsWith(`${heading}\n`));
  const code = /^```js\n(.*?)^```$/ms.exec(section ?? '')?.[1];
  if (code === undefined) throw new Error(`docs/simulator.md has no code below "${heading}"`);
  return code;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Ran {
  readonly code: number;
  /** Standard output and error. */
  readonly output: string;
}

/**
 * Runs Node in a folder of its own with `files`, as a user has them: the packages that are linked there, this one among
 * them, are all that it can import.
 */
export async function runInFolder(
  files: Readonly<Record<string, string>>,
  packages: readonly string[],
  args: readonly string[],
): Promise<Ran> {
  const folder = await mkdtemp(join(tmpdir(), 'recipe-'));
  try {
    const links: (readonly [string, string])[] = packages.map((name) => [
      name,
      `${root}node_modules/${name}`,
    ]);
    for (const [name, target] of [...links, ['exa-enrichments', root] as const]) {
      const link = join(folder, 'node_modules', name);
      await mkdir(dirname(link), { recursive: true });
      await symlink(target, link, 'junction');
    }
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    return await node(args, folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function node(args: readonly string[], cwd: string): Promise<Ran> {
  // A runner of tests that finds itself in another one tells it instead of us.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      args,
      { cwd, env: { ...env, NO_COLOR: '1' }, timeout: 50_000 },
      (error, out, err) => {
        resolve({ code: error === null ? 0 : 1, output: `${out}${err}` });
      },
    );
  });
}

/** The arguments that have jest run the tests of the folder it is in. */
export const JEST: readonly string[] = [
  '--experimental-vm-modules',
  `${root}node_modules/jest/bin/jest.js`,
  '--config',
  JSON.stringify({ testEnvironment: 'node', transform: {}, testMatch: ['**/*.test.mjs'] }),
];
