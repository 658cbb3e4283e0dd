import type { Contract } from '../contract.ts';
import type { ContractPoints } from '../coverage/points.ts';
import { createRecorder } from '../coverage/recorder.ts';
import { showExchange } from '../coverage/show-exchange.ts';
import { createEngine } from '../engine.ts';
import type { Exchange } from '../exchange.ts';
import type { Finding } from '../finding.ts';
import { createJudge, type VerifyExchangeOptions } from '../judge.ts';
import { collectEvidence } from '../reporter-support/evidence.ts';
import { collectRecordings } from '../reporter-support/recording-list.ts';
import { collectCredentials } from './missing-credentials.ts';
import { partFindings } from './part-findings.ts';
import { recordedCredentials } from './recorded-credentials.ts';
import type { RunPart } from './run-part.ts';

export interface CollectPartOptions extends VerifyExchangeOptions {
  /** Whether to keep what the exchanges of findings looked like, for reporters that show it. */
  readonly evidence?: boolean;
  /** Whether the exchanges stand on disk, where a real key is a finding. */
  readonly recorded?: boolean;
  /** Milliseconds since the epoch, by which signed links have expired. Default: the system's clock. */
  readonly now?: number;
}

export interface PartCollector {
  /** Verifies an exchange, and gives its findings. */
  add(exchange: Exchange): readonly Finding[];
  /** Whether so much was added that it is time to take it. */
  readonly isFull: boolean;
  /** What was added since the last time. */
  take(): RunPart;
}

const NO_KEYS: readonly Finding[] = [];

/** Small enough to hold many in memory; so large that sending them costs nothing beside verifying. */
const MOST_EXCHANGES = 4_096;
const MOST_FINDINGS = 512;

export function collectParts(
  contract: Contract,
  points: ContractPoints,
  { evidence: keepsEvidence = false, recorded = false, now = Date.now(), ...options }: CollectPartOptions,
): PartCollector {
  const recorder = createRecorder(points);
  const judge = createJudge(createEngine(contract, recorder), options);
  const keysIn = recorded ? recordedCredentials(contract, options.strict ?? false, now) : undefined;
  const credentials = collectCredentials(contract, options.strict ?? false);
  const found = partFindings();
  let part = emptyPart();

  function emptyPart() {
    return {
      counts: { exchanges: 0, verified: 0, undocumented: 0 },
      evidence: collectEvidence(contract),
      recordings: collectRecordings(),
    };
  }

  return {
    add: (exchange) => {
      const judgement = judge(exchange);
      const { context, findings: judged, verified, ignored } = judgement;
      if (ignored) return judged;
      const keys = keysIn?.(exchange).findings ?? NO_KEYS;
      const waiting = credentials.add(exchange, judgement);
      const settled = waiting.length === 0 ? judged : judged.filter((each) => !waiting.includes(each));
      const told = keys.length === 0 ? settled : [...settled, ...keys];
      const { counts, evidence, recordings } = part;
      counts.exchanges += 1;
      if (verified) counts.verified += 1;
      if (context === undefined) counts.undocumented += 1;
      else showExchange(recorder, context, settled);
      for (const finding of told) found.add(finding);
      if (keepsEvidence) evidence.add(exchange, [...told, ...waiting]);
      recordings.add(exchange);
      return keys.length === 0 ? judged : [...judged, ...keys];
    },
    get isFull() {
      return part.counts.exchanges >= MOST_EXCHANGES || found.length >= MOST_FINDINGS;
    },
    take: () => {
      const { counts, evidence, recordings } = part;
      part = emptyPart();
      return {
        ...counts,
        ...found.take(),
        credentials: credentials.take(),
        shown: recorder.shown.slice(),
        evidence: evidence.result(),
        recordings: recordings.tallies,
      };
    },
  };
}
