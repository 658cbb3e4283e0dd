import { findProvenance } from '../../contract/reporter-support/find-provenance.ts';
import { recordingSummaries } from '../../contract/reporter-support/recording-list.ts';
import { verifyRecordings } from '../../contract/scale/verify-recordings.ts';
import type { Terminal } from '../terminal.ts';
import type { Found } from './conclude.ts';
import { contractOf } from './contract-of.ts';
import type { VerifyOptions } from './options.ts';
import { createProgress } from './progress.ts';

/** A contract run over recordings on disk. */
export async function runVerify(
  { paths, api, undocumented, ignoreProperties, workers, shard }: VerifyOptions,
  terminal: Terminal,
  now: Date,
): Promise<Found> {
  const contract = await contractOf(api);
  const progress = createProgress(terminal);
  try {
    const { report, evidence, recordings, unlistedKinds } = await verifyRecordings(contract, paths, {
      api,
      undocumented,
      ignoreProperties,
      workers,
      shard,
      evidence: true,
      onProgress: progress.show,
    });
    const provenanceOf = await findProvenance(paths, [...recordings.keys()]);
    const summaries = recordingSummaries(recordings, provenanceOf, now.getTime());
    return {
      contract,
      report: {
        ...report,
        recordings: summaries,
        ...(shard && {
          shard: {
            ...shard,
            evidence: Object.fromEntries(evidence),
            ...(unlistedKinds && { unlistedKinds }),
          },
        }),
      },
      evidence,
    };
  } finally {
    progress.end();
  }
}
