import { build } from 'esbuild';
import { ownPlace } from './own-place.ts';

/** What starts by itself, and where it is built: a command, two libraries, and a thread that is started by path. */
const ENTRIES = ['cli/bin', 'contract/index', 'simulator/index', 'contract/scale/worker'];

/** All but the client: an entry file each, and what they share. Dependencies stay dependencies. Resolves with what was written. */
export async function bundleForNode(root: string): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: ENTRIES.map((name) => ({ in: `${root}src/${name}.ts`, out: name })),
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
    plugins: [ownPlace(`${root}src`)],
    metafile: true,
  });
  return Object.keys(metafile.outputs);
}
