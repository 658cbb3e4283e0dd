import type { Contract } from '../contract.ts';
import type { ContractPoints } from '../coverage/points.ts';
import { createRecorder } from '../coverage/recorder.ts';
import { showExchange } from '../coverage/show-exchange.ts';
import type { Exchange } from '../exchange.ts';
import type { Finding } from '../finding.ts';
import { createEngine } from '../judge/engine.ts';
import { createJudge, type VerifyExchangeOptions } from '../judge/judge.ts';
import type { UnreadRecording } from '../report.ts';
import { collectEvidence } from '../reporters/shared/evidence.ts';
import { collectRecordings, type RecordingTally } from '../reporters/shared/recordings.ts';
import { findingList } from './finding-list.ts';
import { collectCredentials, type FileCredentials } from './missing-credentials.ts';
import { type RecordedKeys, recordedCredentials } from './recorded-credentials.ts';
import { hostList, lenientList, type Totals } from './totals.ts';

/**
 * What a contract run found in some of its exchanges: plain data, that a thread can send to another. The parts of a run,
 * put together in order, make its report.
 */
export interface RunPart extends Totals {
  /** How many exchanges came, those that are left out of everything among them. */
  readonly read: number;
  /** By coverage point: 0 where no exchange showed it. */
  readonly shown: Uint8Array;
  /** What the requests of each file tell of credentials. */
  readonly credentials: readonly FileCredentials[];
  /** By file, in the order read. */
  readonly recordings: ReadonlyMap<string, RecordingTally>;
}

export const NOTHING_FOUND: RunPart = {
  read: 0,
  exchanges: 0,
  verified: 0,
  undocumented: 0,
  bodies: { documented: 0, kept: 0 },
  listed: { findings: [] },
  elsewhere: [],
  lenient: [],
  unread: [],
  passedOver: [],
  shown: new Uint8Array(),
  credentials: [],
  evidence: new Map(),
  recordings: new Map(),
};

export interface CollectOptions extends VerifyExchangeOptions {
  /** Whether to keep what the exchanges of findings looked like, for reporters that show it. */
  readonly evidence?: boolean;
  /** Whether the exchanges stand on disk, where a real key is a finding. */
  readonly recorded?: boolean;
  /** Milliseconds since the epoch, by which signed links have expired. Default: the system's clock. */
  readonly now?: number;
}

const NO_KEYS: RecordedKeys = { findings: [], lenient: [] };

export interface PartCollector {
  /** Verifies an exchange, and gives its findings. */
  add(exchange: Exchange): readonly Finding[];
  /** Notes what could not be read. */
  unread(recording: UnreadRecording): void;
  /** What was found so far. */
  result(): RunPart;
}

export function collectPart(
  contract: Contract,
  points: ContractPoints,
  { evidence: keepsEvidence = false, recorded = false, now = Date.now(), ...options }: CollectOptions,
): PartCollector {
  const recorder = createRecorder(points);
  const judge = createJudge(createEngine(contract, recorder), options);
  const keysIn = recorded ? recordedCredentials(contract, options.strict ?? false, now) : undefined;
  const credentials = collectCredentials(contract, options.strict ?? false);
  const counts = { read: 0, exchanges: 0, verified: 0, undocumented: 0 };
  const bodies = { documented: 0, kept: 0 };
  const list = findingList();
  const hosts = hostList();
  const uses = lenientList();
  const unread: UnreadRecording[] = [];
  const evidence = collectEvidence(contract);
  const recordings = collectRecordings();

  return {
    add: (exchange) => {
      counts.read += 1;
      const judgement = judge(exchange);
      const { context, findings: judged, verified, body, once, lenient, elsewhere, ignored } = judgement;
      if (ignored) return judged;
      const { findings: keys, lenient: passed } = keysIn?.(exchange, elsewhere) ?? NO_KEYS;
      const waiting = credentials.add(exchange, judgement);
      const settled = waiting.length === 0 ? judged : judged.filter((each) => !waiting.includes(each));
      counts.exchanges += 1;
      if (verified) counts.verified += 1;
      if (verified && body !== undefined) bodies.documented += 1;
      if (verified && body === 'kept') bodies.kept += 1;
      if (context === undefined) counts.undocumented += 1;
      else showExchange(recorder, context, settled);
      if (elsewhere !== undefined) hosts.add({ ...elsewhere, exchanges: 1 });
      if (lenient !== undefined) uses.count(lenient, exchange.recording);
      uses.count(passed, exchange.recording);
      for (const finding of settled) list.add(once?.has(finding) ? { ...finding, times: 1 } : finding);
      // Of a host that is not judged, keys are told once, however many there are.
      for (const finding of keys) list.add(elsewhere === undefined ? finding : { ...finding, times: 1 });
      if (keepsEvidence) evidence.add(exchange, [...settled, ...keys, ...waiting]);
      recordings.add(exchange);
      return keys.length === 0 ? judged : [...judged, ...keys];
    },
    unread: (recording) => {
      unread.push(recording);
    },
    result: () => ({
      ...counts,
      bodies: { ...bodies },
      listed: list.listed(),
      elsewhere: hosts.result(),
      lenient: uses.result(),
      unread: [...unread],
      passedOver: [],
      shown: recorder.shown.slice(),
      credentials: credentials.result(),
      evidence: evidence.result(),
      recordings: recordings.tallies,
    }),
  };
}
