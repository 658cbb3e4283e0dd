import type { Contract } from '../contract.ts';
import type { ContractPoints } from '../coverage/points.ts';
import { createRecorder } from '../coverage/recorder.ts';
import { showExchange } from '../coverage/show-exchange.ts';
import { createEngine } from '../engine.ts';
import type { Exchange } from '../exchange.ts';
import type { Finding } from '../finding.ts';
import { createJudge, type VerifyExchangeOptions } from '../judge.ts';
import { collectEvidence, type Evidence } from '../reporter-support/evidence.ts';
import { collectRecordings, type RecordingTally } from '../reporter-support/recording-list.ts';
import { findingList, type ListedFindings } from './finding-list.ts';
import { recordedCredentials } from './recorded-credentials.ts';

/**
 * What a contract run found in some of its exchanges: plain data of bounded size, that a thread can send to another. The
 * parts of a run, put together in order, make its report.
 */
export interface RunPart {
  /** How many exchanges came, those that are left out of everything among them. */
  readonly read: number;
  readonly exchanges: number;
  readonly verified: number;
  readonly undocumented: number;
  readonly listed: ListedFindings;
  /** By coverage point: 0 where no exchange showed it. */
  readonly shown: Uint8Array;
  /** By fingerprint, in the order met. */
  readonly evidence: ReadonlyMap<string, Evidence>;
  /** By file, in the order read. */
  readonly recordings: ReadonlyMap<string, RecordingTally>;
}

export interface CollectOptions extends VerifyExchangeOptions {
  /** Whether to keep what the exchanges of findings looked like, for reporters that show it. */
  readonly evidence?: boolean;
  /** Whether the exchanges stand on disk, where a real key is a finding. */
  readonly recorded?: boolean;
}

export interface PartCollector {
  /** Verifies an exchange, and gives its findings. */
  add(exchange: Exchange): readonly Finding[];
  /** What was found so far. */
  result(): RunPart;
}

export function collectPart(
  contract: Contract,
  points: ContractPoints,
  { evidence: keepsEvidence = false, recorded = false, ...options }: CollectOptions,
): PartCollector {
  const recorder = createRecorder(points);
  const judge = createJudge(createEngine(contract, recorder), options);
  const credentialsIn = recorded ? recordedCredentials(contract) : () => [];
  const counts = { read: 0, exchanges: 0, verified: 0, undocumented: 0 };
  const list = findingList();
  const evidence = collectEvidence(contract);
  const recordings = collectRecordings();

  return {
    add: (exchange) => {
      counts.read += 1;
      const { context, findings: judged, verified, ignored } = judge(exchange);
      if (ignored) return judged;
      const credentials = credentialsIn(exchange);
      const findings = credentials.length === 0 ? judged : [...judged, ...credentials];
      counts.exchanges += 1;
      if (verified) counts.verified += 1;
      if (context === undefined) counts.undocumented += 1;
      else showExchange(recorder, context, judged);
      for (const finding of findings) list.add(finding);
      if (keepsEvidence) evidence.add(exchange, findings);
      recordings.add(exchange);
      return findings;
    },
    result: () => ({
      ...counts,
      listed: list.listed(),
      shown: recorder.shown.slice(),
      evidence: evidence.result(),
      recordings: recordings.tallies,
    }),
  };
}
