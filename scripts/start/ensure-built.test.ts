import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isStale } from './ensure-built.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'is-stale-'));
  mkdirSync(join(root, 'src/deep'), { recursive: true });
  for (const name of ['src/deep/a.ts', 'src/a.test.ts', 'stamp']) writeFileSync(join(root, name), '');
  for (const name of ['src/deep/a.ts', 'src/a.test.ts', 'src/deep', 'src']) touch(name, 1_000);
  touch('stamp', 2_000);
});
afterEach(() => rmSync(root, { recursive: true }));

const touch = (name: string, seconds: number): void => utimesSync(join(root, name), seconds, seconds);
const stale = (): boolean => isStale(join(root, 'stamp'), [join(root, 'src')]);

describe('what was built', () => {
  it('is good where nothing is newer', () => expect(stale()).toBe(false));

  it('is stale where a source is newer, however deep', () => {
    touch('src/deep/a.ts', 3_000);
    expect(stale()).toBe(true);
  });

  it('is stale where a source was removed', () => {
    rmSync(join(root, 'src/deep/a.ts'));
    expect(stale()).toBe(true);
  });

  it('is stale where it is not there', () => {
    rmSync(join(root, 'stamp'));
    expect(stale()).toBe(true);
  });

  it('does not hold the tests', () => {
    touch('src/a.test.ts', 3_000);
    expect(stale()).toBe(false);
  });
});
