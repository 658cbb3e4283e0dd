import { bundledContract } from '../../contract/bundled-contract.ts';
import type { Contract } from '../../contract/contract.ts';
import { readRecordingBatches } from '../../contract/read-recordings.ts';
import type { Report } from '../../contract/report.ts';
import { createReportContext } from '../../contract/reporter-support/create-report-context.ts';
import { collectEvidence } from '../../contract/reporter-support/evidence.ts';
import { findProvenance } from '../../contract/reporter-support/find-provenance.ts';
import { collectRecordings, recordingSummaries } from '../../contract/reporter-support/recording-list.ts';
import type { ReportContext } from '../../contract/reporter-support/report-context.ts';
import { verifyBatches } from '../../contract/verify-exchanges.ts';
import { waiveReport } from '../../contract/waivers/waive-report.ts';
import { packageVersion } from '../package-version.ts';
import type { VerifyOptions } from './options.ts';
import type { WaiverFile } from './waivers.ts';

/** A contract run over recordings on disk, with what a reporter may show of it. */
export async function runVerify(
  { paths, api, undocumented, gates }: VerifyOptions,
  waivers: WaiverFile | undefined,
  now: Date,
): Promise<{ report: Report; context: ReportContext }> {
  const contract = await contractOf(api);
  const evidence = collectEvidence(contract);
  const recordings = collectRecordings();
  const plain = await verifyBatches(contract, readRecordingBatches(paths), {
    undocumented,
    observe: (exchange, findings) => {
      recordings.add(exchange);
      evidence.add(exchange, findings);
    },
  });
  const provenanceOf = await findProvenance(paths, [...recordings.tallies.keys()]);
  const finished = waivers?.finished ?? [];
  const report = {
    ...waiveReport(plain, finished, dayOf(now)),
    recordings: recordingSummaries(recordings.tallies, provenanceOf, now.getTime()),
  };
  const context = await createReportContext(report, {
    contract,
    description: api === undefined ? 'bundled' : 'own',
    toolVersion: await packageVersion(),
    createdAt: now,
    failOn: gates.failOn,
    evidence: evidence.result(),
    waivers: finished,
  });
  return { report, context };
}

/** In UTC, `YYYY-MM-DD`. */
export function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}

/** ajv is loaded only for a description that was not compiled ahead. */
async function contractOf(api: string | undefined): Promise<Contract> {
  if (api === undefined) return bundledContract;
  const { compileDescription } = await import('../../contract/description/compile.ts');
  return compileDescription(api);
}
