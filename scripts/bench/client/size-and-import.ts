import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { type Cost, interleaved, type Samples } from '../measure.ts';

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

/** So many, for a process takes ten times as long to start as the import, and starts are not alike. */
const ROUNDS = 100;

/** What a program imports. */
const IMPORTS = {
  nothing: '',
  'exa-enrichments': '../../dist/index.js',
  'openapi-fetch': 'openapi-fetch',
  'exa-js': 'exa-js',
  ky: 'ky',
} as const;
export type Imported = keyof typeof IMPORTS;

/** What a whole process costs that imports one of them, or nothing. */
export function importTimes(): Promise<Samples<Imported, Cost>> {
  return interleaved(ROUNDS, Object.keys(IMPORTS) as Imported[], (name) => processThatImports(IMPORTS[name]));
}

function processThatImports(specifier: string): Cost {
  const program = `${specifier === '' ? '' : `import ${JSON.stringify(specifier)};`}
    const { user, system } = process.cpuUsage();
    console.log(user + system);`;
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: bench,
    encoding: 'utf8',
  });
  const elapsed = (performance.now() - started) * 1000;
  if (status !== 0) throw new Error(`Failed to import ${specifier}: ${stderr}`);
  return { elapsed, processor: Number(stdout) };
}
