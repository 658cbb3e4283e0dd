import { existsSync } from 'node:fs';
import { describe } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';

/** An installed Chromium: `apt-get install chromium`, or any one that CHROMIUM names. Nothing is downloaded. */
const CHROMIUM = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));

/** A suite that needs a browser: without one it is skipped, and its name says so. */
export function describeInChromium(name: string, suite: () => void): void {
  if (CHROMIUM === undefined) describe.skip(`${name} (none found: install it or set CHROMIUM)`, suite);
  else describe(name, suite);
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM as string, args: ['--no-sandbox'] });
}
