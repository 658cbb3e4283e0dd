import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Claim } from '../../claims/claim.ts';
import { binary } from '../binaries.ts';
import type { Runtime } from '../runtime.ts';

const execute = promisify(execFile);

/** No flag, no loader, no polyfill: a file, and the packed package beside it. */
export function node(major: number): Runtime {
  const own = Number(process.versions.node.split('.')[0]) === major;
  return command(
    `Node ${major}`,
    () =>
      binary(`node-${major}/bin/node`).catch((error) => {
        if (own) return process.execPath;
        throw error;
      }),
    [],
  );
}

/** Only the network is allowed: without leave to read the environment the client has to do too. */
export const deno: Runtime = command('Deno', () => binary('@deno/linux-x64-glibc/deno'), [
  'run',
  '--no-prompt',
  '--no-remote',
  '--node-modules-dir=manual',
  '--allow-net=127.0.0.1',
]);

export const bun: Runtime = command('Bun', () => binary('@oven/bun-linux-x64/bin/bun'), ['--no-install']);

function command(name: string, find: () => Promise<string>, args: readonly string[]): Runtime {
  return {
    name,
    async find() {
      const path = await find();
      const { stdout } = await execute(path, ['--version']);
      return {
        version: (/\d+\.\d+\.\d+/.exec(stdout) ?? [''])[0],
        async claims({ prepared, place, signal, folder }) {
          const env = { HOME: folder, DENO_DIR: folder, DENO_NO_UPDATE_CHECK: '1' };
          const { stdout } = await execute(path, [...args, prepared.process, place.url], { signal, env });
          return JSON.parse(stdout) as Claim[];
        },
      };
    },
  };
}
