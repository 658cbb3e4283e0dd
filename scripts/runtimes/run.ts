import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claim, type Row, report } from '../claims/table.ts';
import { messageOf } from '../message-of.ts';
import { bun, chromium, deno, type Launcher, node, type Runtime, type Task, workerd } from './launch.ts';
import { installBinaries, prepare } from './prepare.ts';
import { serve } from './serve.ts';

/** Finds a runtime, and has it try all claims. */
async function tryRuntime({ name, find }: Runtime, task: Task): Promise<Row> {
  let launcher: Launcher;
  try {
    launcher = await find();
  } catch (error) {
    return { name, version: '', absent: messageOf(error), claims: [] };
  }
  const { version } = launcher;
  const before = task.place.followed;
  try {
    const claims = await launcher.claims(task);
    const stayed = await claim('nobody followed', async () => {
      if (task.place.followed > before) throw new Error('the redirect was followed');
      return 'no request to where the redirect leads';
    });
    return { name, version, claims: [...claims, stayed] };
  } catch (error) {
    return { name, version, claims: [{ name: 'ran', ok: false, detail: String(error), ms: 0 }] };
  }
}

// Tries the packed client on every runtime that can be had here. Usage: tsx scripts/runtimes/run.ts [name]

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
