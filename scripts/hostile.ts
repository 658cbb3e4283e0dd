import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DESCRIPTION_CASES } from './hostile/description-cases.ts';
import { PROXY_CASES } from './hostile/proxy-cases.ts';
import { RECORDING_CASES } from './hostile/recording-cases.ts';
import type { HostileCase } from './hostile/watched-run.ts';
import { type Outcome, watchedRun } from './hostile/watched-run.ts';

// Gives the built command what is made to hurt it, one thing after the other, each in bounds of time and memory. Needs
// some 1.2 GB of disk while it runs. Usage: npm run test:hostile [-- part-of-a-name]
const bin = fileURLToPath(new URL('../dist/cli/bin.js', import.meta.url));

/** What is wrong with what became of a case; undefined where nothing is. */
function complaint({ exit, says, bounds, drive }: HostileCase, outcome: Outcome): string | undefined {
  if (outcome.exit === null) return `killed at its bounds of ${bounds.seconds} s and ${bounds.megabytes} MB`;
  if (outcome.exit !== exit) return `exit ${outcome.exit}, not ${exit}: ${outcome.err.slice(0, 500)}`;
  const said = exit === 2 || drive !== undefined ? outcome.err.trimEnd() : outcome.out;
  if (!says.test(said)) return `does not say ${says}: ${said.slice(0, 500)}`;
  if (exit === 2 && said.includes('\n')) return 'says more than one line';
  return said.includes('\u001b') ? 'prints an escape code' : undefined;
}

const wanted = process.argv[2] ?? '';
let failures = 0;
for (const each of [...DESCRIPTION_CASES, ...RECORDING_CASES, ...PROXY_CASES].filter(({ name }) =>
  name.includes(wanted),
)) {
  const folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  try {
    const args = await each.make(folder);
    const outcome = await watchedRun([bin, ...args], each.bounds, each.drive);
    const wrong = complaint(each, outcome);
    if (wrong !== undefined) failures += 1;
    const megabytes = outcome.megabytes === undefined ? '' : `, ${Math.round(outcome.megabytes)} MB`;
    console.log(
      `${wrong === undefined ? 'ok  ' : 'FAIL'} ${each.name}: ${outcome.seconds.toFixed(1)} s${megabytes}`,
    );
    if (wrong !== undefined) console.log(`     ${wrong}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
console.log(failures === 0 ? 'all survived' : `${failures} failed`);
process.exitCode = failures === 0 ? 0 : 1;
