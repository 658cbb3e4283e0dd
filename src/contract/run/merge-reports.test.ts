import { describe, expect, it } from '@jest/globals';
import { bundledContract } from '../bundled-contract.ts';
import { startContractRun } from '../contract-run.ts';
import type { RecordingSummary, RunPlan } from '../report.ts';
import { mergeReports } from './merge-reports.ts';

const PLAN: RunPlan = { toolVersion: '1.0.0', options: '--undocumented warn', recordings: 'a' };
const SIMULATED: RecordingSummary = {
  file: 'a.ndjson',
  exchanges: 2,
  source: 'simulator',
  recordedAt: '2026-01-02',
  ageDays: 3,
};
const UNKNOWN: RecordingSummary = { file: 'a.ndjson', exchanges: 5, recordedAt: '2026-01-01', ageDays: 4 };

describe('a recording that two shards read', () => {
  it.each([
    ['the younger', [SIMULATED, UNKNOWN]],
    ['the second', [UNKNOWN, SIMULATED]],
  ])('is of the simulator where only %s share shows it, and as old as its oldest exchange', (_, shares) => {
    const { report } = mergeReports(
      shares.map((share, at) => ({
        file: `${at}.json`,
        report: {
          ...startContractRun(bundledContract).report(),
          recordings: [share],
          shard: { index: at + 1, of: 2, plan: PLAN, evidence: {} },
        },
      })),
    );
    expect(report.recordings).toEqual([{ ...SIMULATED, exchanges: 7, recordedAt: '2026-01-01', ageDays: 4 }]);
  });
});
