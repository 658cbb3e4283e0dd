// Holds the packed tarball, and not the sources, against what a user will do with it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  commandsRun,
  createSteps,
  entryPointsLoad,
  installPackage,
  manifestOf,
  noLarger,
  noStaleFiles,
  packPackage,
  run,
} from './check-package/steps.ts';
import { typesArriveInBrowsers, typesArriveInNode } from './check-package/types.ts';

const repository = process.cwd();
const folder = await mkdtemp(join(tmpdir(), 'check-package-'));
const { step, failed } = createSteps(process.stdout);

try {
  const tarball = await step('npm pack', () => packPackage(repository, folder));
  if (tarball !== undefined) {
    await Promise.all([
      step('no larger than it was', () => noLarger(tarball)),
      step('no stale file in dist', () => noStaleFiles(repository)),
      step('publint', () => run('npx', ['--no-install', 'publint', 'run', tarball, '--strict'], repository)),
      // A data file has no types to arrive at, and those of CommonJS are the modules' (docs/decisions/commonjs-for-jest-alone.md).
      step('are the types wrong', () =>
        run(
          'npx',
          [
            ...['--no-install', 'attw', tarball, '--profile', 'esm-only', '--ignore-rules', 'false-esm'],
            ...['--exclude-entrypoints', 'openapi.yaml'],
          ],
          repository,
        ),
      ),
      checkInstalled(tarball),
    ]);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = failed() ? 1 : 0;

async function checkInstalled(tarball: string): Promise<void> {
  const consumer = await step('install into an empty folder', () => installPackage(tarball, folder));
  if (consumer === undefined) return;
  const manifest = await manifestOf(consumer);
  await step('every entry point loads', () => entryPointsLoad(consumer, manifest));
  await step('each command runs', () => commandsRun(consumer, manifest));
  await step('types arrive in Node, and so do the snippets of the docs', () =>
    typesArriveInNode(consumer, manifest, repository),
  );
  await step('types arrive in a browser bundle', () => typesArriveInBrowsers(consumer, manifest, repository));
}
