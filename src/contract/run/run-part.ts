import type { Evidence } from '../reporter-support/evidence.ts';
import type { RecordingTally } from '../reporter-support/recording-list.ts';
import type { FoundInPart } from './part-findings.ts';

/**
 * What a contract run found in some of its exchanges: plain data, that a thread can send to another. The parts of a run,
 * put together in order, make its report, whatever they are cut into.
 */
export interface RunPart extends FoundInPart {
  readonly exchanges: number;
  readonly verified: number;
  readonly undocumented: number;
  /** By coverage point: 0 where no exchange showed it. */
  readonly shown: Uint8Array;
  /** By fingerprint, in the order met. */
  readonly evidence: ReadonlyMap<string, Evidence>;
  /** By file, in the order read. */
  readonly recordings: ReadonlyMap<string, RecordingTally>;
}
