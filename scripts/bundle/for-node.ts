import { readdirSync } from 'node:fs';
import { type BuildOptions, build } from 'esbuild';
import { eachCommandAlone } from './each-command-alone.ts';
import { ownPlace } from './own-place.ts';

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

function commandsIn(folder: string): readonly string[] {
  const sources = readdirSync(folder).filter((file) => !file.includes('.test'));
  return sources.map((file) => file.replace(/\.ts$/, ''));
}
