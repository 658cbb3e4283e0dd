import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report } from '../report.ts';
import type { Sources } from './report-context.ts';

/** The folder of this package: places in the bundled description are relative to it. */
export const PACKAGE_FOLDER: string = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * The description's files that the findings speak of, read once. One that can't be read is left out: a report without
 * the lines is still a report.
 */
export async function readSources({ findings }: Report, folder: string): Promise<Sources> {
  const sources = new Map<string, readonly string[]>();
  for (const { spec, check } of findings) {
    if (spec === undefined || sources.has(spec.file)) continue;
    // Waivers stand in a file of the caller, and not of the description.
    const ofWaivers = check === 'expired-waiver' || check === 'unused-waiver';
    const path = ofWaivers ? resolve(spec.file) : join(folder, spec.file);
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text !== undefined) sources.set(spec.file, text.replace(/\r?\n$/, '').split(/\r?\n/));
  }
  return sources;
}
