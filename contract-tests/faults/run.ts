// What the client does when things go wrong, against real servers on the loopback: as a table, held against what it
// should do. Usage: tsx contract-tests/faults/run.ts [part of the name of a fault or a family]
import { families } from './families.ts';
import type { Family, Fault, Result } from './fault.ts';
import { inParallel } from './in-parallel.ts';
import { tableOf } from './table.ts';
import { tryFault } from './try-fault.ts';

/** The faults are spent waiting, so that many can be tried at a time even on a small machine. */
const CONCURRENCY = 24;
const TRIES_ALONE = 3;

const stray: string[] = [];
process.on('unhandledRejection', (reason) => stray.push(`unhandled rejection: ${String(reason)}`));
process.on('warning', ({ name, message }) => stray.push(`${name}: ${message}`));

const started = performance.now();
const filter = (process.argv[2] ?? '').toLowerCase();
const chosen = families.map((family) => ({
  family,
  faults: family.faults.filter((fault) => fits(family, fault)),
}));
const results = new Map<Fault, Result>();
for (const when of ['first', undefined, 'last']) {
  const faults = chosen.flatMap(({ family, faults }) => (family.alone === when ? faults : []));
  await inParallel(when === undefined ? CONCURRENCY : 1, faults, async (fault) => {
    results.set(fault, await tryFault(fault));
  });
}
// Time is part of most faults, and on a busy machine a limit of 300 ms is reached for reasons of the machine. What is
// not as wanted is therefore tried again with nothing beside it; what the client does wrong, it does wrong there too.
const again = [...results].filter(([, { complaints }]) => complaints.length > 0).map(([fault]) => fault);
for (const fault of again) {
  for (let tries = 0; tries < TRIES_ALONE; tries += 1) {
    const result = await tryFault(fault);
    results.set(fault, result);
    if (result.complaints.length === 0) break;
  }
}

console.log(
  tableOf(
    chosen.map(({ family, faults }) => [family.family, faults.flatMap((fault) => results.get(fault) ?? [])]),
  ),
);
const wrong = [...results.values()].filter(({ complaints }) => complaints.length > 0).length;
const seconds = ((performance.now() - started) / 1000).toFixed(1);
const alone = again.length > wrong ? ` (${again.length - wrong} of them when tried again alone)` : '';
console.log(
  `\n${results.size} faults, ${results.size - wrong} as wanted${alone}, ${wrong} not, in ${seconds} s`,
);
for (const line of stray) console.error(`✗ ${line}`);
if (results.size === 0) console.error(`✗ there is no fault with ${JSON.stringify(filter)} in its name`);
if (wrong > 0 || stray.length > 0 || results.size === 0) process.exitCode = 1;

function fits({ family }: Family, { fault }: Fault): boolean {
  return `${family}: ${fault}`.toLowerCase().includes(filter);
}
