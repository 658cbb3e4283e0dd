import { execFile, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Claim } from '../../claims/claim.ts';
import type { Runtime } from '../runtime.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Without a window, and without a word to anybody but the page's server. */
const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
];

export const chromium: Runtime = {
  name: 'Chromium',
  async find() {
    const { path, version } = await firstThere();
    return {
      version,
      async claims({ prepared, place, folder, signal }) {
        place.page = await readFile(prepared.page, 'utf8');
        const report = place.reported();
        // A group of its own, because a browser is many processes.
        const child = spawn(path, [...FLAGS, `--user-data-dir=${folder}`, place.url], {
          stdio: 'ignore',
          detached: true,
        });
        try {
          return JSON.parse(await Promise.race([report, failed(child, signal)])) as Claim[];
        } finally {
          if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
        }
      },
    };
  },
};

async function firstThere(): Promise<{ path: string; version: string }> {
  for (const path of NAMES) {
    try {
      const { stdout } = await promisify(execFile)(path, ['--version']);
      return { path, version: (/[\d.]{5,}/.exec(stdout) ?? [''])[0] };
    } catch {
      // Perhaps it goes by another name.
    }
  }
  throw new Error(`there is none of ${NAMES.join(', ')} in the PATH`);
}

function failed(child: ReturnType<typeof spawn>, signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`the browser ended with ${code}`)));
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}
