import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleClient, bundleForNode, bundleForRequire, removeOthers } from './bundle/bundles.ts';

// The second half of a build: tsc has written the types, and these write what runs. Hundreds of small files are good to
// read, and slow to load one by one: they were most of what a short run took.
const root = fileURLToPath(new URL('..', import.meta.url));

try {
  const written = [
    ...(await bundleClient(root)),
    ...(await bundleForNode(root)),
    ...(await bundleForRequire(root)),
  ];
  removeOthers(`${root}dist`, written);
  // The last step of a build: from when this was, `ensureBuilt` tells what is newer than what was built.
  writeFileSync(`${root}dist/.built`, '');
} catch (error) {
  // esbuild has printed what it found, and where.
  if (!(error instanceof Error && 'errors' in error)) throw error;
  process.exitCode = 1;
}
