import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { globSync } from 'tinyglobby';
// @ts-expect-error: it is read by Jest alone, and has no types.
import config from '../jest.config.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
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

/** The suites of a configuration, by path. */
function suitesOf(path: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [JEST, '--listTests', '--config', path], { cwd: ROOT }, (error, stdout) =>
      error === null ? resolve(stdout.trim().split('\n')) : reject(error),
    );
  });
}

it('runs each suite in one of the parts of `npm test` and CI, and in no two', async () => {
  const parts = ['quick', 'rest', 'long', 'action'].map((name) => `scripts/jest/${name}.js`);
  const found = (await Promise.all([...parts, 'contract-tests/faults/jest.config.js'].map(suitesOf))).flat();
  const all = globSync('{src,scripts,openapi,contract-tests}/**/*.test.ts', {
    cwd: ROOT,
    ignore: '**/node_modules/**',
  });
  expect(found.map((path) => relative(ROOT, path)).toSorted()).toEqual(all.toSorted());
});

it('runs in CI what the README says, by scripts that there are', () => {
  const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
  const { scripts } = JSON.parse(read('package.json'));
  const ofCi = read('.github/workflows/ci.yml').match(/(?<=npm run |^ +- )(check|test:[a-z]+)$/gm) ?? [];
  const [, section = ''] = /^## What CI runs\n(.*?)^## /ms.exec(read('README.md')) ?? [];
  const told = section.match(/(?<=`(?:npm run )?)(check|test:[a-z]+)(?=`)/g) ?? [];
  expect([...ofCi].toSorted()).toEqual([...told].toSorted());
  expect(ofCi.filter((name) => scripts[name] === undefined)).toEqual([]);
});
