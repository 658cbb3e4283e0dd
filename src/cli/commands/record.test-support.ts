import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from '@jest/globals';
import { parse } from 'yaml';
import { run } from '../terminal.test-support.ts';

/** For the files of one test. */
export let folder: string;
/** Where its recording goes. */
export let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exa-record-'));
  file = join(folder, 'cancel.json');
});
afterEach(() => rm(folder, { recursive: true }));

/** Records the simulator, without a key. */
export function simulated(...args: readonly string[]): ReturnType<typeof run> {
  return run(['record', '--simulator', '--output', file, ...args], { env: {} });
}

/** One exchange of a recording, as nock has it. */
interface Definition {
  readonly method: string;
  readonly path: string;
  readonly response: { readonly status: string };
}

export async function definitions(): Promise<Definition[]> {
  return JSON.parse(await readFile(file, 'utf8'));
}

/** What the index in the folder says of its recordings. */
export async function index(): Promise<Record<string, unknown>[]> {
  return parse(await readFile(join(folder, 'index.yaml'), 'utf8')).recordings;
}
