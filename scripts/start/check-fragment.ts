import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runRedocly } from '../redocly.ts';
import type { StepResult } from './step.ts';

const generated = fileURLToPath(new URL('../../generated/', import.meta.url));

/** Lints the fragment by the recommended rules and our own. */
export async function lintFragment(): Promise<StepResult> {
  const { code, stdout, stderr } = await runRedocly(['lint']);
  return code === 0
    ? { ok: true, line: 'openapi/ has no problem by recommended-strict and our own rules' }
    : { ok: false, line: 'openapi/ has problems', detail: `${stdout}${stderr}` };
}

/** Proves that `generated/` is what the fragment generates, byte for byte. */
export async function generatedInStep(): Promise<StepResult> {
  // Loaded here: it brings the TypeScript compiler along, and the cancel need not wait for that.
  const { generateAll } = await import('../generate/generate-all.ts');
  const wanted = await generateAll();
  const stale: string[] = [];
  for (const [name, text] of wanted) {
    if ((await readFile(generated + name, 'utf8').catch(() => undefined)) !== text) stale.push(name);
  }
  for (const name of await readdir(generated)) if (!wanted.has(name)) stale.push(name);
  return stale.length === 0
    ? { ok: true, line: `generated/ is in step with openapi/: ${wanted.size} files, byte for byte` }
    : { ok: false, line: `generated/ is stale: ${stale.join(', ')}`, detail: 'Run `npm run generate`.' };
}
