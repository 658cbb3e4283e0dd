// Tries the packed client on every runtime that can be had here. Usage: tsx scripts/runtimes/run.ts [name]
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Row, report } from '../claims/table.ts';
import { installBinaries } from './binaries.ts';
import { chromium } from './launch/chromium.ts';
import { bun, deno, node } from './launch/commands.ts';
import { workerd } from './launch/workerd.ts';
import { prepare } from './prepare.ts';
import type { Runtime } from './runtime.ts';
import { serve } from './serve.ts';
import { tryRuntime } from './try-runtime.ts';

const RUNTIMES: readonly Runtime[] = [node(20), node(22), node(24), node(26), deno, bun, workerd, chromium];
/** For a runtime, from its start to its end. Most of it is spent waiting for what has to time out. */
const TOO_LONG_MS = 90_000;

const filter = (process.argv[2] ?? '').toLowerCase();
const folder = await mkdtemp(join(tmpdir(), 'runtimes-'));
const place = await serve();
const rows: Row[] = [];
try {
  await installBinaries().catch((error) => console.error(`The runtimes can't be installed: ${error}`));
  const prepared = await prepare(folder);
  for (const runtime of RUNTIMES.filter(({ name }) => name.toLowerCase().includes(filter))) {
    const own = join(folder, runtime.name);
    await mkdir(own);
    rows.push(
      await tryRuntime(runtime, { prepared, place, folder: own, signal: AbortSignal.timeout(TOO_LONG_MS) }),
    );
  }
} finally {
  await place.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
report(rows);
