import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createSimulator } from 'exa-enrichments/simulator';
import { mainJob } from './main-job.ts';
import type { StepResult } from './steps.ts';
import type { Target } from './target.ts';

let folder: string;
let printed: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'main-job-'));
  printed = '';
  jest.spyOn(console, 'log').mockImplementation((line: unknown) => {
    printed += `${line}\n`;
  });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await rm(folder, { recursive: true });
});

type Options = NonNullable<Parameters<typeof createSimulator>[0]>;

const good = async (): Promise<StepResult> => ({ ok: true, line: 'good' });

/** A live target, as far as the job can tell; what it asks is answered by a simulator. */
async function against(options: Options, check = good, into = folder) {
  const simulator = createSimulator({ scenario: 'instant', ...options });
  const server = await simulator.listen();
  const target: Target = {
    source: 'live',
    ...simulator.running,
    baseUrl: server.url,
    apiKey: 'any-key',
    assumptions: [],
    close: () => server.close(),
  };
  try {
    return {
      good: await mainJob(target, { checks: { lint: check }, folder: into }),
      requests: simulator.requestCount,
    };
  } finally {
    await server.close();
  }
}

const traffic = async (): Promise<{ status: number }[]> =>
  JSON.parse(await readFile(join(folder, 'live-traffic.json'), 'utf8'));

describe('the main job', () => {
  it('is good where the cancel is confirmed, and the traffic conforms', async () => {
    expect((await against({})).good).toBe(true);
    expect(await traffic()).toHaveLength(1);
    expect(printed).toMatch(/✓ cancel +the cancel answered "canceled"/);
  });

  it('keeps, verifies and reports the traffic of a read that failed', async () => {
    const { good } = await against({ scenario: 'async-cancel', script: ['ok', 'bad-key'] });
    expect(good).toBe(false);
    expect(await traffic()).toMatchObject([{ status: 200 }, { status: 400 }]);
    expect(printed).toMatch(/✗ cancel .*The cancel was accepted before/);
    expect(printed).toContain('✓ verify');
    expect(printed).toContain('Coverage ');
    expect(printed).toContain(join(folder, 'live-traffic.json'));
  });

  it('holds an answer that the client refused against the contract', async () => {
    const { good } = await against({ script: ['not-json'] });
    expect(good).toBe(false);
    expect(printed).toMatch(/✗ verify .* [1-9]\d* errors/);
  });

  it('verifies the other recordings where nothing was answered', async () => {
    const { good } = await against({ faults: ['reset'] });
    expect(good).toBe(false);
    expect(existsSync(join(folder, 'live-traffic.json'))).toBe(false);
    expect(printed).toContain('✓ verify');
    expect(printed).toContain('no traffic: nothing was answered');
  });

  it('sends nothing that can not be undone before its checks are good', async () => {
    const failing = async (): Promise<StepResult> => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      return { ok: false, line: 'bad' };
    };
    expect(await against({}, failing)).toEqual({ good: false, requests: 0 });
    expect(printed).toContain('Nothing was sent');
  });

  it.each([
    ['the folder is a file', () => writeFile(join(folder, 'reports'), '')],
    ['a folder has its name', () => mkdir(join(folder, 'reports/live-traffic.json'), { recursive: true })],
  ])('sends nothing where the traffic could not be kept: %s', async (_, spoil) => {
    await spoil();
    expect(await against({}, good, join(folder, 'reports'))).toEqual({ good: false, requests: 0 });
    expect(printed).toMatch(/✗ cancel +Nothing was sent, for its traffic can not be written: E/);
    expect(printed).toContain('no traffic: nothing was sent');
  });
});
