import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const bench = fileURLToPath(new URL('..', import.meta.url));

/** A program that cancels, with each of them. */
const PROGRAMS = {
  'exa-enrichments': `import { createClient } from '../../dist/index.js';
    const exa = createClient();
    const ref = { webset: 'w', enrichment: 'e' };
    exa.cancel(ref).then(() => exa.cancelAndWait(ref)).then(console.log);`,
  'openapi-fetch': `import createClient from 'openapi-fetch';
    createClient({ baseUrl: 'https://api.exa.ai/websets' }).POST('/v0/websets/{webset}/enrichments/{id}/cancel', {
      params: { path: { webset: 'w', id: 'e' } } }).then(console.log);`,
  'exa-js': `import Exa from 'exa-js';
    new Exa('key').websets.enrichments.cancel('w', 'e').then(console.log);`,
  ky: `import ky from 'ky'; ky.post('https://api.exa.ai/websets').json().then(console.log);`,
} as const;
export type Bundled = keyof typeof PROGRAMS;

/** What such a program weighs in a browser. */
export interface Weight {
  /** Minified, in bytes. */
  readonly minified: number;
  /** Minified and compressed by gzip at its best, in bytes. */
  readonly compressed: number;
}

export async function bundleSizes(): Promise<Readonly<Record<Bundled, Weight>>> {
  const names = Object.keys(PROGRAMS) as Bundled[];
  const weights = await Promise.all(names.map(async (name) => [name, await weigh(PROGRAMS[name])]));
  return Object.fromEntries(weights);
}

async function weigh(contents: string): Promise<Weight> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: bench },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    // exa-js has ways to read files, which a bundler for browsers has to be told to leave alone.
    external: ['node:*', 'fs', 'path', 'os', 'crypto'],
    write: false,
    logLevel: 'error',
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  return { minified: code.length, compressed: gzipSync(code, { level: 9 }).length };
}
