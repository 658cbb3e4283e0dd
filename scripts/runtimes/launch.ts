import { execFile, spawn } from 'node:child_process';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import type { Claim } from '../claims/table.ts';
import type { Prepared } from './prepare.ts';
import { binary } from './prepare.ts';
import type { Place } from './serve.ts';

/** What a runtime is given. */
export interface Task {
  readonly prepared: Prepared;
  readonly place: Place;
  /** For files of its own. */
  readonly folder: string;
  /** Aborted when it has taken too long. */
  readonly signal: AbortSignal;
}

/** One runtime, ready to run. */
export interface Launcher {
  /** What it says of itself. */
  readonly version: string;
  claims(task: Task): Promise<readonly Claim[]>;
}

/** A runtime that may be there. */
export interface Runtime {
  readonly name: string;
  /** @throws Error with the reason where it can't be had here. */
  find(): Promise<Launcher>;
}

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

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Without a window, and without a word to anybody but the page's server. */
const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
];

export const chromium: Runtime = {
  name: 'Chromium',
  async find() {
    const { path, version } = await firstThere();
    return {
      version,
      async claims({ prepared, place, folder, signal }) {
        place.page = await readFile(prepared.page, 'utf8');
        const report = place.reported();
        // A group of its own, because a browser is many processes.
        const child = spawn(path, [...FLAGS, `--user-data-dir=${folder}`, place.url], {
          stdio: 'ignore',
          detached: true,
        });
        try {
          return JSON.parse(await Promise.race([report, failed(child, signal)])) as Claim[];
        } finally {
          if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
        }
      },
    };
  },
};

async function firstThere(): Promise<{ path: string; version: string }> {
  for (const path of NAMES) {
    try {
      const { stdout } = await promisify(execFile)(path, ['--version']);
      return { path, version: (/[\d.]{5,}/.exec(stdout) ?? [''])[0] };
    } catch {
      // Perhaps it goes by another name.
    }
  }
  throw new Error(`there is none of ${NAMES.join(', ')} in the PATH`);
}

function failed(child: ReturnType<typeof spawn>, signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`the browser ended with ${code}`)));
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}
