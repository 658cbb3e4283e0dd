import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Cost } from '../cost.ts';
import { interleaved, type Samples } from '../interleaved.ts';

/** So many, for a process takes ten times as long to start as the import, and starts are not alike. */
const ROUNDS = 100;
const bench = fileURLToPath(new URL('..', import.meta.url));

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
