import {
  bundledContract,
  jsonReport,
  prettyReport,
  type Report,
  readRecordings,
  verifyExchanges,
} from 'exa-enrichments/contract';
import { writeReport } from './reports.ts';
import type { StepResult } from './step.ts';

export interface Verified {
  readonly result: StepResult;
  readonly report: Report;
  /** The files that tell all of it. */
  readonly reports: readonly string[];
}

/** Holds recordings against the contract, and writes the reports. */
export async function verifyTraffic(recordings: readonly string[], folder: string): Promise<Verified> {
  const [pretty, json] = [`${folder}/verify.txt`, `${folder}/verify.json`];
  const report = await verifyExchanges(bundledContract, readRecordings(recordings));
  await writeReport(pretty, prettyReport(report));
  await writeReport(json, jsonReport(report));
  const { verified, findings } = report.summary;
  const line = `${verified} exchanges verified: ${findings.error} errors, ${findings.warning} warnings, ${findings.info} info`;
  const ok = findings.error === 0 && verified > 0;
  return { result: { ok, line, detail: prettyReport(report) }, report, reports: [pretty, json] };
}
