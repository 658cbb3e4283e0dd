import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { verifyRecordings } from './verify-recordings.ts';

/** The modules that start threads as they are once built, for Node can't start a thread in TypeScript. For tests. */
export interface Built {
  readonly verifyRecordings: typeof verifyRecordings;
  remove(): Promise<void>;
}

export async function buildWorkers(): Promise<Built> {
  // Within the project, so that what is not bundled is found; with a dot, so that no tool looks into it.
  const folder = await mkdtemp(fileURLToPath(new URL('../../../node_modules/.workers-', import.meta.url)));
  const source = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
  await build({
    entryPoints: [source('./verify-recordings.ts'), source('./worker.ts')],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  });
  const module = await import(pathToFileURL(join(folder, 'verify-recordings.js')).href);
  return {
    verifyRecordings: module.verifyRecordings,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
