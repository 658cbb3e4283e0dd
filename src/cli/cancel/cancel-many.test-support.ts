import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from '@jest/globals';
import type { EnrichmentRef } from '../../index.ts';
import type { EnrichmentSeed, SimulatorOptions } from '../../simulator/index.ts';
import { type Served, serve } from '../simulator.test-support.ts';

/** For the files of one test. */
export let folder: string;
/** What the last {@link start} started. */
export let server: Served;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exa-many-'));
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** Enrichments `e0`, `e1`, … of the Webset `w`, which differ as the seeds say. */
export async function start(
  seeds: readonly EnrichmentSeed[],
  options?: SimulatorOptions,
): Promise<EnrichmentRef[]> {
  const enrichments = seeds.map((seed, index) => ({ id: `e${index}`, ...seed }));
  server = await serve({ websets: [{ id: 'w', enrichments }], ...options });
  return enrichments.map(({ id }) => ({ webset: 'w', enrichment: id }));
}

export function ndjson(refs: readonly object[]): string {
  return refs.map((ref) => `${JSON.stringify(ref)}\n`).join('');
}

export async function fileOf(refs: readonly object[] | string, name = 'refs.ndjson'): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, typeof refs === 'string' ? refs : ndjson(refs));
  return file;
}

/** How often a cancel was asked for each enrichment. */
export function cancels(): Record<string, number> {
  const asked: Record<string, number> = {};
  for (const { method, parameters } of server.simulator.requests) {
    const id = String(parameters['id']);
    if (method === 'POST') asked[id] = (asked[id] ?? 0) + 1;
  }
  return asked;
}
