import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createSimulator } from 'exa-enrichments/simulator';
import { compressedBlanks } from '../../contract-tests/faults/wire/compressed-blanks.ts';

/** What the runtimes talk to, at one origin, so that a browser need not ask for leave. */
export interface Place {
  readonly url: string;
  /** How many requests followed the redirect. */
  readonly followed: number;
  /** The next report that a page sends. */
  reported(): Promise<string>;
  /** The page that a browser is shown. */
  page: string;
  close(): Promise<void>;
}

type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => unknown;

/**
 * Serves the simulator below `/websets`, and below other names what goes wrong: `/redirecting`, `/stalled`, `/hello`
 * and `/bomb`.
 */
export async function serve(): Promise<Place> {
  const simulator = createSimulator({ timings: { cancelTakes: 300 }, rateLimit: 'off' });
  const bomb = await compressedBlanks(50 * 2 ** 20, '{}', 'gzip');
  const json = { 'content-type': 'application/json' };
  let followed = 0;
  let report = (_: string): void => {};
  const handlers: Readonly<Record<string, Handler>> = {
    async websets({ method = 'GET', headers }, response, url) {
      const key = String(headers['x-api-key']);
      const answer = await simulator.fetch(url, { method, headers: { 'x-api-key': key } });
      response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
    },
    new(_, response) {
      const webset = simulator.running.webset;
      const enrichment = simulator.addEnrichment(webset).id;
      response.writeHead(200, json).end(JSON.stringify({ webset, enrichment }));
    },
    redirecting: (_, response) => response.writeHead(302, { location: '/elsewhere' }).end(),
    elsewhere(_, response) {
      followed++;
      response.writeHead(200, json).end('{}');
    },
    stalled: (_, response) => response.writeHead(200, { ...json, 'content-length': 1000 }).write('{"id":'),
    hello: (_, response) => response.writeHead(200, json).end('{"hello":1}'),
    bomb: (_, response) => response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(bomb),
    async report(request, response) {
      report(await text(request));
      response.end();
    },
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', place.url);
    const handler = handlers[url.pathname.split('/')[1] ?? ''];
    if (handler) handler(request, response, url);
    else
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<script type="module">${place.page}</script>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const place: Place = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get followed() {
      return followed;
    },
    reported: () =>
      new Promise((resolve) => {
        report = resolve;
      }),
    page: '',
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return place;
}
