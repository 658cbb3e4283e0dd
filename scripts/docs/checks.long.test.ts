import { mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CHECK_IDS } from '../../src/contract/finding.ts';
import { blocksOf, runScript } from './commands.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-'));
  await mkdir(join(folder, 'node_modules'));
  await symlink(root, join(folder, 'node_modules', 'exa-enrichments'), 'junction');
});
afterEach(() => rm(folder, { recursive: true }));

/** How old a recording is changes every day. */
const withoutDays = (text: string): string => text.replace(/\b\d+ days, /g, 'N days, ');

describe('the page of', () => {
  it.each(CHECK_IDS)('%s is listed in docs/reports.md', async (id) => {
    expect(await readFile(join(root, 'docs/reports.md'), 'utf8')).toContain(`](checks/${id}.md)`);
  });

  it.each(CHECK_IDS)('%s shows what its commands print', async (id) => {
    const page = await readFile(join(root, `docs/checks/${id}.md`), 'utf8');
    const [sample = ''] = blocksOf(page, 'text');
    const { stdout, stderr } = await runScript(blocksOf(page, 'sh').join('\n'), folder);
    expect(page).toMatch(`# ${id}\n`);
    expect(sample).toMatch(new RegExp(`^(error|warning|info) ${id}\\b`));
    expect(stderr).toBe('');
    expect(withoutDays(stdout)).toContain(withoutDays(sample));
  });
});
