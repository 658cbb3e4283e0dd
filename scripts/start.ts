import { ensureBuilt } from './start/ensure-built.ts';

ensureBuilt();
// Only now: what follows loads the package by its name, from what was built.
const { run } = await import('./start/main-job.ts');
process.exitCode = await run(process.argv.slice(2));
