import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createClient } from 'exa-enrichments';
import type { paths } from 'exa-enrichments/schema';
import { createSimulator } from 'exa-enrichments/simulator';
import { Exa } from 'exa-js';
import createFetchClient from 'openapi-fetch';

const apiKey = 'not-a-real-key';
const CANCEL = '/v0/websets/{webset}/enrichments/{id}/cancel';

/** Sends one cancel to a service, as its documentation says, and resolves with the enrichment. */
type Cancel = (origin: string, webset: string, enrichment: string) => Promise<unknown>;

const CLIENTS: Readonly<Record<string, Cancel>> = {
  'exa-enrichments': (origin, webset, enrichment) =>
    createClient({ apiKey, baseUrl: `${origin}/websets`, timeout: 200, maxRetries: 1 }).cancel({
      webset,
      enrichment,
    }),
  'exa-js': (origin, webset, enrichment) =>
    new Exa(apiKey, origin).websets.enrichments.cancel(webset, enrichment),
  'openapi-fetch': async (origin, webset, id) => {
    const client = createFetchClient<paths>({
      baseUrl: `${origin}/websets`,
      headers: { 'x-api-key': apiKey },
    });
    const { data, error } = await client.POST(CANCEL, { params: { path: { webset, id } } });
    if (error !== undefined) throw error;
    return data;
  },
};

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const json = { 'content-type': 'application/json' };

/** What came of a cancel within two seconds. */
async function outcome(cancel: Promise<unknown>): Promise<'resolves' | 'rejects' | 'waits'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'waits'>((resolve) => {
    timer = setTimeout(resolve, 2000, 'waits');
  });
  const settled = cancel.then(
    () => 'resolves' as const,
    () => 'rejects' as const,
  );
  return Promise.race([settled, late]).finally(() => clearTimeout(timer));
}

/** The rows of the table in the README, each with how it is found out. */
const ROWS: Readonly<Record<string, (cancel: Cancel) => Promise<string>>> = {
  'an enrichment id of `..`': async (cancel) => {
    const simulator = createSimulator();
    const { url, close } = await simulator.listen();
    try {
      await cancel(new URL(url).origin, simulator.running.webset, '..').catch(() => {});
      if (simulator.websets[0]?.canceled === true) return 'stops the whole Webset';
      return simulator.requestCount === 0 ? 'refused, nothing is sent' : 'sent';
    } finally {
      await close();
    }
  },
  'a redirect to another host': async (cancel) => {
    let got: unknown;
    const elsewhere = await serve((request, response) => {
      got = request.headers['x-api-key'];
      response.writeHead(200, json).end('{}');
    });
    const origin = await serve((_, response) => response.writeHead(307, { location: elsewhere }).end());
    await cancel(origin, 'webset', 'enrichment').catch(() => {});
    return got === apiKey ? 'is followed, and gets the key' : 'an error';
  },
  'a body that stalls': async (cancel) => {
    const origin = await serve((_, response) => void response.writeHead(200, json).write('{"id":'));
    return (await outcome(cancel(origin, 'webset', 'enrichment'))) === 'waits'
      ? 'no limit of its own'
      : 'an error, in time';
  },
  '200 with `{}`': async (cancel) => {
    const origin = await serve((_, response) => response.writeHead(200, json).end('{}'));
    return (await outcome(cancel(origin, 'webset', 'enrichment'))) === 'resolves'
      ? 'resolves as an enrichment'
      : 'an error';
  },
  'connection lost after a cancel': async (cancel) => {
    let cancels = 0;
    const simulator = createSimulator({ rateLimit: 'off' });
    const { url, close } = await simulator.listen();
    const origin = await serve(async (request, response) => {
      const { method = 'GET', headers } = request;
      const answered = await fetch(`${new URL(url).origin}${request.url}`, {
        method: method ?? 'GET',
        headers: { 'x-api-key': String(headers['x-api-key']) },
      });
      if (method === 'POST') cancels += 1;
      if (method === 'POST' && cancels === 1) return void request.socket.destroy();
      response.writeHead(answered.status, json).end(await answered.text());
    });
    const { webset, enrichment } = simulator.running;
    const came = await outcome(cancel(origin, webset, enrichment));
    await close();
    return came === 'resolves' ? 'a read settles it' : 'an error, and you do not know';
  },
};

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const table = README.split('\n')
  .filter((line) => /^\|.*\|$/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const head = table.find((cells) => Object.keys(CLIENTS).every((name) => cells.includes(name))) ?? [];

describe('the table of clients in the README', () => {
  it.each(
    Object.entries(ROWS).flatMap(([row, find]) =>
      Object.entries(CLIENTS).map(([name, cancel]) => ({ row, name, find, cancel })),
    ),
  )('$row: $name', async ({ row, name, find, cancel }) => {
    const cells = table.find(([first]) => first === row);
    expect(cells?.[head.indexOf(name)]).toBe(await find(cancel));
  });
});
