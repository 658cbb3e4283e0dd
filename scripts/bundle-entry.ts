import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Puts the client's entry into one file after tsc has built the rest: some sixty small files are good to read, and slow
 * to load one by one. `openapi-fetch` stays a dependency, and the types stay those of tsc.
 */
await build({
  entryPoints: [`${root}src/index.ts`],
  outfile: `${root}dist/index.js`,
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  external: ['openapi-fetch'],
  legalComments: 'none',
});

// The last step of a build: from when this was, `ensureBuilt` tells what is newer than what was built.
writeFileSync(`${root}dist/.built`, '');
