// Measures the contract run against what people would use instead, and writes it into docs/benchmarks.md. Needs 1.3 GB of
// disk while it runs.
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPeers } from '../install-peers.ts';
import { writeSection } from '../write-section.ts';
import { manyExchanges, millionLines, oneRecording } from './corpus.ts';
import { report } from './report.ts';
import { validation } from './validation.ts';

const loadNow = (): number => loadavg()[0] ?? Number.NaN;

installPeers();
const before = loadNow();
const folder = await mkdtemp(join(tmpdir(), 'bench-verify-'));
try {
  const validations = await validation();
  const one = await oneRecording(folder);
  const many = await manyExchanges(folder);
  const lines = await millionLines(folder);
  const rows = report({ validations, one, many, lines, load: [before, loadNow()] });
  console.log(rows.join('\n'));
  await writeSection('verify', rows);
} finally {
  await rm(folder, { recursive: true, force: true });
}
