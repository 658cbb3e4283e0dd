import { type ChildProcess, fork, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const redocly = join(
  dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')),
  'bin/cli.js',
);
const API = join(root, 'generated/openapi.json');

export const CONTENDERS = [
  'nothing between',
  'exa-enrichments',
  'redocly',
  'exa-enrichments, verifying',
  'redocly, verifying',
] as const;
export type Contender = (typeof CONTENDERS)[number];

/** A process that is measured. */
export interface Running {
  readonly port: number;
  /** Processor time so far, in microseconds. */
  processor(): Promise<number>;
  /** Memory in use, in megabytes. */
  megabytes(): Promise<number>;
  stop(): Promise<void>;
}

/** A server that answers at once, in a process of its own. */
export async function startTarget(): Promise<Running> {
  const child = fork(join(root, 'scripts/bench/client/server.ts'), { execArgv: ['--import', 'tsx'] });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve(Number(message)));
    child.once('exit', () => reject(new Error('Failed to start the target. Run it by itself.')));
  });
  return running(child, port);
}

/** Each with what it records in the folder. */
export async function startContender(name: Contender, target: Running, folder: string): Promise<Running> {
  if (name === 'nothing between') return { ...target, stop: async () => undefined };
  const port = await freePort();
  const [program, isVerifying] = [name.startsWith('redocly') ? 'redocly' : 'exa', name.endsWith('verifying')];
  const common = ['proxy', '--target', `http://127.0.0.1:${target.port}`, '--port', String(port)];
  const api = isVerifying ? ['--api', API] : [];
  const args =
    program === 'exa'
      ? [join(root, 'dist/cli/bin.js'), ...common, '--output', join(folder, `${port}.ndjson`), ...api]
      : [redocly, ...common, '--har', join(folder, `${port}.har`), ...api, '--match-mode', 'basepath'];
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  await new Promise<void>((resolve, reject) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += chunk;
        if (/Proxy listening|^Proxy /m.test(said)) resolve();
      });
    child.once('exit', () => reject(new Error(`Failed to start ${name}: ${said}`)));
  });
  return running(child, port);
}

function running(child: ChildProcess, port: number): Running {
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  return {
    port,
    async processor() {
      const stat = await readFile(`/proc/${child.pid}/stat`, 'utf8');
      const [user, system] = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .slice(11, 13)
        .map(Number);
      // In ticks of the clock, of which Linux has a hundred a second.
      return ((user ?? 0) + (system ?? 0)) * 10_000;
    },
    async megabytes() {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024;
    },
    async stop() {
      child.kill('SIGINT');
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
