import { mkdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { describeInChromium, launchChromium } from '../../chromium.test-support.ts';
import { inFolder, readLines } from '../source.test-support.ts';

const THING = '{"id":"1","name":"Où ?"}';

const server: Server = createServer(({ url, method }, response) => {
  const type = url === '/page' ? 'text/html' : 'application/json';
  response.setHeader('content-type', type);
  if (url === '/page') response.end('<title>page</title>');
  else if (method === 'DELETE') response.writeHead(204).end();
  else if (method === 'POST') response.writeHead(201).end('{"id":"2"}');
  else response.setHeader('content-encoding', 'gzip').end(gzipSync(THING));
});

type Record = (path: string) => {
  readonly options?: BrowserContextOptions;
  readonly prepare?: (context: BrowserContext) => Promise<void>;
};

describeInChromium('what Playwright records in Chromium', () => {
  jest.setTimeout(60_000);
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser?.close();
    server.closeAllConnections();
    server.close();
  });

  const updating =
    (updateContent: 'attach' | 'embed'): Record =>
    (path) => ({
      prepare: (context) => context.routeFromHAR(path, { url: '**/things**', update: true, updateContent }),
    });

  it.each<[string, string, Record]>([
    ['bodies in the HAR', 'x.har', (path) => ({ options: { recordHar: { path } } })],
    ['bodies beside the HAR', 'x.har', (path) => ({ options: { recordHar: { path, content: 'attach' } } })],
    ['a zip', 'x.har.zip', (path) => ({ options: { recordHar: { path } } })],
    ['routeFromHAR, bodies beside the HAR', 'x.har', updating('attach')],
    ['routeFromHAR, bodies in the HAR', 'x.har', updating('embed')],
    ['routeFromHAR, a zip', 'x.zip', updating('attach')],
  ])('is read with every body: %s', async (_, name, record) => {
    await inFolder({}, async (folder) => {
      await mkdir(`${folder}/har`);
      const path = `${folder}/har/${name}`;
      const { options, prepare } = record(path);
      const context = await browser.newContext(options);
      await prepare?.(context);
      const page = await context.newPage();
      await page.goto(`${origin}/page`);
      await page.evaluate(async () => {
        const json = { 'content-type': 'application/json' };
        for (const [to, init] of [
          ['/things/1?view=a%20b'],
          ['/things', { method: 'POST', headers: json, body: '{"name":"é"}' }],
          ['/things/1', { method: 'DELETE' }],
        ] as const)
          await (await fetch(to, init)).arrayBuffer();
      });
      await context.close();
      const lines = await readLines(name.endsWith('.zip') ? path : `${folder}/har`);
      expect(lines.filter((line) => line.includes('/things'))).toEqual([
        `GET ${origin}/things/1?view=a%20b -> 200 application/json ${THING}`,
        `POST ${origin}/things application/json {"name":"é"} -> 201 application/json {"id":"2"}`,
        `DELETE ${origin}/things/1 -> 204 application/json`,
      ]);
    });
  });
});
