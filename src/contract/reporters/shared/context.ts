import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Contract } from '../../contract.ts';
import type { Report } from '../../report.ts';
import { type Contracts, type RunContract, runContracts } from '../../run/contracts.ts';
import { isOfWaiver } from '../../waivers/apply.ts';
import type { Waiver } from '../../waivers/waiver.ts';
import type { Evidence } from './evidence.ts';
import type { Sources } from './places.ts';

/** What a reporter may show beside the report itself. The report alone is public API; this is not in the JSON. */
export interface ReportContext {
  /** Version of this package. */
  readonly toolVersion: string;
  readonly createdAt: Date;
  /** From which severity a finding fails the run. */
  readonly failOn: 'error' | 'warning';
  /** In percent: less coverage fails the run. */
  readonly minCoverage?: number | undefined;
  readonly contracts: readonly RunContract[];
  /**
   * The folder that places in the description are relative to, as a path from the current folder: `''` where it is the
   * current one.
   */
  readonly descriptionFolder: string;
  readonly sources: Sources;
  /** By fingerprint: what the exchange of the first of equal findings looked like. */
  readonly evidence: ReadonlyMap<string, Evidence>;
  /** By fingerprint. */
  readonly waivers: ReadonlyMap<string, Waiver>;
}

export interface ReportContextParts {
  readonly contract: Contracts;
  /** `bundled`: the description of this package; `own`: one that the caller gave, with places relative to here. */
  readonly description: 'bundled' | 'own';
  readonly toolVersion: string;
  readonly createdAt: Date;
  readonly failOn?: 'error' | 'warning';
  readonly minCoverage?: number | undefined;
  readonly evidence?: ReadonlyMap<string, Evidence>;
  readonly waivers?: readonly Waiver[];
}

/** The folder of this package: places in the bundled description are relative to it. */
export const PACKAGE_FOLDER: string = fileURLToPath(new URL('../../../../', import.meta.url));

/** What a reporter may show beside a report. Reads the description's files; those that can't be read are left out. */
export async function createReportContext(
  report: Report,
  { contract, description, failOn = 'error', evidence, waivers, ...parts }: ReportContextParts,
): Promise<ReportContext> {
  const folder = description === 'bundled' ? PACKAGE_FOLDER : process.cwd();
  return {
    ...parts,
    failOn,
    contracts: runContracts(contract),
    descriptionFolder: relative(process.cwd(), folder),
    sources: await readSources(report, folder),
    evidence: evidence ?? new Map(),
    waivers: new Map(waivers?.map((waiver) => [waiver.fingerprint, waiver])),
  };
}

/**
 * The description's files that the findings speak of, read once. One that can't be read is left out: a report without
 * the lines is still a report.
 */
export async function readSources({ findings }: Report, folder: string): Promise<Sources> {
  const sources = new Map<string, readonly string[]>();
  for (const finding of findings) {
    const { spec } = finding;
    if (spec === undefined || sources.has(spec.file)) continue;
    // Waivers stand in a file of the caller, and not of the description.
    const path = isOfWaiver(finding) ? resolve(spec.file) : join(folder, spec.file);
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text !== undefined) sources.set(spec.file, text.replace(/\r?\n$/, '').split(/\r?\n/));
  }
  return sources;
}

/** The contract that a finding is of; where it is of none, the first. */
export function contractNamed({ contracts }: ReportContext, name: string | undefined): Contract {
  const { contract } = (contracts.find((each) => each.name === name) ?? contracts[0]) as RunContract;
  return contract;
}
