import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeInChromium, launchChromium } from '../../src/contract/chromium.test-support.ts';
import { deadLinks } from '../site/dead-links.ts';
import { PAGES } from '../site/pages.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pages = Object.values(PAGES).flat();
const folder = mkdtempSync(join(tmpdir(), 'site-'));
const site = join(folder, 'site');

afterAll(() => rmSync(folder, { recursive: true }));

it('lists every page of the repository once', () => {
  const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' });
  const all = [...readdirSync(root), ...docs.map((name) => posix.join('docs', name))];
  const expected = all.filter((name) => name.endsWith('.md') && name !== 'README.md');
  expect([...pages].sort()).toEqual(expected.sort());
});

it('tells a link that leads nowhere', () => {
  const small = join(folder, 'small');
  mkdirSync(small);
  const links = ['b.html', 'b.html#here', '#top', 'https://example.com/', 'c.html', 'b.html#gone', 'sub/'];
  const anchors = links.map((link) => `<a class="x" href="${link}">`).join('');
  writeFileSync(join(small, 'a.html'), `<p id="top">${anchors}<script>'<a href="d.html">'</script>`);
  writeFileSync(join(small, 'b.html'), '<p id="here"><img src="e.png">');
  expect(deadLinks(small)).toEqual([
    'a.html -> c.html',
    'a.html -> b.html#gone',
    'a.html -> sub/',
    'b.html -> e.png',
  ]);
});

describe('npm run docs', () => {
  beforeAll(() => {
    // Ends with 1, and its words on stderr, where a link is dead or TypeDoc warns.
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/site.ts', site], { cwd: root });
  }, 120_000);

  it('makes a page of each, and of what is generated', () => {
    const made = pages.map((page) => page.replace(/md$/, 'html'));
    const generated = ['index.html', 'api.html', 'exa-enrichments.html', 'media/report.schema.json'];
    expect([...made, ...generated].filter((name) => !existsSync(join(site, name)))).toEqual([]);
  });
});

describeInChromium('in a browser', () => {
  const TYPES: Readonly<Record<string, string>> = {
    '.html': 'text/html',
    '.css': 'text/css',
    '.js': 'text/javascript',
  };
  let server: Server;
  let browser: Browser;
  let origin = '';

  beforeAll(async () => {
    server = createServer(({ url = '/' }, response) => {
      const { pathname } = new URL(url, 'http://127.0.0.1');
      // Below a path of its own, as a project's pages are.
      const file = join(site, pathname.replace(/^\/project\//, '/'));
      if (!pathname.startsWith('/project/') || !existsSync(file)) return void response.writeHead(404).end();
      response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
      response.end(readFileSync(file));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  it('no page is wider than a phone, and none asks for anything elsewhere', async () => {
    const tab = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const asked: string[] = [];
    const wrong: string[] = [];
    tab.on('response', (response) => {
      if (!response.ok()) wrong.push(`${response.status()} ${response.url()}`);
    });
    tab.on('request', (request) => {
      if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url()))
        asked.push(request.url());
    });
    // What its policy keeps a page from asking for was not sent.
    tab.on('requestfailed', (request) => {
      if (request.failure()?.errorText === 'csp') asked.splice(asked.indexOf(request.url()), 1);
    });
    for (const page of ['index.md', 'api.md', 'exa-enrichments/contract.md', ...pages]) {
      // Redoc asks for its logo once its script has run, and its page's policy says no.
      const isDone = page === 'api.md' ? tab.waitForEvent('requestfailed') : undefined;
      await tab.goto(`${origin}project/${page.replace(/md$/, 'html')}`);
      await isDone;
      const width = await tab.evaluate('document.documentElement.scrollWidth');
      if (width !== 390) wrong.push(`${page} is ${width} wide`);
    }
    await tab.close();
    expect({ asked, wrong }).toEqual({ asked: [], wrong: [] });
  }, 120_000);
});
