import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { run } from './terminal.test-support.ts';

/** What is typed so far, and what has to be, and what must not be, among what is offered. */
const TYPED: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['', ['cancel', 'merge-reports', 'help'], ['--journal']],
  ['ver', ['verify'], ['cancel']],
  ['verify --min', ['--min-coverage'], ['--max-age', '--journal']],
  ['cancel --j', ['--json', '--journal'], ['--min-coverage']],
  ['verify --fail-on ', ['error', 'warning'], ['pretty']],
  ['verify --format s', ['sarif'], ['pretty']],
  ['simulate --scenario never', ['never-confirms'], ['async-cancel']],
  ['verify --waivers wai', ['waivers.yaml'], ['verify']],
  ['verify wai', ['waivers.yaml'], ['wait']],
  ['verify my', ['my traffic.har'], ['my']],
  ['verify --config my', ['my traffic.har'], ['my']],
  ['completion ', ['bash', 'zsh', 'fish'], ['verify']],
  ['help wa', ['wait'], ['cancel']],
  ['wait --he', ['--help'], ['--timeout']],
];

const isThere = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'completion-'));
  for (const name of ['waivers.yaml', 'my traffic.har']) writeFileSync(join(folder, name), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function script(shell: string): Promise<string> {
  const { code, out } = await run(['completion', shell]);
  expect(code).toBe(0);
  writeFileSync(join(folder, `_${shell}`), out);
  return out;
}

function ask(shell: string, args: readonly string[]): readonly string[] {
  const out = execFileSync(shell, args, { cwd: folder, encoding: 'utf8', timeout: 20_000 });
  return out.split('\n').map((line) => line.split('\t')[0]?.trim() ?? '');
}

/** A test where the shell can be had, else a word that it can't. */
const where = (shell: string) => (isThere(shell) ? it : it.skip);

describe('the completion of a shell', () => {
  where('bash')('is offered by bash', async () => {
    await script('bash');
    for (const [typed, wanted, others] of TYPED) {
      const words = ['exa-enrichments', ...typed.split(' ')];
      const ends = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}`;
      const offered = ask('bash', [
        '-c',
        `. ./_bash; ${ends}; _exa_enrichments; printf '%s\\n' "\${COMPREPLY[@]}"`,
      ]);
      expect({ typed, offered }).toEqual({ typed, offered: expect.arrayContaining([...wanted]) });
      expect({ typed, offered: offered.filter((one) => others.includes(one)) }).toEqual({
        typed,
        offered: [],
      });
    }
  });

  where('fish')('is offered by fish', async () => {
    await script('fish');
    for (const [typed, wanted, others] of TYPED) {
      const offered = ask('fish', ['-N', '-c', `source ./_fish; complete -C 'exa-enrichments ${typed}'`]);
      expect({ typed, offered }).toEqual({ typed, offered: expect.arrayContaining([...wanted]) });
      expect({ typed, offered: offered.filter((one) => others.includes(one)) }).toEqual({
        typed,
        offered: [],
      });
    }
  });

  where('zsh')('is read by zsh, and registered there', async () => {
    await script('zsh');
    const load = 'autoload -U compinit; compinit -u -D; source ./_zsh; print -r -- $_comps[exa-enrichments]';
    expect(ask('zsh', ['-f', '-c', load])).toContain('_exa_enrichments');
  });

  it('is none of a shell that is not known', async () => {
    const { code, err } = await run(['completion', 'csh']);
    expect(code).toBe(2);
    expect(err).toContain('completion needs the name of a shell: bash, zsh, fish');
  });
});
