import { describe, expect, it } from '@jest/globals';
import { packagesOf, snippetModule, snippetsOf } from './types.ts';

const MARKDOWN = [
  '# Title',
  '',
  '```ts',
  "import { expect } from '@jest/globals';",
  "import { createClient } from 'exa-enrichments';",
  '```',
  '',
  '```sh',
  'npm ci',
  '```',
  '',
  '```ts',
  "import nock from 'nock/lib/x.js';",
  "import { readFile } from 'node:fs/promises';",
  "import { own } from './own.js';",
  "declare module 'expect' {}",
  '```',
].join('\n');

describe('the snippets of a Markdown file', () => {
  const snippets = snippetsOf(MARKDOWN);

  it('are its blocks in TypeScript, each with the line where it begins', () => {
    expect(snippets.map(({ line }) => line)).toEqual([4, 13]);
    expect(snippets[0]?.code).toBe(MARKDOWN.split('\n').slice(3, 5).join('\n').concat('\n'));
  });

  it('keep their lines as modules, so that the compiler names the line of the Markdown file', () => {
    const lines = snippets.map((snippet) =>
      snippetModule(snippet).split('\n').indexOf("declare module 'expect' {}"),
    );
    expect(lines).toEqual([-1, MARKDOWN.split('\n').indexOf("declare module 'expect' {}")]);
  });

  it('tell the packages they use, without Node’s own, local files and this package', () => {
    expect(snippets.map(packagesOf)).toEqual([['@jest/globals'], ['nock', 'expect']]);
  });
});
