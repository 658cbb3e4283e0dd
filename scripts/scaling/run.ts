// Tries docs/scaling: the workers against a simulator, through crashes, and shards of a million exchanges.
// Usage: tsx scripts/scaling/run.ts [cancels|shards|manifests]
import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { packPackage, run } from '../check-package/steps.ts';
import { type Claim, claim, type Row } from '../claims/table.ts';
import { messageOf } from '../message-of.ts';
import { manifestWith, throughCrashes, underTheLimit } from './cancels.ts';
import { shardsGiveOneReport, writeMillion } from './shards.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const what = process.argv[2] ?? '';
const folder = await mkdtemp(join(tmpdir(), 'scaling-'));
const rows: Row[] = [];
try {
  if (what === '' || what === 'manifests') rows.push(await manifests());
  if (what === '' || what === 'cancels') rows.push(await cancels());
  if (what === '' || what === 'shards') {
    const exchanges = join(folder, 'exchanges');
    await writeMillion(exchanges);
    const claims = await shardsGiveOneReport(join(repository, 'dist/cli/bin.js'), exchanges, folder);
    rows.push({ name: 'recordings', version: '', claims });
  }
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
for (const { name, version, absent, claims } of rows) {
  console.log(`\n${name} ${version}${absent === undefined ? '' : `: not available here: ${absent}`}`);
  for (const { ok, name: what, detail } of claims) console.log(`${ok ? '✓' : '✗'} ${what}: ${detail}`);
}
if (rows.some(({ absent, claims }) => absent !== undefined || claims.some(({ ok }) => !ok)))
  process.exitCode = 1;

async function cancels(): Promise<Row> {
  const name = 'cancels by workers';
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
  } catch {
    return {
      name,
      version: '',
      absent: 'there is no redis-server (Debian: apt-get install redis-server)',
      claims: [],
    };
  }
  const example = join(folder, 'example');
  await cp(join(repository, 'docs/scaling'), example, { recursive: true });
  const packed = join(folder, 'packed');
  await mkdir(packed);
  const tarball = await packPackage(repository, packed);
  await writeFile(join(example, 'package.json'), await manifestWith(tarball, join(example, 'package.json')));
  await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], example);
  const tried = async (title: string, work: () => Promise<Claim[]>): Promise<Claim[]> => {
    try {
      return await work();
    } catch (error) {
      return [await claim(title, () => Promise.reject(messageOf(error)))];
    }
  };
  return {
    name,
    version: '',
    claims: [
      ...(await tried('under the limit', () => underTheLimit(example, join(folder, 'redis-1')))),
      ...(await tried('through crashes', () => throughCrashes(example, join(folder, 'redis-2')))),
    ],
  };
}

/** The manifests are held against the schemas of Kubernetes; no cluster has seen them. */
async function manifests(): Promise<Row> {
  const place = join(folder, 'manifests');
  await mkdir(place);
  await writeFile(join(place, 'package.json'), JSON.stringify({ private: true }));
  await run(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', 'kubernetes-models@4.5.0'],
    place,
  );
  const { Job } = createRequire(join(place, 'x.js'))('kubernetes-models/batch/v1');
  const { Deployment } = createRequire(join(place, 'x.js'))('kubernetes-models/apps/v1');
  const claims = Object.entries({ 'verify-job.yaml': Job, 'cancel-workers.yaml': Deployment }).map(
    ([file, Kind]) =>
      claim(`${file} is as Kubernetes wants it`, async () => {
        const text = await readFile(join(repository, 'docs/scaling/kubernetes', file), 'utf8');
        new Kind(load(text)).validate();
        return 'valid';
      }),
  );
  return { name: 'manifests', version: '', claims: await Promise.all(claims) };
}
