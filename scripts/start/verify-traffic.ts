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

export const REPORTS = ['reports/verify.txt', 'reports/verify.json'] as const;

/** Holds recordings against the contract, and writes the reports. */
export async function verifyTraffic(
  recordings: readonly string[],
): Promise<{ result: StepResult; report: Report }> {
  const report = await verifyExchanges(bundledContract, readRecordings(recordings));
  await writeReport(REPORTS[0], prettyReport(report));
  await writeReport(REPORTS[1], jsonReport(report));
  const { verified, findings } = report.summary;
  const line = `${verified} exchanges verified: ${findings.error} errors, ${findings.warning} warnings, ${findings.info} info`;
  return { result: { ok: findings.error === 0 && verified > 0, line, detail: prettyReport(report) }, report };
}
