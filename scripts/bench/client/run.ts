// Measures the client against those that people would use instead, and writes it into docs/benchmarks.md.
import { loadavg } from 'node:os';
import { installPeers } from '../install-peers.ts';
import { writeSection } from '../write-section.ts';
import { inProcess, loopback } from './calls.ts';
import { report } from './report.ts';
import { bundleSizes, importTimes } from './size-and-import.ts';

const loadNow = (): number => loadavg()[0] ?? Number.NaN;

installPeers();
const before = loadNow();
const weights = await bundleSizes();
const imports = await importTimes();
const calls = await inProcess();
const alone = await loopback(1);
const crowded = await loopback(64);
const lines = report({ weights, imports, inProcess: calls, alone, crowded, load: [before, loadNow()] });
console.log(lines.join('\n'));
await writeSection('client', lines);
