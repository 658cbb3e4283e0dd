import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type IncomingMessage, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Exchange } from 'exa-enrichments/contract';
import type { Judge } from './drift.ts';
import { installPeers } from './peers.ts';

/** Tells the server behind Prism which exchange is asked for. */
const INDEX = 'x-exchange';
const DESCRIPTION = fileURLToPath(new URL('../../generated/openapi.json', import.meta.url));

interface Violation {
  readonly location: readonly string[];
  readonly severity: string;
  readonly message: string;
}

/**
 * Prism as a proxy between a program and the API, which is how it judges traffic: each exchange goes through it, and its
 * header `sl-violations` has what it says. Its errors and warnings count. Undefined where it can't be installed.
 */
export function prism(): Judge | undefined {
  const peers = installPeers();
  if (peers === undefined) return undefined;
  return {
    name: 'Prism',
    async judge(exchanges) {
      const upstream = createServer((incoming, outgoing) => {
        const { response } = exchanges[Number(incoming.headers[INDEX])] as Exchange;
        incoming.resume();
        for (const [name, values] of Object.entries(withoutCoding(response.headers))) {
          try {
            outgoing.setHeader(name, values);
          } catch {
            // Node sends no such header: nobody would see it.
          }
        }
        outgoing.statusCode = response.status || 500;
        outgoing.end(response.body);
      });
      await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
      const address = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
      let proxy = await start(peers.bin('prism'), address);
      try {
        const said: string[][] = [];
        for (const [index, exchange] of exchanges.entries()) {
          // Some answers end it.
          if (proxy.child.exitCode !== null) proxy = await start(peers.bin('prism'), address);
          said.push(await ask(proxy.port, index, exchange));
        }
        return said;
      } finally {
        proxy.child.kill('SIGKILL');
        upstream.close();
        upstream.closeAllConnections();
      }
    },
  };
}

function start(bin: string, upstream: string): Promise<{ child: ChildProcess; port: number }> {
  const options = ['--port', '0', '--verboseLevel', 'info'];
  const child = spawn(process.execPath, [bin, 'proxy', DESCRIPTION, upstream, ...options]);
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`Prism did not start:\n${said}`)), 60_000);
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        said += data;
        const port = /listening on http:\/\/[\w.]+:(\d+)/.exec(said)?.[1];
        if (port === undefined) return;
        clearTimeout(timer);
        resolve({ child, port: Number(port) });
      });
  });
}

function ask(port: number, index: number, { request }: Exchange): Promise<string[]> {
  const { pathname, search } = new URL(request.url);
  const path = pathname.replace(/^\/websets/, '') + search;
  const headers = { ...withoutCoding(request.headers), host: '127.0.0.1', [INDEX]: String(index) };
  return new Promise((resolve) => {
    const whole = (response: IncomingMessage): void => {
      const violations = String(response.headers['sl-violations'] ?? '[]');
      response.resume().on('end', () => {
        const found = JSON.parse(violations) as readonly Violation[];
        resolve(
          found
            .filter(({ severity }) => severity !== 'Information')
            .map(({ location, message }) => `${location.join('.')}: ${message}`),
        );
      });
    };
    const options = { host: '127.0.0.1', port, method: request.method, path, headers };
    // Whoever called would see the connection end.
    send(options, whole)
      .on('error', () => resolve(['no answer']))
      .end(request.body);
  });
}

/** Bodies are decoded here, and their lengths are HTTP's. */
function withoutCoding(headers: Exchange['request']['headers']): Record<string, readonly string[]> {
  const own = ['content-encoding', 'content-length', 'transfer-encoding', 'connection', 'host'];
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !own.includes(name)));
}
