import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { JEST, recipe, runInFolder } from './recipe.ts';

const textOf = (name: string): string => readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');
const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));
const tested = recipe('Recipes');

describe('the code in docs/simulator.md', () => {
  it('runs as it is at the top', async () => {
    const main = recipe('The simulator').replace('await exa.get(', 'const { status } = await exa.get(');
    const files = { 'main.mjs': `${main}console.log(status);` };
    expect(await runInFolder(files, [], ['main.mjs'])).toEqual({ code: 0, output: 'canceled\n' });
  });

  it('passes in jest', async () => {
    const files = { 'recipe.test.mjs': tested + recipe('jest') };
    const { code, output } = await runInFolder(files, ['@jest/globals'], JEST);
    expect(output).toMatch(/Tests: +2 passed, 2 total/);
    expect(code).toBe(0);
  });

  it('passes as the one for vitest, in jest', async () => {
    const { code, output } = await runInFolder(
      {
        'recipe.test.mjs': tested + recipe('vitest'),
        'node_modules/vitest/package.json': '{"name": "vitest", "type": "module", "exports": "./index.js"}',
        'node_modules/vitest/index.js': textOf('vitest-stand-in.js'),
      },
      ['@jest/globals'],
      JEST,
    );
    expect(output).toMatch(/Tests: +1 passed, 1 total/);
    expect(code).toBe(0);
  });

  it('passes in node:test', async () => {
    const files = { 'recipe.test.mjs': tested + recipe('node:test') };
    const { code, output } = await runInFolder(files, [], ['--test', 'recipe.test.mjs']);
    expect(output).toMatch(/(#|ℹ) pass 1\n/);
    expect(code).toBe(0);
  });

  it('lets nock play a scenario to the code under test', async () => {
    const call = "await stopEnrichment({ webset: 'my-webset', enrichment: 'wenrich_1' }, { apiKey: 'any' })";
    const files = { 'main.mjs': `${tested}${recipe('nock')}console.log(${call}, nock.isDone());` };
    expect(await runInFolder(files, ['nock'], ['main.mjs'])).toEqual({ code: 0, output: 'completed true\n' });
  });

  (chromium === undefined ? it.skip : it)('answers a page, also by losing the connection', async () => {
    const imports = "import { createSimulator } from 'exa-enrichments/simulator';\n";
    const files = { 'main.mjs': imports + recipe('Playwright') + textOf('page.js') };
    const ran = await runInFolder(files, ['playwright-core'], ['main.mjs', chromium ?? '']);
    expect(ran).toEqual({ code: 0, output: '200 TypeError\n' });
  });
});
