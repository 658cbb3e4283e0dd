import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './run.ts';

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly exports: Readonly<Record<string, string | { readonly types: string }>>;
}

export async function manifestOf(consumer: string): Promise<Manifest> {
  const text = await readFile(join(consumer, 'node_modules/exa-enrichments/package.json'), 'utf8');
  return JSON.parse(text) as Manifest;
}

/** What an entry point is imported as: `exa-enrichments/contract`. */
export function specifier({ name }: Manifest, entry: string): string {
  return name + entry.slice(1);
}

/** The entry points that are JavaScript; the others are data, or types alone. */
export function moduleEntries({ exports }: Manifest): readonly string[] {
  return Object.entries(exports).flatMap(([entry, target]) =>
    typeof target === 'string' && target.endsWith('.js') ? [entry] : [],
  );
}

/** Each in a process of its own: no entry point may lean on what another one has loaded. */
export async function entryPointsLoad(consumer: string, manifest: Manifest): Promise<void> {
  for (const [entry, target] of Object.entries(manifest.exports)) {
    if (typeof target !== 'string') continue;
    const script = scriptFor(specifier(manifest, entry), target);
    await run(process.execPath, ['--no-warnings', '--input-type=module', '--eval', script], consumer);
  }
}

function scriptFor(name: string, target: string): string {
  const quoted = JSON.stringify(name);
  if (target.endsWith('.js')) {
    return `const entry = await import(${quoted}); if (Object.keys(entry).length === 0) throw new Error(${quoted} + ' exports nothing')`;
  }
  if (target.endsWith('.json')) return `await import(${quoted}, { with: { type: 'json' } })`;
  return `const { readFileSync } = await import('node:fs'); readFileSync(new URL(import.meta.resolve(${quoted})))`;
}
