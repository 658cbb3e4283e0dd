import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** Redis on a port of its own, that writes down each change before it answers. */
export interface RedisServer {
  readonly url: string;
  /** Ends it as a loss of power would, and starts it again on what it wrote. */
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

/** @throws Error where there is no `redis-server` */
export async function startRedis(folder: string): Promise<RedisServer> {
  await mkdir(folder);
  const port = await freePort();
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder];
  const durable = ['--appendonly', 'yes', '--appendfsync', 'always'];
  const start = async (): Promise<ChildProcess> => {
    const child = spawn('redis-server', [...options, ...durable], { stdio: 'ignore' });
    await Promise.race([answering(port), failed(child)]);
    return child;
  };
  let child = await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    async killAndRestart() {
      await kill(child);
      child = await start();
    },
    stop: () => kill(child),
  };
}

/** Ends a process at once. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

async function failed(child: ChildProcess): Promise<never> {
  const [cause] = await Promise.race([once(child, 'exit'), once(child, 'error')]);
  throw new Error(`redis-server did not start: ${cause instanceof Error ? cause.message : `exit ${cause}`}`);
}

async function answering(port: number): Promise<void> {
  for (const until = Date.now() + 20_000; Date.now() < until; await delay(50)) {
    const socket = connect(port, '127.0.0.1');
    const answer = await new Promise<string>((resolve) => {
      socket.on('error', () => resolve(''));
      socket.on('data', (data) => resolve(String(data)));
      socket.on('connect', () => socket.write('PING\r\n'));
    });
    socket.destroy();
    if (answer.startsWith('+PONG')) return;
  }
  throw new Error('redis-server does not answer');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
