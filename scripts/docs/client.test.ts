import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, jest } from '@jest/globals';
import { transformSync } from '@swc/core';
import { CALL_OPTIONS, CLIENT_OPTIONS, MANY_OPTIONS, WAIT_OPTIONS } from '../../src/client/options.ts';
import * as exported from '../../src/index.ts';
import { snippetModule, snippetsOf } from '../check-package/types.ts';
import { runInFolder } from './recipe.ts';

// Each block is a process of its own, and the compiler is another.
jest.setTimeout(120_000);

const root = fileURLToPath(new URL('../..', import.meta.url));
const DOCS = readFileSync(join(root, 'docs/client.md'), 'utf8');
const TYPESCRIPT = snippetsOf(DOCS);

/** What the blocks in TypeScript print, in order, and then which requests they made. */
const PRINTED: readonly (readonly string[])[] = [
  ['canceled canceled true', 'POST 01example 200', 'GET 01example 200'],
  ['pending', 'canceled', 'POST 01example 200', 'GET 01example 200'],
  ['no such enrichment', 'POST of_somebody_else 404'],
  ['pending', 'GET 01example 200'],
  [
    '01 canceled',
    '02 canceled',
    '03 canceled',
    ...['01', '02', '03'].flatMap((n) => [`POST ${n}example 200`, `GET ${n}example 200`]),
  ],
  // Of the journal below: the first is settled, and the second was begun.
  ['GET 02example 200', 'POST 02example 200'],
  ['canceled overloaded'],
  ['read the enrichment 1 200 true', 'GET 01example 200'],
  ['200 pending', 'GET 01example 200'],
];

const README = readFileSync(join(root, 'README.md'), 'utf8');
const RECORDING = readFileSync(join(root, 'contract-tests/recordings/read-back.json'), 'utf8');

/** Of the blocks of the README, some of what they print. */
const README_PRINTED: readonly (readonly string[])[] = [
  ['canceled [Deprecated]', 'POST 01example 200', 'GET 01example 200'],
  ['pending', 'POST 01example 200'],
  ['no such enrichment'],
  ['wenrich_01example canceled', 'wenrich_02example canceled'],
  ['5 exchanges verified: 0 errors, 0 warnings, 0 info.'],
  ['pending', 'canceled'],
];

/** What the platforms run. */
const projects = join(root, 'scripts/platforms/projects');
const PLATFORM_FILES = readdirSync(projects, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.jsx?$/.test(name) && !/node_modules|\.next/.test(name))
  .map((name) => readFileSync(join(projects, name), 'utf8'));

const JOURNAL = 'begun wenrich_01example\nsettled wenrich_01example\nbegun wenrich_02example\n';

/** Runs before a block: there is a key, and whoever asks the API is answered by the simulator. */
const SETUP = `
import { createSimulator } from 'exa-enrichments/simulator';

const enrichments = ['01', '02', '03'].map((number) => ({ id: \`wenrich_\${number}example\` }));
const simulator = createSimulator({
  rateLimit: 'off',
  timings: { cancelTakes: 100 },
  websets: [{ id: 'webset_01example', enrichments }],
});
globalThis.fetch = simulator.fetch;
process.env.EXA_API_KEY = 'not-a-real-key';
process.on('exit', () => {
  const seen = simulator.requests.map(({ method, parameters, status }) =>
    [method, parameters.id.replace('wenrich_', ''), status].join(' '),
  );
  for (const line of new Set(seen)) console.log(line);
});
`;

/** What a block prints, in any order, and then which requests it made. */
async function printedBy(code: string): Promise<string[]> {
  const plain = transformSync(code, { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }).code;
  const files = {
    'setup.mjs': SETUP,
    'block.mjs': plain,
    'journal.txt': JOURNAL,
    'recordings/one.json': RECORDING,
  };
  const ran = await runInFolder(files, [], ['--import=./setup.mjs', 'block.mjs']);
  expect({ code: ran.code, output: ran.code === 0 ? '' : ran.output }).toEqual({ code: 0, output: '' });
  return ran.output.trim().split('\n').sort();
}

describe('the code in README.md', () => {
  // The matcher's is tried by jest, in `npm run test:package`.
  const blocks = snippetsOf(README).filter(({ code }) => !code.includes('@jest/globals'));

  it('is there', () => expect(blocks).toHaveLength(README_PRINTED.length));

  it.each(blocks.map(({ line, code }, index) => ({ line, code, printed: README_PRINTED[index] ?? [] })))(
    'does what it says, against the simulator, at line $line',
    async ({ code, printed }) => expect(await printedBy(code)).toEqual(expect.arrayContaining([...printed])),
  );
});

describe('the code in docs/client.md', () => {
  it('is as TypeScript wants it, as strict as it can be', async () => {
    const files = TYPESCRIPT.map(
      (snippet) => [`client.md.${snippet.line}.ts`, snippetModule(snippet)] as const,
    );
    const compilerOptions = {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noUnusedLocals: true,
      target: 'es2022',
      module: 'nodenext',
      lib: ['es2023'],
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')],
    };
    const ran = await runInFolder(
      {
        ...Object.fromEntries(files),
        'package.json': '{"type": "module"}',
        'tsconfig.json': JSON.stringify({ compilerOptions, files: files.map(([name]) => name) }),
      },
      [],
      [join(root, 'node_modules/typescript/bin/tsc'), '--pretty', 'false'],
    );
    expect(ran).toEqual({ code: 0, output: '' });
  });

  it('is there, each block with what it prints', () => {
    expect(TYPESCRIPT).toHaveLength(PRINTED.length);
  });

  it.each(TYPESCRIPT.map(({ line, code }, index) => ({ line, code, printed: PRINTED[index] ?? [] })))(
    'does what it says, against the simulator, at line $line',
    async ({ code, printed }) => expect(await printedBy(code)).toEqual([...printed].sort()),
  );

  it.each(
    Array.from(DOCS.matchAll(/^```jsx?\n(.*?)^```$/gms), ({ index, 1: code = '' }) => ({
      line: DOCS.slice(0, index).split('\n').length + 1,
      code,
    })),
  )('is what `npm run test:platforms` runs, word for word, at line $line', ({ code }) => {
    const paragraphs = code.trim().split(/\n\n(?=\S)/);
    expect(PLATFORM_FILES.filter((text) => paragraphs.every((part) => text.includes(part)))).not.toEqual([]);
  });
});

describe('docs/client.md', () => {
  it.each([
    ['Of a client', CLIENT_OPTIONS],
    ['Of `cancel` and `get`', CALL_OPTIONS],
    ['Of `cancelAndWait` and `waitForEnd`', WAIT_OPTIONS],
    ['Of `cancelMany`', MANY_OPTIONS],
  ])('names each option, and no other: %s', (heading, names) => {
    expect(firstCells(heading).sort()).toEqual(names.split(' ').sort());
  });

  it('names each error with its code, and no other', () => {
    const classes = Object.keys(exported).filter((name) => /^[A-Z].*Error$/.test(name));
    const rows = Array.from(
      section('Errors').matchAll(/^\| `(\w+)` \| `([a-z-]+)` \|/gm),
      ([, name, code]) => `${name} ${code}`,
    );
    const codeOf = (name: string): string =>
      name
        .slice(0, -5)
        .replace(/\B[A-Z]/g, '-$&')
        .toLowerCase();
    expect(rows.sort()).toEqual(classes.map((name) => `${name} ${codeOf(name)}`).sort());
  });

  it('leads to headings that are there', () => {
    const anchors = Array.from(DOCS.matchAll(/^#+ (.*)$/gm), ([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    );
    const links = Array.from(DOCS.matchAll(/\]\(#([^)]*)\)/g), ([, anchor]) => anchor);
    expect(links.filter((anchor) => !anchors.includes(anchor ?? ''))).toEqual([]);
  });
});

function section(heading: string): string {
  return DOCS.split(/^#+ /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
}

function firstCells(heading: string): string[] {
  return Array.from(section(heading).matchAll(/^\| `(\w+)` \|/gm), ([, name = '']) => name);
}
