import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
// @ts-expect-error: it is read by Jest alone, and has no types.
import config from '../jest.config.js';

const JEST = fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url));

const LEFT = `
  it('waits', () => new Promise((resolve) => setTimeout(resolve, 1)));
  it('leaves a rejection behind', () => void Promise.reject(new Error('nobody looks')));
  it('comes after', () => {});
`;

it('names the test that leaves a rejection behind, and goes on with the others', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jest-config-'));
  try {
    writeFileSync(join(folder, 'left.test.js'), LEFT);
    const ours = { ...config, rootDir: folder, testMatch: ['**/left.test.js'], transform: {} };
    const args = [JEST, '--runInBand', '--config', JSON.stringify(ours)];
    const { code, told } = await new Promise<{ code: unknown; told: string }>((resolve) => {
      execFile(process.execPath, args, { cwd: folder, timeout: 25_000 }, (error, stdout, stderr) =>
        resolve({ code: error?.code, told: stdout + stderr }),
      );
    });
    expect(code).toBe(1);
    expect(told).toMatch(/● leaves a rejection behind\n+\s+nobody looks/);
    expect(told).toContain('1 failed, 2 passed, 3 total');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
