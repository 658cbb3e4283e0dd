import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { describeInChromium, launchChromium } from '../chromium.test-support.ts';
import { htmlReport } from './html.ts';
import { aRun, aWaiver, DIFFERENCES, HOSTILE, HOSTILE_DIFFERENCES } from './shared/run.test-support.ts';

/** Where pictures go, for a person to look at; none are taken without it. */
const PICTURES = process.env['REPORT_PICTURES'];

describeInChromium('the page in Chromium', () => {
  // A browser on a busy machine takes its time.
  jest.setTimeout(60_000);
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    browser = await launchChromium();
    folder = await mkdtemp(join(tmpdir(), 'page-'));
    const usual = await aRun(DIFFERENCES);
    const waived = await aRun(DIFFERENCES, { waive: ([first = '']) => [aWaiver(first)] });
    const hostile = await aRun(HOSTILE_DIFFERENCES);
    for (const [name, { report, context }] of Object.entries({ usual, waived, hostile }))
      await writeFile(join(folder, `${name}.html`), htmlReport(report, context));
  });

  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });

  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Opens a page; whatever it complains of or asks for is collected. */
  async function open(
    name: string,
    options: BrowserContextOptions = {},
  ): Promise<{ page: Page; complaints: string[]; requests: string[] }> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog ${dialog.message()}`);
      dialog.dismiss().catch(() => undefined);
    });
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
    return { page, complaints, requests };
  }

  it.each(['usual', 'waived', 'hostile'])('asks for nothing and complains of nothing: %s', async (name) => {
    const { page, complaints, requests } = await open(name);
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([page.url()]);
  });

  it('shows hostile text as text', async () => {
    const { page, complaints } = await open('hostile');
    expect(await page.locator('img, iframe, object, script:not(body > script)').count()).toBe(0);
    const visible = HOSTILE.slice(0, HOSTILE.indexOf('\u0000'));
    expect(await page.locator('main').textContent()).toContain(visible);
    expect(complaints).toEqual([]);
  });

  it.each([
    ['usual', 'light', 1280],
    ['usual', 'dark', 400],
    ['waived', 'dark', 1280],
    ['hostile', 'light', 400],
    ['hostile', 'dark', 1280],
  ] as const)('fits, and is accessible: %s, %s, %i pixels', async (name, colorScheme, width) => {
    const { page } = await open(name, { colorScheme, viewport: { width, height: 900 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await page.evaluate(axe.source);
    const result = (await page.evaluate('axe.run()')) as AxeResults;
    const broken = result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    expect(broken).toEqual([]);
    if (PICTURES !== undefined)
      await page.screenshot({ path: join(PICTURES, `${name}-${colorScheme}-${width}.png`), fullPage: true });
  });

  it('is dark or light as the system is, until the reader chooses, and remembers', async () => {
    const { page } = await open('usual', { colorScheme: 'dark' });
    const background = (): Promise<string> =>
      page.evaluate('getComputedStyle(document.body).backgroundColor') as Promise<string>;
    const dark = await background();
    await page.getByRole('button', { name: 'Theme' }).click();
    const light = await background();
    expect(light).not.toBe(dark);
    await page.reload();
    expect(await background()).toBe(light);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.getByRole('button', { name: 'Theme: light' }).click();
    expect(await background()).toBe(dark);
  });

  it('goes from finding to finding by keys, and opens and closes them', async () => {
    const { page } = await open('waived');
    const focused = (): Promise<string> =>
      page.evaluate('document.activeElement.querySelector(".message")?.textContent ?? ""') as Promise<string>;
    await page.keyboard.press('j');
    const first = await focused();
    await page.keyboard.press('j');
    const second = await focused();
    expect(first).toMatch(/priority/);
    expect(second).toMatch(/documented values/);
    await page.keyboard.press('k');
    expect(await focused()).toBe(first);
    const isOpen = (): Promise<unknown> => page.evaluate('document.activeElement.parentElement.open');
    expect(await isOpen()).toBe(true);
    await page.keyboard.press('Enter');
    expect(await isOpen()).toBe(false);
  });

  it('filters by words and by severity, and says when nothing is left', async () => {
    const { page } = await open('usual');
    const shown = (): Promise<number> => page.locator('.finding:visible').count();
    expect(await shown()).toBe(2);
    await page.keyboard.press('/');
    await page.keyboard.type('priority two.json');
    expect(await shown()).toBe(1);
    await page.getByRole('checkbox', { name: 'warning' }).uncheck();
    expect(await shown()).toBe(0);
    expect(await page.getByText('No finding matches the filter.').isVisible()).toBe(true);
  });

  it('reaches everything with the Tab key, and shows where it is', async () => {
    const { page } = await open('usual');
    const reached = new Set<string>();
    for (let at = 0; at < 60; at += 1) {
      await page.keyboard.press('Tab');
      reached.add(
        (await page.evaluate(
          'document.activeElement.id || document.activeElement.className || document.activeElement.tagName',
        )) as string,
      );
    }
    expect([...reached]).toEqual(expect.arrayContaining(['skip', 'theme', 'filter', 'SUMMARY', 'copy']));
  });

  it('copies the command that reproduces', async () => {
    const { page } = await open('usual', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Copy' }).first().click();
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/^curl -sS -i -X POST /);
  });

  it('holds everything without scripts, and offers nothing that would need them', async () => {
    const { page } = await open('usual', { javaScriptEnabled: false });
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.locator('.finding').count()).toBe(2);
    expect(await page.locator('#filters').isVisible()).toBe(false);
  });
});
