import { execFile, spawn } from 'node:child_process';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import type { Claim } from '../../claims/claim.ts';
import { binary } from '../binaries.ts';
import type { Runtime } from '../runtime.ts';

/** A worker that may talk to the loopback, which production does not allow. */
const CONFIG = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .main), (name = "internet", network = (allow = ["private"]))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const main :Workerd.Worker = (
  modules = [(name = "worker.mjs", esModule = embed "worker.mjs")],
  compatibilityDate = "2026-11-01",
);
`;

export const workerd: Runtime = {
  name: 'workerd',
  async find() {
    const path = await binary('@cloudflare/workerd-linux-64/bin/workerd');
    const { stdout } = await promisify(execFile)(path, ['--version']);
    return {
      version: stdout.replace('workerd', '').trim(),
      async claims({ prepared, place, folder, signal }) {
        await copyFile(prepared.worker, join(folder, 'worker.mjs'));
        await writeFile(join(folder, 'config.capnp'), CONFIG);
        const child = spawn(path, ['serve', '--control-fd=3', join(folder, 'config.capnp')], {
          stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
          signal,
        });
        child.on('error', () => {});
        try {
          const port = await listening(child.stdio[3] as Readable);
          const base = encodeURIComponent(place.url);
          const response = await fetch(`http://127.0.0.1:${port}/?base=${base}`, { signal });
          if (!response.ok)
            throw new Error(`the worker answered ${response.status}: ${await response.text()}`);
          return (await response.json()) as Claim[];
        } finally {
          child.kill('SIGKILL');
        }
      },
    };
  },
};

/** The port that workerd chose, which it tells in lines of JSON. */
async function listening(control: Readable): Promise<number> {
  for await (const line of createInterface(control)) {
    const { event, port } = JSON.parse(line) as { readonly event: string; readonly port: number };
    if (event === 'listen') return port;
  }
  throw new Error('it ended before it listened');
}
