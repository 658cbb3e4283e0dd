import { readdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';

/**
 * Modules that look for a file look from their own place. Once bundled they stand in another: their `import.meta.url` is
 * made to name the place that they had, which holds for all that stands in a folder right below `dist`.
 */
function ownPlace(source: string, url = 'import.meta.url'): Plugin {
  return {
    name: 'own-place',
    setup: (build) => {
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        const place = relative(source, path).replaceAll('\\', '/');
        if (!text.includes('import.meta.url') || place.startsWith('..')) return undefined;
        const own = JSON.stringify(`../${place.replace(/\.ts$/, '.js')}`);
        return {
          contents: text.replaceAll('import.meta.url', `new URL(${own}, ${url}).href`),
          loader: 'ts',
        };
      });
    },
  };
}

/** Leaves the commands out of what starts them: each is built by itself, and lies beside it as `<command>.js`. */
const eachCommandAlone: Plugin = {
  name: 'each-command-alone',
  setup: (build) => {
    build.onResolve({ filter: /^\.\/commands\/[\w-]+\.ts$/ }, ({ path }) => ({
      path: path.replace(/^\.\/commands\/(.*)\.ts$/, './$1.js'),
      external: true,
    }));
  },
};

/** Removes what an earlier build wrote and this one did not: it would be shipped, and might even be loaded. */
export function removeOthers(folder: string, written: readonly string[]): void {
  const kept = new Set(written.map((file) => relative(folder, resolve(file))));
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (/\.c?js$/.test(file) && !kept.has(file)) rmSync(join(folder, file));
  }
}

/** The client's entry as one file, for any platform. `openapi-fetch` stays a dependency. Resolves with what was written. */
export async function bundleClient(root: string): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: [`${root}src/index.ts`],
    outfile: `${root}dist/index.js`,
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    external: ['openapi-fetch'],
    legalComments: 'none',
    metafile: true,
  });
  return Object.keys(metafile.outputs);
}

/** What is imported by name or started by path: two libraries, and a thread. */
const LIBRARIES = ['contract/index', 'simulator/index', 'contract/run/worker'];

/**
 * All but the client. Dependencies stay dependencies. What the libraries share is there once. A command is there by
 * itself, for what it takes to load is most of a short run: it shares nothing, and so is a file in place of thirty, and
 * without its white space it is read sooner. Resolves with what was written.
 */
export async function bundleForNode(root: string): Promise<readonly string[]> {
  const alone = { minifySyntax: true, minifyWhitespace: true, lineLimit: 120 };
  const written = await Promise.all([
    bundle(root, Object.fromEntries(LIBRARIES.map((name) => [name, name]))),
    bundle(root, { 'cli/bin': 'cli/bin' }, alone),
    ...commandsIn(`${root}src/cli/commands`).map((name) =>
      bundle(root, { [`cli/${name}`]: `cli/commands/${name}` }, alone),
    ),
  ]);
  return written.flat();
}

async function bundle(
  root: string,
  entries: Readonly<Record<string, string>>,
  options: Omit<BuildOptions, 'metafile'> = {},
): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: Object.entries(entries).map(([out, source]) => ({ in: `${root}src/${source}.ts`, out })),
    outdir: `${root}dist`,
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    format: 'esm',
    target: 'node20.19',
    platform: 'node',
    packages: 'external',
    legalComments: 'none',
    plugins: [eachCommandAlone, ownPlace(`${root}src`)],
    metafile: true,
    ...options,
  });
  return Object.keys(metafile.outputs);
}

/**
 * The libraries once more for who can take CommonJS alone, which is Jest without flags: each a file. Node itself is
 * never given them, also where it is asked by `require`, so that in one process there is no second set of classes.
 * Resolves with what was written.
 */
export async function bundleForRequire(root: string): Promise<readonly string[]> {
  const { dependencies } = JSON.parse(await readFile(`${root}package.json`, 'utf8'));
  // openapi-fetch goes in: its own CommonJS says by `__esModule` where its default is, which Node's way of asking ignores.
  const libraries = Object.keys(dependencies).filter((name) => name !== 'openapi-fetch');
  const { metafile } = await build({
    entryPoints: ['index', 'contract/index', 'simulator/index'].map((name) => ({
      in: `${root}src/${name}.ts`,
      out: name.replace('/index', ''),
    })),
    outdir: `${root}dist/cjs`,
    outExtension: { '.js': '.cjs' },
    absWorkingDir: root,
    bundle: true,
    format: 'cjs',
    target: 'node20.19',
    platform: 'node',
    external: libraries,
    // Jest's loader has no import() without a flag.
    supported: { 'dynamic-import': false },
    legalComments: 'none',
    minifySyntax: true,
    minifyWhitespace: true,
    lineLimit: 120,
    plugins: [ownPlace(`${root}src`, "require('node:url').pathToFileURL(__filename)")],
    metafile: true,
  });
  return Object.keys(metafile.outputs);
}

function commandsIn(folder: string): readonly string[] {
  const sources = readdirSync(folder).filter((file) => !file.includes('.test'));
  return sources.map((file) => file.replace(/\.ts$/, ''));
}
