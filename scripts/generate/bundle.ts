import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { runRedocly } from '../redocly.ts';

export interface Bundle {
  readonly json: string;
  readonly yaml: string;
}

/** What redocly says against the fragment. */
export class BundleError extends Error {
  override readonly name = 'BundleError';
}

/** The fragment in one file, as redocly bundles it. */
export async function bundleFragment(fragment: string): Promise<Bundle> {
  const folder = await mkdtemp(join(tmpdir(), 'exa-enrichments-'));
  try {
    const output = join(folder, 'openapi.json');
    const { code, stderr } = await runRedocly(['bundle', fragment, '--output', output]);
    if (code !== 0) throw new BundleError(`redocly could not bundle ${fragment}:\n${stderr}`);
    const value: unknown = JSON.parse(await readFile(output, 'utf8'));
    return {
      json: `${JSON.stringify(value, null, 2)}\n`,
      yaml: `# Generated from openapi/ by \`npm run generate\`. Do not edit.\n${stringify(value, { aliasDuplicateObjects: false })}`,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
