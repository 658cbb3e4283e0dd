import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DescriptionError } from '../src/contract/description/limitations.ts';
import { BundleError } from './generate/bundle.ts';
import { diffOf } from './generate/diff-of.ts';
import { generateAll } from './generate/generate-all.ts';
import { summaryOf } from './generate/summary.ts';

/** `npm run generate` writes `generated/`; with `--check` it writes nothing and fails with a diff if that would change it. */
const folder = fileURLToPath(new URL('../generated/', import.meta.url));

const BUNDLE = 'openapi.json';

async function write(files: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  const before = await readFile(`${folder}${BUNDLE}`, 'utf8').catch(() => undefined);
  for (const name of await readdir(folder))
    if (!files.has(name)) await rm(folder + name, { recursive: true });
  for (const [name, text] of files) await writeFile(folder + name, text);
  console.log(`generated/: ${files.size} files written`);
  const changes = before === undefined ? [] : await summaryOf(before, files.get(BUNDLE) ?? before);
  for (const change of changes) console.log(`  ${change}`);
}

async function check(files: ReadonlyMap<string, string>): Promise<void> {
  const names = new Set([...files.keys(), ...(await readdir(folder).catch(() => []))]);
  const diffs: string[] = [];
  for (const name of [...names].sort()) {
    const stored = await readFile(folder + name, 'utf8').catch(() => undefined);
    const diff = diffOf(`generated/${name}`, stored, files.get(name));
    if (diff !== undefined) diffs.push(diff);
  }
  if (diffs.length === 0) {
    console.log(`generated/: in step with openapi/ (${files.size} files)`);
    return;
  }
  console.error(
    `${diffs.join('\n')}\n\ngenerated/ is not what openapi/ generates. Run \`npm run generate\`.`,
  );
  process.exitCode = 1;
}

try {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  const files = await generateAll();
  await (values.check ? check(files) : write(files));
} catch (error) {
  // What a wrong option or a broken fragment says is meant for who wrote it; a stack is for who mends this script.
  const meant = error instanceof DescriptionError || error instanceof BundleError || isOptionError(error);
  if (!meant) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function isOptionError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}
