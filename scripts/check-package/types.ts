import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { VITEST } from '../../contract-tests/support/vitest-stub.ts';
import { type Manifest, moduleEntries, run, specifier } from './steps.ts';

/** A TypeScript code block of a Markdown file. */
interface Snippet {
  /** The line of its first code line, from 1. */
  readonly line: number;
  readonly code: string;
}

/** The `ts` blocks of a Markdown text, in order. */
export function snippetsOf(markdown: string): readonly Snippet[] {
  const snippets: Snippet[] = [];
  for (const match of markdown.matchAll(/^```ts\n(.*?)^```$/gms)) {
    const before = markdown.slice(0, match.index);
    snippets.push({ line: before.split('\n').length + 1, code: match[1] ?? '' });
  }
  return snippets;
}

/** A module of its own, with its lines where they are in the Markdown file: the compiler's places are then right. */
export function snippetModule({ line, code }: Snippet): string {
  return `${'\n'.repeat(line - 1)}${code}export {};\n`;
}

/** The packages that a snippet imports or augments, without our own. */
export function packagesOf({ code }: Snippet): readonly string[] {
  const names = [...code.matchAll(/(?:from|declare module) '([^'.][^']*)'/g)].flatMap(([, name]) => {
    const scope = name?.startsWith('@') === true ? 2 : 1;
    return name === undefined ? [] : [name.split('/').slice(0, scope).join('/')];
  });
  return names.filter((name) => !name.startsWith('node:') && name !== 'exa-enrichments');
}

/** As strict as a user may be; `skipLibCheck` off, so that our declarations are judged and not only used. */
const STRICT = {
  strict: true,
  noEmit: true,
  skipLibCheck: false,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  target: 'es2022',
};

/** Every entry point, and every TypeScript block of README and docs, in a Node project. */
export async function typesArriveInNode(
  consumer: string,
  manifest: Manifest,
  repository: string,
): Promise<void> {
  const files = [await usesEveryEntry(consumer, manifest), ...(await writeSnippets(consumer, repository))];
  await compile(consumer, repository, 'node', files, {
    module: 'nodenext',
    lib: ['es2023'],
    types: ['node'],
    typeRoots: [join(repository, 'node_modules/@types')],
  });
}

/** Every entry point once more without Node's types, with no more of the DOM than a program must name. */
export async function typesArriveInBrowsers(
  consumer: string,
  manifest: Manifest,
  repository: string,
): Promise<void> {
  const code = [
    "import type { components } from 'exa-enrichments/schema';",
    "import description from 'exa-enrichments/openapi.json';",
    'type IsAny<T> = 0 extends 1 & T ? true : false;',
    "export const described: IsAny<components['schemas']['WebsetEnrichment']> = false;",
    'export const version: string = description.openapi;',
  ];
  await writeFile(join(consumer, 'browser.ts'), code.join('\n'));
  const files = ['browser.ts', await usesEveryEntry(consumer, manifest)];
  await compile(consumer, repository, 'browser', files, {
    module: 'preserve',
    moduleResolution: 'bundler',
    lib: ['es2022', 'dom'],
    types: [],
  });
}

async function usesEveryEntry(consumer: string, manifest: Manifest): Promise<string> {
  const code = moduleEntries(manifest).flatMap((entry, index) => [
    `import * as entry${index} from '${specifier(manifest, entry)}';`,
    `export const typed${index}: 0 extends 1 & typeof entry${index} ? true : false = false;`,
  ]);
  await writeFile(join(consumer, 'entries.ts'), `${code.join('\n')}\n`);
  return 'entries.ts';
}

async function writeSnippets(consumer: string, repository: string): Promise<readonly string[]> {
  const docs = (await readdir(join(repository, 'docs'))).map((name) => join('docs', name));
  const written: string[] = [];
  for (const file of ['README.md', ...docs].filter((name) => name.endsWith('.md'))) {
    for (const snippet of snippetsOf(await readFile(join(repository, file), 'utf8'))) {
      const path = `${file}.${snippet.line}.ts`;
      await mkdir(dirname(join(consumer, path)), { recursive: true });
      await writeFile(join(consumer, path), snippetModule(snippet));
      for (const name of packagesOf(snippet)) await lend(name, consumer, repository);
      written.push(path);
    }
  }
  return written;
}

/** The current vitest wants a newer Node than this package does, so that there is none to lend. */
async function lendStub(target: string): Promise<void> {
  await mkdir(target, { recursive: true });
  await writeFile(join(target, 'package.json'), '{"name":"vitest","type":"module","types":"index.d.ts"}');
  await writeFile(join(target, 'index.d.ts'), VITEST);
}

/** A snippet may use the tools that a user has and the package does not bring: ours are lent. */
async function lend(name: string, consumer: string, repository: string): Promise<void> {
  const target = join(consumer, 'node_modules', name);
  if (name === 'vitest') return lendStub(target);
  await mkdir(dirname(target), { recursive: true });
  await symlink(join(repository, 'node_modules', name), target).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

async function compile(
  consumer: string,
  repository: string,
  name: string,
  files: readonly string[],
  options: object,
): Promise<void> {
  const config = `tsconfig.${name}.json`;
  const compilerOptions = { ...STRICT, resolveJsonModule: true, ...options };
  await writeFile(join(consumer, config), JSON.stringify({ compilerOptions, files }));
  const compiler = join(repository, 'node_modules/typescript/bin/tsc');
  await run(process.execPath, [compiler, '--project', config, '--pretty', 'false'], consumer);
}
