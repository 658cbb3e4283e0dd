import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bundledContract } from '../bundled-contract.ts';
import type { Contract } from '../contract.ts';
import { startContractRun } from '../contract-run.ts';
import { compileObject } from '../description/compile.test-support.ts';
import { anExchange } from '../exchange.test-support.ts';
import type { Exchange } from '../exchange.ts';
import type { RecordingSummary, Report, RunPlan } from '../report.ts';
import { recordingSummaries } from '../reporters/shared/recordings.ts';
import { collectPart } from './collect.ts';
import { runContracts } from './contracts.ts';
import { mergeParts, type RunResult } from './merge.ts';
import { mergeReports, shardReport } from './merge-reports.ts';
import { parseReport } from './parse-report.ts';

const PLAN: RunPlan = { toolVersion: '1.0.0', options: '--undocumented warn', recordings: '0'.repeat(64) };
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

describe('the shards of a run', () => {
  let contracts: Contract[];
  beforeAll(async () => {
    contracts = await Promise.all(
      ['a', 'b'].map((name) =>
        compileObject({
          info: { title: name, version: '1' },
          servers: [{ url: `https://${name}.test` }],
          paths: Object.fromEntries(
            ['/x', '/y'].map((path) => [
              path,
              {
                get: {
                  operationId: `${name} ${path}`,
                  security: [{ [path === '/x' ? 'key' : 'app']: [] }],
                  responses: { 200: { description: 'ok' }, '4XX': { description: 'refused' } },
                },
              },
            ]),
          ),
          components: {
            securitySchemes: {
              key: { type: 'apiKey', in: 'header', name: 'X-Key' },
              app: { type: 'apiKey', in: 'query', name: 'app' },
            },
          },
        }),
      ),
    );
  });

  function resultOf(given: readonly Contract[], exchanges: readonly Exchange[]): RunResult {
    const all = runContracts(given);
    const part = collectPart(all, { evidence: true, recorded: true });
    for (const exchange of exchanges) part.add(exchange);
    const merger = mergeParts(all);
    merger.add(part.result());
    return merger.result();
  }

  const withRecordings = (report: Report, { recordings }: RunResult): Report => ({
    ...report,
    recordings: recordingSummaries(recordings, () => undefined, 0),
  });

  it('tell what the whole tells, wherever its files are cut', () => {
    const call = fc.record({
      host: fc.constantFrom('a.test', 'a.test', 'b.test', 'c.test', 'localhost'),
      path: fc.constantFrom('/x', '/x', '/y', '/z', '/x?app=1'),
      headers: fc.constantFrom<Record<string, string>>({ 'x-key': '<KEY>' }, {}, {}, { 'x-key': 'k1234567' }),
      status: fc.constantFrom(200, 200, 200, 401, 500),
      file: fc.constantFrom('a.har', 'a.har', 'b.har'),
    });
    fc.assert(
      fc.property(
        fc.array(call, { maxLength: 120 }),
        fc.array(fc.nat({ max: 119 }), { maxLength: 7 }),
        fc.boolean(),
        (calls, cuts, areSeveral) => {
          const indexes = new Map<string, number>();
          const exchanges = calls
            .toSorted((one, other) => (one.file < other.file ? -1 : Number(one.file !== other.file)))
            .map(({ host, path, headers, status, file }): Exchange => {
              const index = indexes.get(file) ?? 0;
              indexes.set(file, index + 1);
              const url = `https://${host}${path}`;
              const parts = { method: 'GET', url, requestHeaders: headers, status, headers: {}, file, index };
              return { ...anExchange({ ...parts, body: undefined }), recorded: true };
            });
          const given = contracts.slice(0, areSeveral ? 2 : 1);
          const whole = resultOf(given, exchanges);
          const ends = [...cuts.toSorted((one, other) => one - other), exchanges.length];
          const reports = ends.map((end, at) => {
            const own = resultOf(given, exchanges.slice(at === 0 ? 0 : ends[at - 1], end));
            const report = shardReport(own, { index: at + 1, of: ends.length }, PLAN);
            const file = `${at}.json`;
            return { file, report: parseReport(file, JSON.stringify(withRecordings(report, own))) };
          });
          const merged = mergeReports(reports);
          expect(JSON.stringify(merged.report)).toBe(JSON.stringify(withRecordings(whole.report, whole)));
          expect([...merged.evidence]).toEqual([...whole.evidence]);
        },
      ),
    );
  });
});
