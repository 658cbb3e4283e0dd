import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { blocksOf, runScript } from './commands.ts';

const page = await readFile(fileURLToPath(new URL('../../docs/why-no-error.md', import.meta.url)), 'utf8');
const [setup = '', ...blocks] = blocksOf(page, 'sh');

/** A command with what the page says of it behind a `#`, and what has to run before it. */
const before: string[] = [];
const claims: { readonly command: string; readonly said: string; readonly before: string }[] = [];
for (const line of blocks.flatMap((block) => block.trimEnd().split('\n'))) {
  const [, command, said = ''] = /^((?:npx|recorded|sent) .*?) +# (.*)$/.exec(line) ?? [];
  if (command === undefined) before.push(line);
  else claims.push({ command, said, before: before.join('\n') });
}

/** How many findings of each severity the last line of a run counts. */
function counts(stdout: string): Record<string, number> {
  const last = stdout.trimEnd().split('\n').at(-1) ?? '';
  return Object.fromEntries(
    ['error', 'warning', 'info'].map((name) => [
      name,
      Number(new RegExp(`(\\d+) ${name}`).exec(last)?.[1] ?? 0),
    ]),
  );
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'why-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('docs/why-no-error.md', () => {
  it('has a command for each of its rules', () => {
    expect(claims.length).toBeGreaterThan(25);
  });

  it.each(claims)('$command: $said', async ({ command, said, before }) => {
    const { stdout, stderr, code } = await runScript(`${setup}\n${before}\n${command}`, folder);
    const { error = 0, warning = 0, info = 0 } = counts(stdout);
    expect(stderr).toBe('');
    const expected = /\berrors?\b/.test(said)
      ? { error: true, warning: warning > 0, info: info > 0 }
      : { error: false, warning: /warning/.test(said), info: /information/.test(said) };
    expect({ error: error > 0, warning: warning > 0, info: info > 0 }).toEqual(expected);
    expect(code).toBe(/nothing was verified/.test(said) ? 3 : error > 0 ? 1 : 0);
  });
});
