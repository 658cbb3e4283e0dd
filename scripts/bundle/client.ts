import { build } from 'esbuild';

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
