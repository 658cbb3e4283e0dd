import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { main } from '../main.ts';
import { type FakeTerminal, fakeTerminal } from '../terminal.test-support.ts';

/** A server on the loopback. */
export interface Listening {
  readonly server: Server;
  readonly url: string;
  close(): Promise<void>;
}

export async function listening(target: Server | RequestListener): Promise<Listening> {
  const server = typeof target === 'function' ? createServer(target) : target;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    server,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The command, while it runs. */
export interface RunningProxy {
  readonly url: string;
  readonly port: number;
  readonly terminal: FakeTerminal;
  /** As Ctrl-C does; resolves with the exit. */
  stop(): Promise<number>;
  /** The exit, whenever it comes. */
  readonly exit: Promise<number>;
}

/** Starts `proxy` with these arguments. Rejects with what it says where it does not get ready. */
export async function startProxy(...args: readonly string[]): Promise<RunningProxy> {
  const terminal = fakeTerminal();
  const exit = main(['proxy', ...args], terminal);
  await Promise.race([terminal.told(/^Proxy /m), exit]);
  const url = /^Proxy +(\S+) to /m.exec(terminal.text.err)?.[1];
  if (url === undefined) throw new Error(terminal.text.err);
  return {
    url,
    port: Number(new URL(url).port),
    terminal,
    exit,
    stop() {
      terminal.interrupt();
      return exit;
    },
  };
}

/** An entry of the recording, as far as tests look at it. */
export interface Entry {
  readonly startedDateTime: string;
  readonly time: number;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: readonly Field[];
    readonly postData?: { readonly text?: string; readonly comment?: string };
    readonly bodySize: number;
  };
  readonly response: {
    readonly status: number;
    readonly headers: readonly Field[];
    readonly content: {
      readonly size: number;
      readonly text?: string;
      readonly encoding?: string;
      readonly comment?: string;
    };
  };
}

interface Field {
  readonly name: string;
  readonly value: string;
}

export async function entriesOf(file: string): Promise<Entry[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  if (lines.pop() !== '') throw new Error('the last line has no end');
  return lines.map((line) => JSON.parse(line));
}
