// Tries the packed package in small projects: frameworks, mocks and test runners. Usage: tsx scripts/platforms/run.ts [word...]
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packPackage } from '../check-package/steps.ts';
import { type Row, report } from '../claims/table.ts';
import { messageOf } from '../message-of.ts';
import { CLAIMS_FILE, PLATFORMS, type Platform } from './platform.ts';
import { installProject, installTarball, runNode, versionOf } from './project.ts';
import { readClaims } from './read-claims.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
/** For the tests of one platform. A build of Next.js takes most of a minute on a busy machine. */
const TOO_LONG_MS = 180_000;

const words = process.argv.slice(2).map((word) => word.toLowerCase());
const wanted = PLATFORMS.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.toLowerCase().includes(word)),
);
const interrupted = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => interrupted.abort());

const folder = await mkdtemp(join(tmpdir(), 'platforms-'));
const rows: Row[] = [];
try {
  const packed = join(folder, 'packed');
  await mkdir(packed);
  const tarball = await packPackage(repository, packed);
  const installed = new Map<string, Promise<Installed>>();
  for (const platform of wanted) {
    if (interrupted.signal.aborted) break;
    const key = platform.project.join('+');
    const project = installed.get(key) ?? install(platform.project, tarball, join(folder, key));
    installed.set(key, project);
    rows.push(await rowOf(platform, await project));
  }
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
report(rows);

/** A project with the package in it, or why there is none. */
type Installed =
  | { readonly place: string; readonly absent?: undefined; readonly fault?: string }
  | { readonly absent: string };

async function install(parts: readonly string[], tarball: string, place: string): Promise<Installed> {
  try {
    await installProject(parts, place);
  } catch (error) {
    return { absent: messageOf(error).split('\n').slice(0, 4).join(' ') };
  }
  return installTarball(tarball, place).then(
    () => ({ place }),
    (error) => ({ place, fault: messageOf(error) }),
  );
}

async function rowOf({ name, shows, command, env }: Platform, project: Installed): Promise<Row> {
  if (project.absent !== undefined) return { name, version: '', absent: project.absent, claims: [] };
  const { place, fault } = project;
  const version = await versionOf(shows, place);
  const file = join(place, CLAIMS_FILE);
  try {
    if (fault !== undefined) throw new Error(fault);
    await rm(file, { force: true });
    const said = await runNode(command, {
      cwd: place,
      env: { ...process.env, NO_COLOR: '1', ...env },
      signal: AbortSignal.any([interrupted.signal, AbortSignal.timeout(TOO_LONG_MS)]),
    });
    const claims = await readClaims(file).catch((error) => {
      throw new Error(`${messageOf(error)}: ${said.slice(-1000)}`);
    });
    return { name, version, claims };
  } catch (error) {
    return { name, version, claims: [{ name: 'ran', ok: false, detail: messageOf(error), ms: 0 }] };
  }
}
