import type { Contract } from '../contract.ts';
import type { Waiver } from '../waivers/waiver.ts';
import type { Evidence } from './evidence.ts';

/** The lines of the files of a description, by the name that places give them; a file that can't be read is absent. */
export type Sources = ReadonlyMap<string, readonly string[]>;

/** What a reporter may show beside the report itself. The report alone is public API; this is not in the JSON. */
export interface ReportContext {
  /** Version of this package. */
  readonly toolVersion: string;
  readonly createdAt: Date;
  /** From which severity a finding fails the run. */
  readonly failOn: 'error' | 'warning';
  /** In percent: less coverage fails the run. */
  readonly minCoverage?: number | undefined;
  readonly contract: Contract;
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
