import { relative } from 'node:path';
import type { Contract } from '../contract.ts';
import type { Report } from '../report.ts';
import type { Waiver } from '../waivers/waiver.ts';
import type { Evidence } from './evidence.ts';
import { PACKAGE_FOLDER, readSources } from './read-sources.ts';
import type { ReportContext } from './report-context.ts';

export interface ReportContextParts {
  readonly contract: Contract;
  /** `bundled`: the description of this package; `own`: one that the caller gave, with places relative to here. */
  readonly description: 'bundled' | 'own';
  readonly toolVersion: string;
  readonly createdAt: Date;
  readonly failOn?: 'error' | 'warning';
  readonly minCoverage?: number | undefined;
  readonly evidence?: ReadonlyMap<string, Evidence>;
  readonly waivers?: readonly Waiver[];
}

/** What a reporter may show beside a report. Reads the description's files; those that can't be read are left out. */
export async function createReportContext(
  report: Report,
  { contract, description, failOn = 'error', evidence, waivers, ...parts }: ReportContextParts,
): Promise<ReportContext> {
  const folder = description === 'bundled' ? PACKAGE_FOLDER : process.cwd();
  return {
    ...parts,
    failOn,
    contract,
    descriptionFolder: relative(process.cwd(), folder),
    sources: await readSources(report, folder),
    evidence: evidence ?? new Map(),
    waivers: new Map(waivers?.map((waiver) => [waiver.fingerprint, waiver])),
  };
}
