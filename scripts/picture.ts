// Makes docs/report.png: the report of docs/example, as it opens in a browser. Usage: tsx scripts/picture.ts
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'picture-'));
const page = join(folder, 'report.html');
try {
  const args = [join(root, 'dist/cli/bin.js'), 'verify', 'drifted.json', '--format', `html=${page}`];
  execFileSync(process.execPath, args, { cwd: join(root, 'docs/example'), stdio: 'ignore' });
} catch {
  // It has findings, for which it exits with 1.
}
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  const tab = await browser.newPage({ viewport: { width: 1120, height: 1000 }, colorScheme: 'light' });
  await tab.goto(`file://${page}`);
  await tab.screenshot({
    path: join(root, 'docs/report.png'),
    clip: { x: 0, y: 168, width: 1120, height: 740 },
  });
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
