import { bundledContract } from '../../bundled-contract.ts';
import { verifyExchanges } from '../../contract-run.ts';
import { anExchange, ENRICHMENT, type ExchangeParts } from '../../exchange.test-support.ts';
import type { Report } from '../../report.ts';
import { runContracts } from '../../run/contracts.ts';
import { waiveReport } from '../../waivers/apply.ts';
import type { Waiver } from '../../waivers/waiver.ts';
import { PACKAGE_FOLDER, type ReportContext, readSources } from './context.ts';
import { collectEvidence } from './evidence.ts';
import { collectRecordings, recordingSummaries } from './recordings.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z');

/** A contract run with all that a reporter may show. For tests. */
export interface Run {
  readonly report: Report;
  readonly context: ReportContext;
}

export interface RunOptions {
  /** Makes waivers of fingerprints, in the order of the findings. */
  readonly waive?: (fingerprints: readonly string[]) => Waiver[];
}

export async function aRun(exchanges: readonly ExchangeParts[], { waive }: RunOptions = {}): Promise<Run> {
  const evidence = collectEvidence(bundledContract);
  const recordings = collectRecordings();
  const plain = await verifyExchanges(bundledContract, exchanges.map(anExchange), {
    observe: (exchange, findings) => {
      evidence.add(exchange, findings);
      recordings.add(exchange);
    },
  });
  const provenance = { source: 'simulator', date: '2026-11-01', shows: 'What <b>it</b> shows' } as const;
  const list = recordingSummaries(recordings.tallies, (file) => ({ ...provenance, file }), NOW);
  const waivers = waive?.(plain.findings.map(({ fingerprint }) => fingerprint)) ?? [];
  const report = { ...waiveReport(plain, waivers, '2026-11-23'), recordings: list };
  return {
    report,
    context: {
      toolVersion: '0.0.0-test',
      createdAt: new Date(NOW),
      failOn: 'error',
      contracts: runContracts(bundledContract),
      descriptionFolder: '',
      sources: await readSources(report, PACKAGE_FOLDER),
      evidence: evidence.result(),
      waivers: new Map(waivers.map((waiver) => [waiver.fingerprint, waiver])),
    },
  };
}

export function aWaiver(fingerprint: string, parts: Partial<Waiver> = {}): Waiver {
  return {
    fingerprint,
    reason: 'The fix is promised for spring.',
    owner: 'ada',
    expires: '2027-01-31',
    place: { file: 'waivers.yaml', line: 3, column: 3, pointer: '/0' },
    ...parts,
  };
}

export const KEY = 'test-key-1234567890';

/** Text that breaks out of every format that does not escape it. */
export const HOSTILE: string =
  '</script><script>alert(1)</script><img src=x onerror=alert(1)>"\'`&amp;]]>' +
  '\u0000\u0008\u001b[31m\u202E\uFFFE\n::error::x%0A| a \\| b |\r\n# head\n--><!--';

/** Two usual differences, one undocumented call. */
export const DIFFERENCES: readonly ExchangeParts[] = [
  { file: 'one.json' },
  { file: 'one.json', index: 1, body: { ...ENRICHMENT, status: 'cancelled' } },
  { file: 'two.json', body: { ...ENRICHMENT, status: 'stopped' } },
  { file: 'two.json', index: 1, body: { ...ENRICHMENT, priority: 3 } },
  { file: 'two.json', index: 2, url: 'https://api.exa.ai/websets/v0/imports' },
];

/** Differences whose every part is hostile: file name, URL, header, property, value, body. */
export const HOSTILE_DIFFERENCES: readonly ExchangeParts[] = [
  {
    file: `${HOSTILE}.json`,
    url: `https://api.exa.ai/websets/v0/websets/${encodeURIComponent(HOSTILE.replaceAll('/', ''))}/enrichments/x/cancel`,
    headers: { 'content-type': 'application/json', 'x-odd': HOSTILE, 'cf-ray': HOSTILE },
    body: { ...ENRICHMENT, status: HOSTILE, [HOSTILE]: HOSTILE, title: KEY },
  },
  { file: `${HOSTILE}.json`, index: 1, url: `https://api.exa.ai/${HOSTILE}`, method: HOSTILE },
  { file: `${HOSTILE}.json`, index: 2, body: HOSTILE },
  { file: `${HOSTILE}.json`, index: 3, headers: { 'content-type': HOSTILE }, body: HOSTILE },
];
